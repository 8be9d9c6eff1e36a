//! Every file of `tests/hostile/` is refused with the message that `tests/hostile/messages.txt` has.

mod common;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use pretty_assertions::assert_eq;

use common::{command, run};

#[test]
fn every_bad_file_is_refused_with_its_message() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("UTF-8"))
        .filter(|name| name != "messages.txt")
        .collect();
    names.sort_unstable();
    let mut messages = String::new();
    for name in &names {
        let arguments = format!("list -d {name}");
        let refused = run(&arguments, command(&arguments).current_dir(&folder), "");
        let found = (refused.status(), refused.stdout());
        assert_eq!(found, (Some(2), String::new()), "{name}");
        let _ = writeln!(messages, "{}", refused.stderr());
    }
    let path = folder.join("messages.txt");
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &messages).expect("the file can be written");
    }
    assert_eq!(messages, fs::read_to_string(&path).unwrap_or_default());
}
