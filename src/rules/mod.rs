//! What clutter looks like: the rules of `*.toml` in this folder, as tables made by `build.rs`.
