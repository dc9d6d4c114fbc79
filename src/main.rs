//! What visitors download. Everything is in the library, so that tests can reach it.

#![recursion_limit = "512"]

fn main() {
    foothold::live::start();
}
