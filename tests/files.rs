//! Files that the program writes: whole or not at all, with the permissions they should have, through
//! links and into devices.

#![cfg(unix)]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]

mod common;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use pretty_assertions::assert_eq;

use common::directory::Directory;
use common::{is_installed, kangrejos, output_of};

/// The files that `--split` writes for the talks `pin-init` and `rcu`.
const PIN_INIT: &str = "d99cf337-4fe7-5146-a686-d1720e96bbe4.ics";
const RCU: &str = "3a55964e-ee94-58e9-bf51-145300e63cb4.ics";

#[test]
fn a_file_is_written_whole_and_replaced_whole() {
    let directory = Directory::new();
    for before in [None, Some("old contents, longer than nothing")] {
        if let Some(before) = before {
            directory.write("kangrejos.ics", before);
        }
        directory.run("export -e 2023 -o kangrejos.ics").prints("");
        kangrejos("export -e 2023").prints(&directory.read("kangrejos.ics"));
        assert_eq!(directory.names_in(""), ["kangrejos.ics"]);
    }
    // An absolute path; the extension in any case.
    let json = directory.at("talks.JSON");
    output_of(directory.command("export -o").arg(json)).prints("");
    kangrejos("list --json").prints(&directory.read("talks.JSON"));
}

#[test]
fn a_failure_says_why_and_leaves_everything_as_it_was() {
    let directory = Directory::new();
    directory.write("old.ics", "old");
    fs::create_dir(directory.at("sub")).expect("made");
    fs::create_dir(directory.at("sub").join(PIN_INIT)).expect("made");
    let before = directory.files();
    let taken = format!("\"sub/{PIN_INIT}\": is a directory");
    for (arguments, reason) in [
        ("-o sub", "\"sub\": is a directory"),
        ("-o none/x.ics", "\"none/x.ics\": no such directory"),
        ("-o old.ics/x.ics", "\"old.ics/x.ics\": not a directory"),
        ("--split old.ics", "\"old.ics\": not a directory"),
        ("--split old.ics/x", "\"old.ics/x\": not a directory"),
        ("-e 2023 --split sub", &taken),
    ] {
        let run = directory.run(&format!("export -f ics {arguments}"));
        run.gives(2, "", &format!("error: cannot write {reason}\n"));
        assert_eq!(directory.files(), before);
    }
    assert_eq!(directory.names_in("sub"), [PIN_INIT]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    kangrejos("export -o /dev/full").gives(
        2,
        "",
        "error: cannot write \"/dev/full\": no space left on device\n",
    );
}

#[test]
fn permissions_are_kept_and_obeyed() {
    let directory = Directory::new();
    let set_mode = |name: &str, mode: u32| {
        fs::set_permissions(directory.at(name), Permissions::from_mode(mode)).expect("set");
    };
    let mode_of = |name: &str| {
        let metadata = fs::metadata(directory.at(name)).expect(name);
        metadata.permissions().mode() & 0o7777
    };
    set_mode("", 0o777);
    directory.write("old.ics", "old");
    for mode in [0o600, 0o604, 0o666, 0o755] {
        set_mode("old.ics", mode);
        directory.run("export -o old.ics").prints("");
        assert_eq!(mode_of("old.ics"), mode);
    }
    for (umask, mode) in [("022", 0o644), ("077", 0o600), ("000", 0o666)] {
        let run = format!(
            "umask {umask}; rm -rf new new.ics; \"$K\" export -o new.ics && \"$K\" export pin-init --split new"
        );
        directory.shell(&run).prints("");
        assert_eq!(mode_of("new.ics"), mode);
        assert_eq!(mode_of(&format!("new/{PIN_INIT}")), mode);
    }
    directory.write("old.ics", "old");
    fs::create_dir(directory.at("closed")).expect("made");
    directory.write("closed/old.ics", "old");
    set_mode("old.ics", 0o444);
    set_mode("closed/old.ics", 0o666);
    set_mode("closed", 0o555);
    let before = directory.files();
    for arguments in [
        "-o old.ics",
        "-o closed/old.ics",
        "-o closed/new.ics",
        "--split closed/new",
    ] {
        let (_, path) = arguments.split_once(' ').expect("a path");
        let message = format!("error: cannot write \"{path}\": permission denied\n");
        let run = directory.run_unprivileged(&format!("export {arguments}"));
        run.gives(2, "", &message);
        assert_eq!(directory.files(), before);
        assert_eq!(
            directory.files_in("closed"),
            [("old.ics".to_owned(), "old".to_owned())]
        );
    }
    set_mode("closed", 0o755);
}

#[test]
fn links_and_devices_are_written_through() {
    let directory = Directory::new();
    fs::create_dir(directory.at("sub")).expect("made");
    directory.write("sub/old.ics", "old");
    symlink("sub/old.ics", directory.at("link.ics")).expect("linked");
    symlink("sub/new.ics", directory.at("dangling.ics")).expect("linked");
    let calendar = kangrejos("export -e 2023");
    let calendar = calendar.succeeds();
    for (link, file) in [("link.ics", "sub/old.ics"), ("dangling.ics", "sub/new.ics")] {
        directory
            .run(&format!("export -e 2023 -o {link}"))
            .prints("");
        assert!(directory.at(link).is_symlink());
        assert_eq!(directory.read(file), calendar);
    }
    assert_eq!(directory.names_in("sub"), ["new.ics", "old.ics"]);

    directory.run("export -o /dev/null").prints("");
    let metadata = fs::metadata("/dev/null").expect("it is still there");
    assert!(!metadata.is_file());
    for line in [
        "\"$K\" export -e 2023 -o /dev/stdout | cat",
        "\"$K\" export -e 2023 -o /dev/stdout >out; cat out",
        "mkfifo pipe; cat pipe & \"$K\" export -e 2023 -o pipe; wait",
    ] {
        directory.shell(line).prints(calendar);
    }
    // A reader that goes away has read enough.
    for line in [
        "\"$K\" export -e all -f json -o /dev/stdout | true",
        "\"$K\" export -e all -f json | true",
    ] {
        directory.shell(line).prints("");
    }
}

/// What leads to an open descriptor is written after what is there, never replaced.
#[cfg(target_os = "linux")]
#[test]
fn open_descriptors_are_written_not_replaced() {
    let directory = Directory::new();
    let talk = kangrejos("export pin-init").stdout;
    for (line, expected) in [
        (
            "(echo one; \"$K\" export pin-init -o /dev/fd/1; echo two) >f; cat f",
            format!("one\n{talk}two\n"),
        ),
        (
            "(echo one; \"$K\" export pin-init -o /proc/self/fd/1; echo two) >f; cat f",
            format!("one\n{talk}two\n"),
        ),
        (
            "echo keep >f; \"$K\" export pin-init -o /dev/fd/1 >>f; cat f",
            format!("keep\n{talk}"),
        ),
        (
            "echo keep >f; \"$K\" export pin-init -o /dev/stderr 2>>f; cat f",
            format!("keep\n{talk}"),
        ),
        (
            "echo keep >f; \"$K\" export pin-init -o /dev/fd/3 3>>f; cat f",
            format!("keep\n{talk}"),
        ),
    ] {
        directory.shell(line).prints(&expected);
        assert_eq!(directory.names_in(""), ["f"], "{line}");
    }
}

/// A replaced file keeps its owner and group if root writes it, and never gives more access than before.
#[cfg(target_os = "linux")]
#[test]
fn a_replaced_file_gives_nobody_more_access() {
    use std::os::unix::fs::{MetadataExt, chown};
    const NOBODY: u32 = 65534;
    let directory = Directory::new();
    let is_root = fs::metadata(directory.path()).expect("a directory").uid() == 0;
    if !is_root {
        eprintln!("skipped: only root can give files away");
        return;
    }
    let file = directory.at("x.ics");
    let replaced = |mode: u32, by_root: bool| {
        directory.write("x.ics", "old");
        chown(&file, Some(NOBODY), Some(if by_root { NOBODY } else { 1 })).expect("root");
        fs::set_permissions(&file, Permissions::from_mode(mode)).expect("set");
        if by_root {
            directory.run("export -o x.ics").prints("");
        } else {
            directory.run_unprivileged("export -o x.ics").prints("");
        }
        let new = fs::metadata(&file).expect("there");
        (new.uid(), new.gid(), new.mode() & 0o7777)
    };
    fs::set_permissions(directory.path(), Permissions::from_mode(0o777)).expect("ours");
    assert_eq!(replaced(0o4664, true), (NOBODY, NOBODY, 0o4664));
    // The group cannot be kept: its bits become those of others, and special bits go.
    assert_eq!(replaced(0o6764, false), (NOBODY, NOBODY, 0o744));
}

/// With an access control list, only the owner's access is kept.
#[cfg(target_os = "linux")]
#[test]
fn an_access_control_list_is_not_widened() {
    let directory = Directory::new();
    directory.write("x.ics", "old");
    fs::set_permissions(directory.at("x.ics"), Permissions::from_mode(0o644)).expect("set");
    // Version 2; user rw-, user 1 rw-, group ---, mask rw-, other r--.
    let entries: [(u16, u16, u32); 5] = [
        (1, 6, u32::MAX),
        (2, 6, 1),
        (4, 0, u32::MAX),
        (16, 6, u32::MAX),
        (32, 4, u32::MAX),
    ];
    let mut acl = 2_u32.to_le_bytes().to_vec();
    for (tag, access, id) in entries {
        acl.extend(tag.to_le_bytes());
        acl.extend(access.to_le_bytes());
        acl.extend(id.to_le_bytes());
    }
    let set = rustix::fs::setxattr(
        directory.at("x.ics"),
        "system.posix_acl_access",
        &acl,
        rustix::fs::XattrFlags::empty(),
    );
    if let Err(error) = set {
        eprintln!("skipped: no access control lists here: {error}");
        return;
    }
    directory.run("export -o x.ics").prints("");
    let mode = fs::metadata(directory.at("x.ics"))
        .expect("there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o7777, 0o600);
}

/// Fails a system call of the program, and expects the old file as it was and no other.
#[cfg(target_os = "linux")]
#[test]
fn a_failed_system_call_leaves_the_old_file() {
    if !is_installed("strace", "exports with failing system calls") {
        return;
    }
    let directory = Directory::new();
    directory.write("x.ics", "old");
    let trace = |inject: &str, arguments: &str| {
        directory.shell(&format!(
            "exec strace -f -qq -o /dev/null -e inject={inject} \"$K\" export {arguments}"
        ))
    };
    for (inject, reason, tip) in [
        ("fsync:error=ENOSPC", "no space left on device", ""),
        ("fsync:error=EIO", "input/output error", ""),
        (
            "/rename:error=EBUSY",
            "device or resource busy",
            "  tip: use > \"x.ics\" to write it in place\n",
        ),
        (
            "/rename:error=EXDEV",
            "invalid cross-device link",
            "  tip: use > \"x.ics\" to write it in place\n",
        ),
    ] {
        let message = format!("error: cannot write \"x.ics\": {reason}\n{tip}");
        trace(inject, "-o x.ics").gives(2, "", &message);
        assert_eq!(
            directory.files(),
            [("x.ics".to_owned(), "old".to_owned())],
            "{inject}"
        );
    }
    // A rename that fails in the middle: the message says what was done.
    let run = trace("/rename:error=EIO:when=2", "pin-init rcu --split d");
    run.gives(
        2,
        "",
        &format!(
            "error: cannot write \"d/{RCU}\": input/output error\n  \
             tip: 1 of 2 files were written, the last of them {PIN_INIT}\n"
        ),
    );
    assert_eq!(directory.names_in("d"), [PIN_INIT]);
    // A directory that cannot be looked at is not missing: the user's own stays.
    fs::create_dir(directory.at("mine")).expect("created");
    let run = trace("fsync:error=ENOSPC", "pin-init --split mine");
    assert_eq!(run.status, Some(2));
    assert_eq!(directory.names_in("mine"), [""; 0]);
}

/// Every file, and the directory that names it, is synced before the program ends.
#[cfg(target_os = "linux")]
#[test]
fn files_and_their_directory_are_synced() {
    if !is_installed("strace", "the sync of exports") {
        return;
    }
    let directory = Directory::new();
    for (arguments, expected) in [
        ("pin-init -o x.ics", "fsync rename fsync"),
        ("pin-init rcu --split d", "fsync fsync rename rename fsync"),
    ] {
        let line = format!(
            "strace -f -qq -o calls -e trace=fsync,/rename \"$K\" export {arguments}; \
             sed 's/^[0-9 ]*//; s/at2*(.*/(/; s/(.*//' calls | tr '\\n' ' '; rm calls"
        );
        directory.shell(&line).prints(&format!("{expected} "));
    }
}
