//! Files with expected output.

use std::path::{Path, PathBuf};
use std::{env, fs};

use pretty_assertions::assert_eq;

/// Returns the path of a file of this repository.
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
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
        assert_eq!(actual, String::from_utf8_lossy(&expected), "{path}");
        panic!("{path} is not UTF-8");
    }
}
