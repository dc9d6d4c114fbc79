//! The same names where there is no browser.

/// The page.
pub mod page {
    /// Every prerendered place that asks lies one folder below the base.
    pub fn beside(name: &str) -> String {
        format!("../{name}")
    }
}

/// What stays on this device.
pub mod kept {
    /// An address that belongs to nobody.
    pub fn address(path: &str) -> String {
        format!("https://clinic.example/{}", path.trim_start_matches("../"))
    }
}
