//! The list of questions to ask: what is ticked on the pages may be taken along to the form.
//!
//! The words are those beside the box, which carries them as its value; the app has none of them.

use crate::app::State;
use crate::browser::Typed;

/// Name of the place that such a list takes in a page.
pub const PLACE: &str = "list";

/// How the ids of its boxes begin.
const BOX: &str = "tick-";

/// A box was ticked, or unticked.
pub fn choose(state: &mut State, typed: &Typed) {
    if !typed.id.starts_with(BOX) {
        return;
    }
    state.list.retain(|(id, _)| *id != typed.id);
    if typed.checked {
        state.list.push((typed.id.clone(), typed.value.clone()));
    }
    // What would be sent is no longer what was agreed to.
    state.attach_list = false;
}
