//! The files of `data/`, read independently of the program.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::in_repository;

/// Returns the editions in `data/`, oldest first.
pub fn editions() -> Vec<Value> {
    let entries = fs::read_dir(in_repository("data")).expect("the directory");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let is_year = |stem: &str| stem.parse::<u16>().is_ok();
    let is_edition =
        |path: &PathBuf| path.file_stem().and_then(|s| s.to_str()).is_some_and(is_year);
    let mut paths: Vec<PathBuf> = paths.filter(is_edition).collect();
    paths.sort_unstable();
    let texts = paths.iter().map(|path| fs::read_to_string(path).expect("the file"));
    texts.map(|text| serde_json::from_str(&text).expect("JSON")).collect()
}

/// Returns the date of the last change to the data.
pub fn revised() -> String {
    let editions = editions();
    let dates = editions.iter().map(|edition| edition["revised"].as_str().expect("a date"));
    dates.max().expect("an edition").to_owned()
}
