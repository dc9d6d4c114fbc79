//! What visitors download. Everything is in the library, so that tests can reach it.

#![recursion_limit = "512"]

/// Smaller to download than what Rust brings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    foothold::live::start();
}
