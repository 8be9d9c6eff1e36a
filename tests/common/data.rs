//! The files of `data/`, read independently of the program.

use std::fs;

use serde_json::Value;

use super::in_repository;

/// Returns the names of the files of all editions, oldest first.
pub fn files() -> Vec<String> {
    let entries = fs::read_dir(in_repository("data")).expect("the directory");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.into_string().expect("UTF-8"))
        .filter(|name| name != "schema.json")
        .collect();
    names.sort();
    names
}

/// Returns all editions, oldest first.
pub fn editions() -> Vec<Value> {
    let parse = |name| {
        let path = in_repository("data").join(name);
        serde_json::from_slice(&fs::read(path).expect("the file")).expect("JSON")
    };
    files().into_iter().map(parse).collect()
}

/// Returns the number of talks of all editions.
pub fn number_of_talks() -> usize {
    editions().iter().map(|edition| talks(edition).len()).sum()
}

/// Returns the number of talks of one edition.
pub fn number_of_talks_of(year: u16) -> usize {
    let editions = editions();
    let edition = editions.iter().find(|edition| edition["year"] == year);
    talks(edition.expect("an edition")).len()
}

fn talks(edition: &Value) -> &[Value] {
    edition["talks"].as_array().expect("talks")
}
