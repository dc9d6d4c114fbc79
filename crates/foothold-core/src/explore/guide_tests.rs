use super::*;

/// Every combination of answers, open questions included.
fn paths() -> Vec<Answers> {
    let mut paths = vec![Answers::default()];
    for question in QUESTIONS {
        paths = paths
            .into_iter()
            .flat_map(|path| {
                let chosen = question.answers.iter().map(move |answer| {
                    let mut next = path;
                    next.choose(question.id, answer);
                    next
                });
                std::iter::once(path).chain(chosen)
            })
            .collect();
    }
    paths
}

fn shown(path: &Answers, kind: Kind) -> Vec<&'static str> {
    ITEMS.iter().filter(|item| item.kind == kind && path.bring_up(item)).map(|item| item.id).collect()
}

#[test]
fn every_path_ends_in_somebody_to_talk_to_in_other_help_and_in_questions_to_ask() {
    let paths = paths();
    assert_eq!(paths.len(), 4 * 5 * 6 * 5 * 4 * 6);
    for path in paths {
        let (ways, asks) = (shown(&path, Kind::Way), shown(&path, Kind::Ask));
        assert_eq!(ways.first(), Some(&"talk"), "{path:?}");
        assert!((2..=5).contains(&ways.len()), "{path:?}: {ways:?}");
        assert!((3..=7).contains(&asks.len()), "{path:?}: {asks:?}");
    }
}

#[test]
fn no_path_places_anybody_because_program_and_other_help_are_always_named_together() {
    for path in paths() {
        assert!(shown(&path, Kind::Way).contains(&"program"), "{path:?}");
        let others = shown(&path, Kind::Other);
        assert!(others.len() >= 2 && others.contains(&"kinds"), "{path:?}: {others:?}");
        assert!(shown(&path, Kind::Ask).contains(&"ask-others"), "{path:?}");
    }
}

#[test]
fn walking_on_from_any_answers_reaches_the_end_and_back_again() {
    for mut path in paths() {
        let before = path;
        for question in QUESTIONS {
            assert_eq!(path.open(), Some(question.id));
            path.go("next");
        }
        assert_eq!(path.open(), None, "{path:?}");
        path.go("next");
        assert_eq!(path.at, QUESTIONS.len());
        for _ in 0..=QUESTIONS.len() {
            path.go("back");
        }
        assert_eq!(path, before, "answers stay on the way");
    }
}

#[test]
fn every_shown_item_has_a_reason_or_is_for_everybody() {
    for path in paths() {
        for item in ITEMS.iter().filter(|item| path.bring_up(item)) {
            let reasons = item.when.iter().filter(|given| path.says(**given)).count();
            assert!(item.when.is_empty() || reasons > 0, "{}", item.id);
        }
    }
}

#[test]
fn every_rule_is_about_an_answer_that_exists_and_every_item_is_reached() {
    let paths = paths();
    for item in ITEMS {
        for (question, answer) in item.when {
            let known = QUESTIONS.iter().find(|known| known.id == *question).expect("a question");
            assert!(known.answers.contains(answer), "{}: {question} {answer}", item.id);
        }
        assert!(paths.iter().any(|path| path.bring_up(&item)), "{} never shows", item.id);
        assert!(
            item.when.is_empty() || paths.iter().any(|path| !path.bring_up(&item)),
            "{} always shows; then it needs no rule",
            item.id
        );
    }
}

#[test]
fn not_sure_may_be_said_to_everything_and_counts_like_no_answer() {
    let mut unsure = Answers::default();
    for question in QUESTIONS {
        assert_eq!(question.answers.last(), Some(&UNSURE));
        unsure.choose(question.id, UNSURE);
    }
    for item in ITEMS {
        assert_eq!(unsure.bring_up(&item), Answers::default().bring_up(&item), "{}", item.id);
    }
}

#[test]
fn any_answer_can_be_changed_and_the_others_stay() {
    let mut answers = Answers::default();
    answers.choose("whom", "me");
    answers.choose("days", "caring");
    answers.go("whom");
    answers.choose("whom", "loved");
    answers.choose("whom", "nobody");
    answers.choose("weather", "rain");
    answers.go("weather");
    assert_eq!((answers.of("whom"), answers.of("days"), answers.of("now")), (Some("loved"), Some("caring"), None));
    assert_eq!(answers.open(), Some("whom"));
    answers.go("over");
    assert_eq!(answers, Answers::default());
}
