//! Hours that float, minute by minute: whether each lies in a window of its own beside the track's other sessions.

use super::super::{Offer, Placed};
use super::day::{Seat, World};
use crate::site::{Attend, Floating, Session, Track};
use crate::time::{DAY_MIN, Days, Span, WEEK};

/// Whether each row has one place that it may have; or, where an offer has none at all, whether there is none.
pub(super) fn are_placed(world: &World, offer: &Offer, taken: &Track) -> bool {
    let Some(track) = world.site.tracks.get(offer.track) else { return false };
    let rows = &track.floating;
    if offer.blocks.is_empty() && !rows.is_empty() {
        return nothing_is_free(world, offer, &track.form(&offer.online), rows);
    }
    let own = taken.sessions.len().saturating_sub(offer.blocks.len());
    let each = offer
        .blocks
        .iter()
        .enumerate()
        .all(|(at, block)| block.row == at && rows.get(at).is_some_and(|row| may_lie(row, block)));
    each && offer.blocks.len() == rows.len() && are_beside(world, &world.seats, own)
}

/// Whether a block is what its row asks for.
fn may_lie(row: &Floating, block: &Placed) -> bool {
    let Span { from, to } = block.span;
    let holds = |(days, window): &(Days, Span)| {
        let on = |day, later: i32| days.has(day) && window.from <= from + later && to + later <= window.to;
        on(block.day, 0) || on(block.day.pred(), DAY_MIN)
    };
    let starts = (0..DAY_MIN).contains(&from) && from % 15 == 0;
    starts && to - from == row.minutes && row.windows.iter().any(holds)
}

/// Whether the client could be at all seats of their own from this session on, and at the others beside them.
fn are_beside(world: &World, seats: &[Seat], first: usize) -> bool {
    let own: Vec<&Seat> = seats.iter().filter(|seat| seat.role.is_none()).collect();
    own.iter().filter(|a| a.session >= first).all(|a| {
        own.iter().filter(|b| b.session != a.session).all(|b| {
            let (gap, needed) = world.gap(&a.thing, &b.thing);
            gap >= needed.max(0)
        })
    })
}

/// Whether every way to place all rows runs into something of the track's, with any choice of taking part online.
fn nothing_is_free(world: &World, offer: &Offer, track: &Track, rows: &[Floating]) -> bool {
    let own = track.sessions.len();
    let mut all = vec![track.clone()];
    for (at, session) in track.sessions.iter().enumerate().filter(|(_, session)| session.either) {
        for day in session.days.iter() {
            let with: Vec<Track> = all.iter().map(|form| form.form(&[(at, day)])).collect();
            all.extend(with);
        }
    }
    for (at, row) in rows.iter().enumerate() {
        let mut longer = Vec::new();
        for day in WEEK {
            for from in (0..DAY_MIN).step_by(15) {
                let block = Placed { row: at, day, span: Span { from, to: from + row.minutes } };
                if may_lie(row, &block) {
                    longer.extend(all.iter().map(|form| with(form, row, &block)));
                }
            }
        }
        all = longer;
    }
    all.iter().all(|form| {
        let now = World::lay(world.site, world.household, &[], &[(offer.client, form)]);
        !are_beside(&now, &now.seats, own)
    })
}

fn with(form: &Track, row: &Floating, block: &Placed) -> Track {
    let mut form = form.clone();
    let days = Days::of(&[block.day]);
    form.sessions.push(Session {
        kind: row.kind,
        title: None,
        days,
        span: block.span,
        online: if row.online { days } else { Days::NONE },
        either: false,
        weeks: row.weeks,
        attend: Attend::default(),
    });
    form
}
