#![cfg(unix)]

use std::os::unix::fs::{PermissionsExt, symlink};

use pretty_assertions::assert_eq;

use super::*;

/// Returns the names and contents of the files in `directory`, sorted.
fn files(directory: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(directory).expect("a directory");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.strip_prefix(directory).expect("a name");
            let contents = fs::read_to_string(&path).unwrap_or_default();
            (name.to_string_lossy().into_owned(), contents)
        })
        .collect();
    files.sort();
    files
}

fn file(name: &str, contents: &str) -> (String, String) {
    (name.to_owned(), contents.to_owned())
}

fn write(path: &Path, contents: &str) -> Result<(), Message> {
    let target = Target::find(path).map_err(cannot_write(path))?;
    write_file(path, target, |out| out.write_all(contents.as_bytes()))
}

/// Returns the message and the tip of a failure.
fn reason(result: Result<(), Message>, directory: &Path) -> (String, Option<String>) {
    let message = result.expect_err("a failure");
    let directory = format!("{}/", directory.display());
    (message.text.replace(&directory, ""), message.tip)
}

#[test]
fn a_failure_in_the_middle_leaves_everything_unchanged() {
    let directory = tempfile::tempdir().expect("a directory");
    let at = |name: &str| directory.path().join(name);
    fs::write(at("old.ics"), "old").expect("written");
    for name in ["old.ics", "new.ics"] {
        let target = Target::find(&at(name)).expect("a target");
        let result = write_file(&at(name), target, |out| {
            out.write_all(&vec![b'x'; BUFFER_SIZE + 1])?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(
            reason(result, directory.path()),
            (format!("cannot write \"{name}\": no storage space"), None)
        );
        assert_eq!(files(directory.path()), [file("old.ics", "old")]);
    }
    write(&at("old.ics"), "new").expect("written");
    assert_eq!(files(directory.path()), [file("old.ics", "new")]);
}

#[test]
fn a_failure_in_one_of_several_files_leaves_all_unchanged() {
    let directory = tempfile::tempdir().expect("a directory");
    let deep = directory.path().join("a/b");
    let names = ["0", "1", "2"].map(str::to_owned);
    let failing = |n: usize, out: &mut dyn Write| {
        write!(out, "{n}")?;
        if n == 2 { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    };
    let expected = |path: &str| (format!("cannot write \"{path}\": no storage space"), None);
    let result = write_files(&deep, &names, failing);
    assert_eq!(reason(result, directory.path()), expected("a/b/2"));
    assert_eq!(files(directory.path()), []);
    fs::write(directory.path().join("0"), "old").expect("written");
    fs::write(directory.path().join("other"), "other").expect("written");
    let result = write_files(directory.path(), &names, failing);
    assert_eq!(reason(result, directory.path()), expected("2"));
    let before = [file("0", "old"), file("other", "other")];
    assert_eq!(files(directory.path()), before);
    write_files(directory.path(), &names[..2], failing).expect("written");
    assert_eq!(files(directory.path()), [file("0", "0"), file("1", "1"), file("other", "other")]);
    write_files(&deep, &names[..1], failing).expect("written");
    assert_eq!(files(&deep), [file("0", "0")]);
}

/// If one of several paths is not a regular file, it is reported by name before anything is
/// written.
#[test]
fn several_files_replace_regular_files_only() {
    let directory = tempfile::tempdir().expect("a directory");
    let at = |name: &str| directory.path().join(name);
    fs::create_dir(at("directory")).expect("created");
    symlink("nowhere", at("dangling")).expect("linked");
    // rustix has no function for it on macOS.
    let mkfifo = std::process::Command::new("mkfifo").arg(at("pipe")).status();
    assert!(mkfifo.expect("it runs").success());
    for (name, what) in [
        ("directory", "is a directory"),
        ("dangling", "not a regular file"),
        ("pipe", "not a regular file"),
    ] {
        let names = ["first".to_owned(), name.to_owned()];
        let result = write_files(directory.path(), &names, |_, _| panic!("nothing is written"));
        assert_eq!(
            reason(result, directory.path()),
            (format!("cannot write \"{name}\": {what}"), None)
        );
        assert!(!at("first").exists());
    }
}

#[test]
fn paths_that_cannot_be_files_are_named() {
    let directory = tempfile::tempdir().expect("a directory");
    let at = |name: &str| directory.path().join(name);
    fs::write(at("file"), "").expect("written");
    symlink("loop", at("loop")).expect("linked");
    for (name, what) in [
        ("missing/x.ics", "no such directory"),
        ("missing/", "not a directory"),
        ("file/", "not a directory"),
        ("file/x.ics", "not a directory"),
        (".", "is a directory"),
        ("loop", "too many levels of symbolic links"),
    ] {
        assert_eq!(
            reason(write(&at(name), "new"), directory.path()),
            (format!("cannot write \"{name}\": {what}"), None)
        );
    }
    assert!(at("loop").is_symlink());
}

#[test]
fn links_are_followed_and_modes_kept() {
    let directory = tempfile::tempdir().expect("a directory");
    let at = |name: &str| directory.path().join(name);
    fs::create_dir(at("sub")).expect("created");
    fs::write(at("sub/old"), "old").expect("written");
    fs::set_permissions(at("sub/old"), fs::Permissions::from_mode(0o606)).expect("set");
    symlink("sub/old", at("link")).expect("linked");
    symlink("link", at("link to a link")).expect("linked");
    symlink("sub/new", at("dangling")).expect("linked");
    for name in ["link to a link", "dangling"] {
        write(&at(name), "new").expect(name);
        assert!(at(name).is_symlink(), "{name}");
    }
    assert_eq!(files(&at("sub")), [file("new", "new"), file("old", "new")]);
    let mode = |name| fs::metadata(at(name)).expect(name).permissions().mode() & 0o7777;
    assert_eq!(mode("sub/old"), 0o606);
    fs::write(at("plain"), "").expect("written");
    assert_eq!(mode("sub/new"), mode("plain"), "what the umask gives");
}

/// Paths that lead to an open descriptor are written to, never replaced.
#[test]
fn descriptors_are_written_directly() {
    let directory = tempfile::tempdir().expect("a directory");
    let at = |name: &str| directory.path().join(name);
    symlink("/dev/stdout", at("stdout")).expect("linked");
    symlink("/dev/fd", at("descriptors")).expect("linked");
    for path in [
        Path::new("-"),
        Path::new("/dev/stdout"),
        Path::new("/dev/fd/1"),
        &at("stdout"),
        &at("descriptors/1"),
    ] {
        assert!(matches!(Target::find(path), Ok(Target::Stdout)), "{}", path.display());
    }
    for path in ["/dev/null", "/dev/stderr", "/dev/fd/2", "/dev/fd/9"] {
        let found = Target::find(Path::new(path));
        assert!(matches!(found, Ok(Target::Direct(_))), "{path}");
    }
    // A directory that merely has the same name as the one with the descriptors.
    fs::create_dir(at("fd")).expect("created");
    assert!(matches!(Target::find(&at("fd/1")), Ok(Target::Regular(_))));
}
