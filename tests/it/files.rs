//! Files that the program writes: complete or unchanged, with the right permissions, through links and
//! to devices.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::common::directory::Directory;
use crate::common::{Run, in_repository, kangrejos};

/// Runs a shell command line in which `x` is the command `export`.
#[track_caller]
fn shell(directory: &Directory, line: &str) -> Run {
    directory.shell(&format!("x() {{ \"$K\" export \"$@\"; }}; {line}"))
}

#[test]
fn a_file_is_written_and_replaced_completely() {
    let directory = Directory::new();
    for arguments in ["-o talks.JSON", "-o talks.JSON -e 2023", "-o $PWD/talks.JSON -e all"] {
        shell(&directory, &format!("x {arguments}")).prints("");
        let (_, filters) = arguments.split_once("JSON").expect("a path");
        kangrejos(&format!("list --json{filters}")).prints(&directory.read("talks.JSON"));
        assert_eq!(directory.names_in(""), ["talks.JSON"]);
    }
}

#[test]
fn a_failure_is_explained_and_leaves_everything_unchanged() {
    let directory = Directory::new();
    let line = "echo old >old.ics; ln -s none/x lost; ln -s loop loop; mkdir -p sub taken/klint.ics; \
                ln -s new sub/klint.ics; ln -s /dev/null sub/rcu.ics";
    shell(&directory, line).prints("");
    let files = || (directory.files(), directory.names_in("sub"));
    let before = files();
    // On a full disk, or here, a large file. It is the second of two.
    let large = "file too large (see `ulimit -f`)";
    for (arguments, path, reason) in [
        ("-o sub", "sub", "is a directory"),
        ("-o sub/.", "sub/.", "is a directory"),
        ("-o none/x.ics", "none/x.ics", "no such directory"),
        ("-o lost", "lost", "no such directory"),
        ("-o loop", "loop", "too many levels of symbolic links"),
        ("-o new.ics/", "new.ics/", "not a directory"),
        ("-o new.ics/.", "new.ics/.", "not a directory"),
        ("-o old.ics/.", "old.ics/.", "not a directory"),
        ("-o old.ics/x.ics", "old.ics/x.ics", "not a directory"),
        ("--split old.ics", "old.ics", "not a directory"),
        ("--split old.ics/x", "old.ics/x", "not a directory"),
        ("--split taken", "taken/klint.ics", "is a directory"),
        ("--split sub", "sub/klint.ics", "not a regular file"),
        ("--split sub rcu", "sub/rcu.ics", "not a regular file"),
        ("-o old.ics", "old.ics", large),
        ("-o new.ics", "new.ics", large),
        ("--split .", "./klint.ics", large),
    ] {
        let line = format!("trap '' XFSZ; ulimit -f 2; x puzzlefs klint -f ics {arguments}");
        let message = format!("error: cannot write \"{path}\": {reason}\n");
        shell(&directory, &line).gives(2, "", &message);
        assert_eq!(files(), before, "{arguments}");
    }
}

#[test]
fn permissions_are_kept_and_respected() {
    let directory = Directory::new();
    for (before, mode) in [
        ("echo old >f; chmod 604 f", 0o604),
        ("chmod 666 f", 0o666),
        ("chmod 6755 f", 0o755),
        ("rm f; umask 002", 0o664),
        ("rm f; umask 077", 0o600),
    ] {
        shell(&directory, &format!("{before}; x klint -f ics -o f")).prints("");
        let metadata = fs::metadata(directory.at("f")).expect("written");
        assert_eq!(metadata.permissions().mode() & 0o7777, mode, "{before}");
    }
    let line = "chmod 777 .; chmod 444 f; mkdir d; echo old >d/old.ics; chmod 666 d/*; chmod 555 d";
    shell(&directory, line).prints("");
    for (arguments, path, tip) in [
        ("-f ics -o f", "f", ""),
        ("-o d/old.ics", "d/old.ics", "  tip: use > \"d/old.ics\" to write it in place\n"),
        ("-o d/new.ics", "d/new.ics", ""),
        ("--split d/new", "d/new", ""),
    ] {
        let before = (directory.files(), directory.files_in("d"));
        let message = format!("error: cannot write \"{path}\": permission denied\n{tip}");
        directory.run_unprivileged(&format!("export klint {arguments}")).gives(2, "", &message);
        assert_eq!((directory.files(), directory.files_in("d")), before);
    }
    shell(&directory, "chmod 755 d").prints("");
}

#[test]
fn links_are_followed() {
    let directory = Directory::new();
    let line = "mkdir d; echo old >d/old; ln -s d/old klint.ics; ln -s klint.ics 1; ln -s d/new 2; ln -s 2 3";
    shell(&directory, line).prints("");
    for (output, file) in [("-o 1", "old"), ("-o 3", "new"), ("--split .", "old")] {
        let line = format!(
            "x klint -f ics {output}; test -L 1 -a -L 2 -a -L 3 -a -L klint.ics && cat d/{file}; echo old >d/old"
        );
        shell(&directory, &line).prints(&kangrejos("export klint").stdout);
    }
    assert_eq!(directory.names_in("d"), ["new", "old"]);
}

/// Devices, pipes and open descriptors are written to, never replaced.
#[test]
fn what_is_not_a_regular_file_is_appended_to() {
    let talk = kangrejos("export klint").stdout;
    for (line, before, after) in [
        ("mkfifo p; cat p & x klint -f ics -o p; wait; test -p p && rm p", "", ""),
        ("x klint -o /dev/stdout | cat", "", ""),
        ("x klint -o /dev/null; test -c /dev/null && x klint", "", ""),
        ("(echo 1; x klint -o -; echo 2) >f; cat f", "1\n", "2\n"),
        ("(echo 1; x klint -o /dev/stdout; echo 2) >f; cat f", "1\n", "2\n"),
        ("(echo 1; x klint -o /dev/fd/1; echo 2) >f; cat f", "1\n", "2\n"),
        ("echo 1 >f; x klint -o /dev/stderr 2>>f; cat f", "1\n", ""),
        ("echo 1 >f; x klint -o /dev/fd/3 3>>f; echo 2 >>f; cat f", "1\n", "2\n"),
        ("ln -s /dev/fd/3 l; x klint -f ics -o l 3>f; test -L l && rm l; cat f", "", ""),
        // A pipe that is closed early is not an error.
        ("x -e all -f json -o /dev/stdout | true; x klint", "", ""),
        ("(sleep 0.3; x klint -o /dev/fd/3) 3>&1 >&2 | true; x klint", "", ""),
    ] {
        let directory = Directory::new();
        shell(&directory, line).prints(&format!("{before}{talk}{after}"));
        assert!(directory.names_in("").iter().all(|name| name == "f"), "{line}");
    }
}

/// Nothing is overwritten by an export that does not contain all of it.
#[test]
fn the_dataset_and_other_talks_are_not_overwritten() {
    let directory = Directory::new();
    let dataset = fs::read_to_string(in_repository("tests/dataset/next.json")).expect("there");
    directory.write("a", &dataset);
    shell(&directory, "cp a copy; ln a hard; ln -s a link; ln -s a late.ics").prints("");
    shell(&directory, "mkdir d; echo old >d/late.ics; ln -s late.ics d/hall.ics").prints("");
    let before = directory.files();
    for (line, path, other) in [
        ("x --dataset a -o ./a", "./a", "the dataset"),
        ("x --dataset a -o link", "link", "the dataset"),
        ("x --dataset link -o a", "a", "the dataset"),
        ("x --dataset a -o hard", "hard", "the dataset"),
        ("x --dataset a -o /dev/fd/3 3>>a", "/dev/fd/3", "the dataset"),
        ("x --dataset a --split . early late", "./late.ics", "the dataset"),
        ("x --dataset - -o a <a", "a", "the dataset"),
        ("\"$K\" --dataset a export -o a", "a", "the dataset"),
        ("export KANGREJOS_DATASET=a; x -o a", "a", "the dataset"),
        ("x --dataset a --split d early late hall", "d/late.ics", "\"d/hall.ics\""),
    ] {
        let message = format!("error: cannot write \"{path}\": it is also {other}\n");
        let tip = "  tip: write to another file\n";
        shell(&directory, line).gives(2, "", &(message + tip));
        assert_eq!(
            (directory.files(), directory.read("d/late.ics")),
            (before.clone(), "old\n".to_owned())
        );
    }
    let talk = shell(&directory, "x --dataset a early");
    for line in
        ["-o copy; cat copy", "-o -", "-o /dev/stdout | cat", "--split d hall; cat d/early.ics"]
    {
        shell(&directory, &format!("x --dataset a early {line}")).is_like(&talk);
    }
}
