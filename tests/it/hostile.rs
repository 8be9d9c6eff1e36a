//! Every file in `tests/hostile/` is refused with its message in `tests/hostile/messages.txt`.

use std::fs;

use crate::common::{command, expect_file, in_repository, output_of};

#[test]
fn every_bad_file_is_refused_with_its_message() {
    let directory = in_repository("tests/hostile");
    let mut names: Vec<String> = fs::read_dir(&directory)
        .expect("the directory")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("UTF-8"))
        .filter(|name| name != "messages.txt")
        .collect();
    names.sort_unstable();
    let mut messages = String::new();
    for name in &names {
        let arguments = format!("list --dataset {name}");
        let refused = output_of(command(&arguments).current_dir(&directory));
        refused.gives(2, "", &refused.stderr);
        messages += &refused.stderr;
        messages += "\n";
    }
    expect_file("tests/hostile/messages.txt", &messages);
}
