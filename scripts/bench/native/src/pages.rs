//! The pages that are measured, for the benchmark of the stages (`examples/stages.rs`) too.

use std::path::{Path, PathBuf};

/// The HTML files of a folder and of its subfolders.
pub fn in_folder(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
