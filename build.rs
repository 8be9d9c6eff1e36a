//! Compiles the editions in `data/` into the program: writes them as Rust constants.

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

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    let mut editions = Vec::new();
    for entry in fs::read_dir("data")? {
        let path = entry?.path();
        let is_edition = |stem: &str| stem.bytes().all(|byte| byte.is_ascii_digit());
        if !path.file_stem().and_then(|stem| stem.to_str()).is_some_and(is_edition) {
            continue;
        }
        let edition: record::Edition = serde_json::from_str(fs::read_to_string(&path)?.leak())
            .map_err(|error| format!("{}: {error}", path.display()))?;
        editions.push(edition);
    }
    editions.sort_by_key(|edition| edition.year);
    // The `Debug` output of the records is the expression that makes them.
    let code = format!("pub static EDITIONS: &[Edition] = &{editions:?};\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("editions.rs"), code)?;
    Ok(())
}
