//! Compiles the editions in `data/` into the program: writes them as Rust constants.

use std::cmp::Reverse;
use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

#[path = "src/dataset/record.rs"]
mod record;
#[path = "src/dataset/serde.rs"]
#[allow(dead_code, reason = "the program uses all of it")]
mod serde;
#[path = "src/dataset/when.rs"]
#[allow(dead_code, reason = "the program uses all of it")]
mod when;

use record::{Edition, Person, Topic};
use serde::{Object, Text, unique_keys};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=data");
    // The data has thousands of addresses, which would be adjusted at every start if the program could be loaded
    // anywhere. That costs a tenth of the time of an empty program, and protects only unsafe code.
    if env::var("CARGO_CFG_TARGET_OS")? == "linux" && env::var("CARGO_CFG_TARGET_ENV")? == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    let mut editions = Vec::new();
    for entry in fs::read_dir("data")? {
        let path = entry?.path();
        let is_year = |stem: &str| stem.bytes().all(|byte| byte.is_ascii_digit());
        if path.file_stem().and_then(|stem| stem.to_str()).is_some_and(is_year) {
            editions.push(read(&path, |text| {
                serde_json::from_str(text).map(|object: Object<Edition>| object.0)
            })?);
        }
    }
    editions.sort_by_key(|edition| Reverse(edition.year));
    let people = read(Path::new("data/people.json"), |text| {
        let people: Vec<Object<Person>> = serde_json::from_str(text)?;
        Ok(people.into_iter().map(|object| object.0).collect::<Vec<_>>())
    })?;
    let topics = read(Path::new("data/topics.json"), |text| {
        let topics = unique_keys(&mut serde_json::Deserializer::from_str(text))?;
        let topic =
            |(name, about): &(Text, Text)| Topic { name: name.clone(), about: about.clone() };
        Ok(topics.iter().map(topic).collect::<Vec<_>>())
    })?;
    let glossary = read(Path::new("data/glossary.json"), |text| {
        let groups: Vec<Vec<String>> = serde_json::from_str(text)?;
        let groups = groups.iter().map(|group| group.join("|"));
        Ok(groups.collect::<Vec<_>>().join("\n"))
    })?;
    // The `Debug` output of the records is the expression that makes them.
    let code = format!(
        "pub static EDITIONS: &[Edition] = &{editions:?};\n\
         /// Everybody who gave a talk or whose point is in a note.\n\
         pub static PEOPLE: &[Person] = &{people:?};\n\
         /// The labels of subjects, sorted.\n\
         pub static TOPICS: &[Topic] = &{topics:?};\n\
         /// Words for the same thing, a group a line, separated by `|`. They are one text, because every\n\
         /// text costs time when the program starts.\n\
         pub static GLOSSARY: &str = {glossary:?};\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("data.rs"), code)?;
    Ok(())
}

/// Parses a file; an error has its path, line and column.
fn read<T>(path: &Path, parse: impl Fn(&'static str) -> serde_json::Result<T>) -> Result<T> {
    let text = fs::read_to_string(path)?.leak();
    parse(text).map_err(|error| format!("{}: {error}", path.display()).into())
}
