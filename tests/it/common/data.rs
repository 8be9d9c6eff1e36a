//! The files of `data/`, read independently of the program.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

use super::in_repository;

/// Returns the years of all editions, oldest first.
pub fn years() -> Vec<u16> {
    let entries = fs::read_dir(in_repository("data")).expect("the directory");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let stems = names.filter_map(|name| Some(name.to_str()?.strip_suffix(".json")?.to_owned()));
    let mut years: Vec<u16> =
        stems.filter(|stem| stem != "schema").map(|stem| stem.parse().expect("a year")).collect();
    years.sort_unstable();
    years
}

/// Returns the text of the file of an edition.
pub fn text(year: u16) -> String {
    fs::read_to_string(in_repository(&format!("data/{year}.json"))).expect("the file")
}

/// Returns the number of talks of an edition.
pub fn number_of_talks(year: u16) -> usize {
    let edition: Value = serde_json::from_str(&text(year)).expect("JSON");
    edition["talks"].as_array().expect("talks").len()
}

/// Returns the number of talks of all editions.
pub fn number_of_all_talks() -> usize {
    years().into_iter().map(number_of_talks).sum()
}

/// Returns the IDs of the talks with nothing to read: no summary, abstract, slides or article.
pub fn unreadable() -> Vec<String> {
    let keys = ["summary", "abstract", "slides_url", "coverage"];
    let mut ids = Vec::new();
    for year in years() {
        let edition: Value = serde_json::from_str(&text(year)).expect("JSON");
        for talk in edition["talks"].as_array().expect("talks") {
            if keys.iter().all(|key| talk[key].is_null()) {
                ids.push(talk["id"].as_str().expect("an ID").to_owned());
            }
        }
    }
    ids
}

/// Returns the path of a dataset with only the editions of 2021 to 2025.
pub fn frozen() -> &'static Path {
    static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
        let editions: Vec<String> = (2021..=2025).map(text).collect();
        let directory = Path::new(option_env!("CARGO_TARGET_TMPDIR").unwrap_or_default());
        let mut file = tempfile::NamedTempFile::new_in(directory).expect("a file");
        write!(file, "[{}]", editions.join(",")).expect("written");
        // Renamed into place, because other test programs may be reading it.
        let path = directory.join("frozen.json");
        file.persist(&path).expect("renamed");
        path
    });
    &FILE
}
