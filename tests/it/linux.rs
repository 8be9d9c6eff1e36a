//! Files that the program writes, tested in ways that need Linux: descriptors, owners, full disks
//! and failing system calls.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

use pretty_assertions::assert_eq;

use crate::common::directory::Directory;
use crate::common::{is_installed, kangrejos, skip};

/// The files that `--split` writes for the talks `pin-init` and `rcu`.
const PIN_INIT: &str = "pin-init.ics";
const RCU: &str = "rcu.ics";

#[test]
fn a_full_disk_is_a_failure() {
    kangrejos("export pin-init -o /dev/full").gives(
        2,
        "",
        "error: cannot write \"/dev/full\": no space left on device\n",
    );
}

/// Paths that lead to an open descriptor are appended to, never replaced.
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
        ("echo keep >f; \"$K\" export pin-init -o /dev/fd/1 >>f; cat f", format!("keep\n{talk}")),
        (
            "echo keep >f; \"$K\" export pin-init -o /dev/stderr 2>>f; cat f",
            format!("keep\n{talk}"),
        ),
        ("echo keep >f; \"$K\" export pin-init -o /dev/fd/3 3>>f; cat f", format!("keep\n{talk}")),
    ] {
        directory.shell(line).prints(&expected);
        assert_eq!(directory.names_in(""), ["f"], "{line}");
    }
}

/// A replaced file keeps its owner and group if root writes it, and never gives anybody more
/// access.
#[test]
fn a_replaced_file_gives_nobody_more_access() {
    const NOBODY: u32 = 65534;
    let directory = Directory::new();
    let is_root = fs::metadata(directory.path()).expect("a directory").uid() == 0;
    if !is_root {
        skip("the owner of replaced files: only root can give files away");
        return;
    }
    let file = directory.at("x.ics");
    let replaced = |mode: u32, by_root: bool| {
        directory.write("x.ics", "old");
        chown(&file, Some(NOBODY), Some(if by_root { NOBODY } else { 1 })).expect("root");
        fs::set_permissions(&file, Permissions::from_mode(mode)).expect("set");
        if by_root {
            directory.run("export pin-init -o x.ics").prints("");
        } else {
            directory.run_unprivileged("export pin-init -o x.ics").prints("");
        }
        let new = fs::metadata(&file).expect("there");
        (new.uid(), new.gid(), new.mode() & 0o7777)
    };
    fs::set_permissions(directory.path(), Permissions::from_mode(0o777)).expect("ours");
    assert_eq!(replaced(0o4664, true), (NOBODY, NOBODY, 0o4664));
    // The group cannot be kept, so its bits become those of others, and special bits are cleared.
    assert_eq!(replaced(0o6764, false), (NOBODY, NOBODY, 0o744));
}

/// With an access control list, only the owner's access is kept.
#[test]
fn an_access_control_list_is_not_widened() {
    let directory = Directory::new();
    directory.write("x.ics", "old");
    fs::set_permissions(directory.at("x.ics"), Permissions::from_mode(0o644)).expect("set");
    // Version 2; user rw-, user 1 rw-, group ---, mask rw-, other r--.
    let entries: [(u16, u16, u32); 5] =
        [(1, 6, u32::MAX), (2, 6, 1), (4, 0, u32::MAX), (16, 6, u32::MAX), (32, 4, u32::MAX)];
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
        skip(&format!("access control lists: there are none here: {error}"));
        return;
    }
    directory.run("export pin-init -o x.ics").prints("");
    let mode = fs::metadata(directory.at("x.ics")).expect("there").permissions().mode();
    assert_eq!(mode & 0o7777, 0o600);
}

/// Makes a system call of the program fail, and expects the old file unchanged and no other.
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
        ("fsync:error=EFBIG", "file too large (see `ulimit -f`)", ""),
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
        trace(inject, "pin-init -o x.ics").gives(2, "", &message);
        assert_eq!(directory.files(), [("x.ics".to_owned(), "old".to_owned())], "{inject}");
    }
    // The second sync is that of the directory, which not every file system supports.
    for error in ["EINVAL", "EOPNOTSUPP", "EACCES"] {
        trace(&format!("fsync:error={error}:when=2"), "pin-init -o y.ics").prints("");
        fs::remove_file(directory.at("y.ics")).expect("written");
    }
    let message = "error: cannot write \"y.ics\": input/output error\n";
    trace("fsync:error=EIO:when=2", "pin-init -o y.ics").gives(2, "", message);
    // No tip: a pipe is written in place anyway.
    let line = "mkfifo p; exec strace -f -qq -o /dev/null -P \"$PWD/p\" \
                -e inject=openat:error=EBUSY \"$K\" export pin-init -o p -f ics";
    let message = "error: cannot write \"p\": device or resource busy\n";
    directory.shell(line).gives(2, "", message);
    fs::remove_file(directory.at("p")).expect("it is there");
    // No tip: only a single file can be written in place.
    let message = format!("error: cannot write \"d/{PIN_INIT}\": device or resource busy\n");
    trace("/rename:error=EBUSY", "pin-init --split d").gives(2, "", &message);
    // If a rename fails in the middle, the message says what was done.
    let run = trace("/rename:error=EIO:when=2", "pin-init rcu --split d");
    run.gives(
        2,
        "",
        &format!(
            "error: cannot write \"d/{RCU}\": input/output error\n  \
             tip: replaced {PIN_INIT}, but not {RCU}\n"
        ),
    );
    assert_eq!(directory.names_in("d"), [PIN_INIT]);
    // An existing directory is kept if the export fails.
    fs::create_dir(directory.at("mine")).expect("created");
    let run = trace("fsync:error=ENOSPC", "pin-init --split mine");
    assert_eq!(run.status, Some(2));
    assert_eq!(directory.names_in("mine"), [""; 0]);
}

/// Every file, and the directory that names it, is synced before the program ends.
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
