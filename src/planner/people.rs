//! Who else lives in the household.

use crate::app::State;
use crate::components::{Controls, markup};
use foothold_core::draft::{Draft, PersonDraft};
use foothold_core::people::{Is, MOST_CLIENTS};
use foothold_core::site::Site;
use foothold_words::{Key, Words};

/// The list of people, and the button for another.
pub(super) fn html(state: &State) -> String {
    let words = state.words;
    let roles = state.site.as_ref().map(roles).unwrap_or_default();
    let clients = 1 + state.week.people.iter().filter(|one| one.is == Is::Client).count();
    let people: String =
        state.week.people.iter().enumerate().map(|one| person(words, one, &roles, clients < MOST_CLIENTS)).collect();
    markup(
        "<div class=\"settings\" role=\"group\" aria-labelledby=\"people-title\"><h3 id=\"people-title\">{}</h3>\
         <p class=\"hint\">{}</p>{!}\
         <button type=\"button\" id=\"planner-person\" class=\"button-quiet\" data-do=\"person\">\
         <span aria-hidden=\"true\">+&nbsp;</span>{}</button></div>",
        &[words.say(Key::PlanPeople), words.say(Key::PlanPeopleHint), &people, words.say(Key::PlanAddPerson)],
    )
}

/// What stands in their text fields.
pub(super) fn controls(week: &Draft) -> Controls {
    week.people.iter().map(|person| (id(person, "name"), person.name.clone())).collect()
}

/// The roles in which somebody has to come along to any of the clinic's sessions, in the clinic's words.
pub(super) fn roles(site: &Site) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    for role in site.tracks.iter().flat_map(|track| &track.sessions).flat_map(|session| &session.attend.roles) {
        if !roles.contains(role) {
            roles.push(role.clone());
        }
    }
    roles
}

fn id(person: &PersonDraft, field: &str) -> String {
    ["person-", &person.id.to_string(), "-", field].concat()
}

/// What somebody of the form is called; the number is that of the household.
pub(crate) fn name(state: &State, number: u32) -> String {
    if number == 0 {
        return state.words.say(Key::YouAlone).to_owned();
    }
    let at = state.week.index_of(number).unwrap_or(0);
    state.words.person(&state.solved.household, at)
}

fn person(words: Words, (at, person): (usize, &PersonDraft), roles: &[String], room: bool) -> String {
    let kinds =
        [("adult", Is::Adult, Key::IsAdult), ("child", Is::Child, Key::IsChild), ("client", Is::Client, Key::IsClient)];
    let mut options = String::new();
    // The planner looks for a program for so many people at once, and no more.
    for (value, is, key) in kinds.into_iter().filter(|(_, is, _)| room || *is != Is::Client || *is == person.is) {
        let selected = if is == person.is { " selected" } else { "" };
        options.push_str(&markup("<option value=\"{}\"{!}>{}</option>", &[value, selected, words.say(key)]));
    }
    let mut boxes = String::new();
    for (at, role) in roles.iter().enumerate().filter(|_| person.is == Is::Adult) {
        let (id, checked) = (
            id(person, &["role-", &at.to_string()].concat()),
            if person.roles.contains(role) { " checked" } else { "" },
        );
        boxes.push_str(&markup(
            "<span class=\"choice\"><input type=\"checkbox\" id=\"{}\"{!}><label for=\"{}\">{}</label></span>",
            &[&id, checked, &id, role],
        ));
    }
    if !boxes.is_empty() {
        boxes = markup(
            "<fieldset><legend>{}</legend><div class=\"choices\">{!}</div></fieldset>",
            &[words.say(Key::PersonRoles), &boxes],
        );
    }
    let (name_id, is_id) = (id(person, "name"), id(person, "is"));
    // Not the name: a key in its field would draw the field anew, and the caret would jump.
    let called = words.fill(Key::PersonN, &[("n", &(at + 2).to_string())]);
    markup(
        "<div class=\"person\" role=\"group\" aria-label=\"{}\"><div class=\"pair\">\
         <div class=\"field\"><label for=\"{}\">{}</label><input id=\"{}\" class=\"short\" autocomplete=\"off\"></div>\
         <div class=\"field\"><label for=\"{}\">{}</label><select id=\"{}\" autocomplete=\"off\">{!}</select></div></div>{!}\
         <button type=\"button\" class=\"button-quiet\" data-do=\"person-gone:{}\" aria-label=\"{}\">{}</button></div>",
        &[
            &called,
            &name_id,
            words.say(Key::PersonName),
            &name_id,
            &is_id,
            words.say(Key::PersonIs),
            &is_id,
            &options,
            &boxes,
            &person.id.to_string(),
            &words.fill(Key::PlanRemoveRow, &[("what", &called)]),
            words.say(Key::PlanRemove),
        ],
    )
}
