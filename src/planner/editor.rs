//! The list of what somebody already does, and the editor of one entry.

use crate::app::App;
use crate::browser;
use crate::components::icon;
use foothold_core::household::{Commitment, Firm, FirmChoice, Kind, RowDraft, row_span};
use foothold_core::time::{Days, WEEK};
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// All entries, the quick beginnings, and the button for another.
#[component]
pub fn Rows(
    /// The visit.
    app: App,
) -> impl IntoView {
    let words = app.words;
    let ids = Memo::new(move |_| app.week.with(|w| w.rows.iter().map(|row| row.id).collect::<Vec<_>>()));
    let removed: RwSignal<Option<(usize, RowDraft)>> = RwSignal::new(None);
    let undo = move || {
        removed.get().map(|(at, row)| {
            let what = row_name(words, &row);
            let put_back = move |_| {
                app.week.update(|w| w.rows.insert(at.min(w.rows.len()), row.clone()));
                removed.set(None);
                browser::page::focus("planner-add");
            };
            view! {
                <p class="undo" role="status">
                    {words.fill(Key::PlanRemoved, &[("what", &what)])}
                    <button type="button" class="button-quiet" on:click=put_back>{words.say(Key::PlanUndo)}</button>
                </p>
            }
        })
    };
    let quick = move || ids.with(Vec::is_empty).then(|| view! { <Quick app /> });
    view! {
        <ul class="rows">
            <For each=move || ids.get() key=|id| *id let(id)>
                <li class="row">
                    <Show when=move || app.editing.get() == Some(id) fallback=move || view! { <Summary app id /> }>
                        <Editor app id removed />
                    </Show>
                </li>
            </For>
        </ul>
        {undo}
        {quick}
        <button type="button" id="planner-add" class="button button-outline button-wide"
            on:click=move |_| add(app, |id| RowDraft::new(id, Kind::Other), "kind")>
            <span aria-hidden="true">"+ "</span>{words.say(Key::PlanAdd)}
        </button>
    }
}

/// Adds a row, opens it and goes to one of its fields.
fn add(app: App, row: impl Fn(u32) -> RowDraft, field: &str) {
    let id = app.week.with_untracked(|w| w.rows.iter().map(|r| r.id).max().unwrap_or(0) + 1);
    app.week.update(|w| w.rows.push(row(id)));
    app.editing.set(Some(id));
    browser::page::focus(&format!("row-{id}-{field}"));
}

#[component]
fn Quick(app: App) -> impl IntoView {
    let words = app.words;
    let starts: [(Key, Kind, Days, &str, &str); 4] = [
        (Key::QuickNineFive, Kind::Work, Days::WORKDAYS, "9am", "5pm"),
        (Key::QuickFourTens, Kind::Work, Days::of(WEEK.split_at(4).0), "7am", "5:30pm"),
        (Key::QuickNights, Kind::Work, Days::of(WEEK.split_at(3).0), "7pm", "7am"),
        (Key::QuickCare, Kind::Care, Days::of(&WEEK), "5:30pm", "8:30pm"),
    ];
    let buttons = starts
        .into_iter()
        .map(|(key, kind, days, from, to)| {
            let start = move |_| {
                let row = |id| RowDraft { days, from: from.into(), to: to.into(), ..RowDraft::new(id, kind) };
                add(app, row, "from");
            };
            view! { <button type="button" class="choice-button" on:click=start>{words.say(key)}</button> }
        })
        .collect_view();
    view! {
        <div class="quick" role="group" aria-labelledby="quick-label">
            <p id="quick-label">{words.say(Key::PlanQuick)}</p>
            <div class="choices">{buttons}</div>
        </div>
    }
}

fn row_of(app: App, id: u32) -> Option<RowDraft> {
    app.week.with(|w| w.rows.iter().find(|row| row.id == id).cloned())
}

fn row_name(words: Words, row: &RowDraft) -> String {
    if row.what.trim().is_empty() { words.kind(row.kind) } else { row.what.trim().to_owned() }
}

#[component]
fn Summary(app: App, id: u32) -> impl IntoView {
    let words = app.words;
    let row = Memo::new(move |_| row_of(app, id));
    let lines = move || {
        let solved = app.solved.get();
        match solved.household.commitments.iter().find(|c| c.row == id) {
            Some(commitment) => summary_lines(words, commitment),
            None => missing_lines(app, id),
        }
    };
    let open = move |_| {
        app.editing.set(Some(id));
        browser::page::focus(&format!("row-{id}-kind"));
    };
    let name = move || row.get().map(|row| row_name(words, &row)).unwrap_or_default();
    view! {
        <div class="row-summary">
            <span class="row-icon">{move || row.get().map(|row| icon(row.kind))}</span>
            <div class="row-text">
                <h3>{name}</h3>
                {move || lines().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
            <button type="button" class="button-quiet" id=format!("row-{id}-edit") on:click=open
                aria-label=move || words.fill(Key::PlanEditRow, &[("what", &name())])>
                {words.say(Key::PlanEdit)}
            </button>
        </div>
    }
}

fn summary_lines(words: Words, commitment: &Commitment) -> Vec<String> {
    let when = words.fill(
        Key::PlanRowSummary,
        &[("days", &words.days(commitment.days)), ("span", &words.span(commitment.span))],
    );
    let firm = match commitment.firm {
        Firm::Fixed => None,
        Firm::IfNeeded => Some(words.say(Key::PlanRowIfNeeded).into_owned()),
        Firm::Cut { most_min } => Some(words.fill(Key::PlanRowCut, &[("minutes", &words.length(most_min))])),
        Firm::Move { earlier_min, later_min } => Some(words.fill(
            Key::PlanRowMove,
            &[("earlier", &words.length(earlier_min)), ("later", &words.length(later_min))],
        )),
    };
    [Some(when), Some(words.place(commitment.travel_min)), firm].into_iter().flatten().collect()
}

/// What a row still needs before it counts.
fn missing_lines(app: App, id: u32) -> Vec<String> {
    let solved = app.solved.get();
    let needs: Vec<String> =
        solved.errors.iter().filter(|e| e.row == Some(id)).map(|e| app.words.week_problem(e)).collect();
    if needs.is_empty() {
        return Vec::new();
    }
    vec![app.words.fill(Key::PlanRowMissing, &[("what", &app.words.list(&needs))])]
}

#[component]
fn Editor(app: App, id: u32, removed: RwSignal<Option<(usize, RowDraft)>>) -> impl IntoView {
    let words = app.words;
    let row = Memo::new(move |_| row_of(app, id).unwrap_or_else(|| RowDraft::new(id, Kind::Other)));
    let change = move |edit: &dyn Fn(&mut RowDraft)| {
        app.week.update(|w| {
            if let Some(row) = w.rows.iter_mut().find(|row| row.id == id) {
                edit(row);
            }
        });
    };
    let name = move || row.with(|row| row_name(words, row));
    let close = move |_| {
        app.editing.set(None);
        browser::page::focus(&format!("row-{id}-edit"));
    };
    let remove = move |_| {
        app.week.update(|w| {
            if let Some(at) = w.rows.iter().position(|row| row.id == id) {
                removed.set(Some((at, w.rows.remove(at))));
            }
        });
        app.editing.set(None);
        browser::page::focus("planner-add");
    };
    let kinds = Kind::ALL
        .into_iter()
        .map(|kind| {
            view! { <option value=kind_value(kind) selected=move || row.with(|r| r.kind == kind)>{words.kind(kind)}</option> }
        })
        .collect_view();
    let days = WEEK
        .into_iter()
        .map(|day| {
            let box_id = format!("row-{id}-{day}");
            view! {
                <span class="choice">
                    <input type="checkbox" id=box_id.clone() autocomplete="off"
                        prop:checked=move || row.with(|r| r.days.has(day))
                        on:change=move |ev| {
                            let on = event_target_checked(&ev);
                            change(&|row| row.days = row.days.with(day, on));
                        } />
                    <label for=box_id>
                        <span aria-hidden="true">{words.day_short(day)}</span>
                        <span class="hidden">{words.day(day)}</span>
                    </label>
                </span>
            }
        })
        .collect_view();
    let firm = FirmChoice::ALL
        .into_iter()
        .map(|choice| {
            let radio_id = format!("row-{id}-{}", firm_value(choice));
            view! {
                <span class="choice choice-line">
                    <input type="radio" name=format!("row-{id}-firm") id=radio_id.clone() autocomplete="off"
                        prop:checked=move || row.with(|r| r.firm == choice)
                        on:change=move |_| change(&|row| row.firm = choice) />
                    <label for=radio_id>{words.say(firm_key(choice))}</label>
                </span>
            }
        })
        .collect_view();
    let text = move |field: &'static str, label: Key, hint: Option<Key>, read: fn(&RowDraft) -> &String, write: fn(&mut RowDraft, String)| {
        let input = format!("row-{id}-{field}");
        let hint_id = format!("row-{id}-{field}-hint");
        let described = hint.map(|_| hint_id.clone());
        view! {
            <div class="field">
                <label for=input.clone()>{words.say(label)}</label>
                {hint.map(|key| view! { <p class="hint" id=hint_id.clone()>{words.say(key)}</p> })}
                <input id=input class="short" autocomplete="off" aria-describedby=described
                    prop:value=move || row.with(|r| read(r).clone())
                    on:input=move |ev| {
                        let value = event_target_value(&ev);
                        change(&|row| write(row, value.clone()));
                    } />
            </div>
        }
    };
    let understood = move || {
        let echo = row.with(|r| row_span(r).ok()).map(|span| {
            let (span, length) = (words.span(span), words.length(span.minutes()));
            words.fill(Key::PlanUnderstoodLong, &[("span", &span), ("length", &length)])
        });
        let missing = || {
            let touched = row.with(|r| !r.is_untouched());
            touched.then(|| missing_lines(app, id)).into_iter().flatten()
        };
        echo.into_iter().chain(missing()).map(|line| view! { <p>{line}</p> }).collect_view()
    };
    let amounts = move || match row.with(|r| r.firm) {
        FirmChoice::Move => view! {
            <div class="pair">
                {text("earlier", Key::PlanEarlier, None, |r| &r.earlier, |r, v| r.earlier = v)}
                {text("later", Key::PlanLater, None, |r| &r.later, |r, v| r.later = v)}
            </div>
        }
        .into_any(),
        FirmChoice::Cut => text("cut-min", Key::PlanCut, Some(Key::PlanCutHint), |r| &r.cut, |r, v| r.cut = v).into_any(),
        _ => ().into_any(),
    };
    view! {
        <div class="editor" role="group" aria-label=name>
            <div class="pair">
                <div class="field">
                    <label for=format!("row-{id}-kind")>{words.say(Key::PlanKind)}</label>
                    <select id=format!("row-{id}-kind") autocomplete="off"
                        on:change=move |ev| {
                            let value = event_target_value(&ev);
                            if let Some(kind) = Kind::ALL.into_iter().find(|k| kind_value(*k) == value) {
                                change(&|row| row.kind = kind);
                            }
                        }>
                        {kinds}
                    </select>
                </div>
                {text("what", Key::PlanName, None, |r| &r.what, |r, v| r.what = v)}
            </div>
            <fieldset>
                <legend>{words.say(Key::PlanDays)}</legend>
                <div class="choices days">{days}</div>
                <button type="button" class="button-quiet" on:click=move |_| change(&|row| row.days = Days::WORKDAYS)>
                    {words.say(Key::PlanWorkdays)}
                </button>
            </fieldset>
            <p class="hint" id=format!("row-{id}-time-hint")>{words.say(Key::PlanTimeHint)}</p>
            <div class="pair">
                {text("from", Key::PlanFrom, None, |r| &r.from, |r, v| r.from = v)}
                {text("to", Key::PlanTo, None, |r| &r.to, |r, v| r.to = v)}
            </div>
            <div class="understood" aria-live="polite">{understood}</div>
            <div class="pair">
                {text("travel", Key::PlanTravel, Some(Key::PlanTravelHint), |r| &r.travel, |r, v| r.travel = v)}
                {text("direct", Key::PlanDirect, Some(Key::PlanDirectHint), |r| &r.direct, |r, v| r.direct = v)}
            </div>
            <fieldset>
                <legend>{words.say(Key::PlanFirm)}</legend>
                <div class="choices choices-stack">{firm}</div>
            </fieldset>
            {amounts}
            <div class="editor-end">
                <button type="button" class="button" on:click=close>{words.say(Key::PlanDone)}</button>
                <button type="button" class="button-quiet" on:click=remove
                    aria-label=move || words.fill(Key::PlanRemoveRow, &[("what", &name())])>
                    {words.say(Key::PlanRemove)}
                </button>
            </div>
        </div>
    }
}

fn kind_value(kind: Kind) -> &'static str {
    match kind {
        Kind::Work => "work",
        Kind::School => "school",
        Kind::Care => "care",
        Kind::Appointment => "appointment",
        Kind::Rest => "rest",
        Kind::Other => "other",
    }
}

fn firm_value(choice: FirmChoice) -> &'static str {
    match choice {
        FirmChoice::Fixed => "fixed",
        FirmChoice::Move => "move",
        FirmChoice::Cut => "cut",
        FirmChoice::IfNeeded => "if-needed",
    }
}

fn firm_key(choice: FirmChoice) -> Key {
    match choice {
        FirmChoice::Fixed => Key::FirmFixed,
        FirmChoice::Move => Key::FirmMove,
        FirmChoice::Cut => Key::FirmCut,
        FirmChoice::IfNeeded => Key::FirmIfNeeded,
    }
}
