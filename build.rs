//! Turns the data under `src/rules` into static tables.

#[path = "build/words.rs"]
mod words;

use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=build");
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    words::write(Path::new("src/rules/words"), &Path::new(&out).join("words.rs"));
}
