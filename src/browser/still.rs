//! The same names where there is no browser.

/// The page.
pub mod page {
    /// Every prerendered place that asks lies one folder below the base.
    pub fn beside(name: &str) -> String {
        format!("../{name}")
    }
}
