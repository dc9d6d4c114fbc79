//! Our own icons: one stroke weight, drawn as SVG, never read out.

use super::markup;
use foothold_core::household::Kind;

/// The sign of a kind of commitment.
pub fn icon(kind: Kind) -> String {
    let path = match kind {
        Kind::Work => "M4 9h16v10H4zM9 9V6h6v3M4 13h16",
        Kind::School => "M3 9l9-4 9 4-9 4zM7 11v5c3 2 7 2 10 0v-5M21 9v6",
        Kind::Care => "M4 11l8-6 8 6M6 10v9h12v-9M12 17l-2.5-2.5a1.6 1.6 0 0 1 2.5-2 1.6 1.6 0 0 1 2.5 2z",
        Kind::Appointment => "M5 6h14v13H5zM5 10h14M9 4v4M15 4v4M12 13v3h2",
        Kind::Rest => "M19 14a8 8 0 1 1-8-9 6 6 0 0 0 8 9z",
        Kind::Other => "M12 4l2.3 5.2 5.7.5-4.3 3.8 1.3 5.5-5-2.9-5 2.9 1.3-5.5L4 9.7l5.7-.5z",
    };
    draw("24", "1.8", path)
}

/// The sign that goes with a verdict, so that its meaning never hangs on colour: a tick, a clock,
/// a turning, a bar, a question.
pub fn mark(rank: u8) -> String {
    let path = match rank {
        0 => "M5 13l4.5 4.5L19 7.5",
        1 => "M12 5a7 7 0 1 0 .01 0M12 8v4l3 2",
        2 => "M6 19V9a4 4 0 0 1 4-4h8M14 1.5L18 5l-4 3.5",
        3 => "M6 12h12",
        _ => "M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 17.5v.5",
    };
    draw("18", "2.4", path)
}

/// The sign of something that needs a look.
pub fn notice() -> String {
    draw("18", "2.6", "M12 4v10M12 19v.5")
}

fn draw(size: &str, width: &str, path: &str) -> String {
    markup(
        "<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"{}\" height=\"{}\" aria-hidden=\"true\" focusable=\"false\">\
         <path d=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{}\" stroke-linecap=\"round\" \
         stroke-linejoin=\"round\"/></svg>",
        &[size, size, path, width],
    )
}
