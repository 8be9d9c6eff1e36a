//! Comparison of long texts, and files with expected output.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};

use similar::TextDiff;

/// Returns the path of a file of this repository.
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares two texts, which may be long, and shows the lines that differ.
#[track_caller]
pub fn same_text(actual: &str, expected: &str, what: &str) {
    if actual != expected {
        // Without a limit, the best difference of long texts may take minutes.
        let mut differ = TextDiff::configure();
        let diff = differ.timeout(Duration::from_millis(500)).diff_lines(expected, actual);
        let diff = diff.unified_diff().header("expected", "actual").to_string();
        panic!("{what}\n{diff}");
    }
}

/// Compares `actual` with the file at `path` in this repository, byte for byte. With
/// `UPDATE_EXPECTED` in the environment, writes the file instead.
#[track_caller]
pub fn expect_file(path: &str, actual: &str) {
    let file = in_repository(path);
    let expected = fs::read(&file).unwrap_or_default();
    if expected == actual.as_bytes() {
        return;
    }
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, actual).expect("the file can be written");
    } else {
        same_text(actual, &String::from_utf8_lossy(&expected), path);
        panic!("{path} is not UTF-8");
    }
}
