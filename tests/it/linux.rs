//! Files that the program writes, tested in ways that need Linux: owners, full disks and failing
//! system calls.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

use crate::common::directory::Directory;
use crate::common::{Run, is_installed, kangrejos, skip};

#[test]
fn a_full_disk_is_a_failure() {
    kangrejos("export pin-init -o /dev/full").gives(
        2,
        "",
        "error: cannot write \"/dev/full\": no space left on device\n",
    );
}

/// A replaced file keeps its owner and group if root writes it, and never gives anybody more
/// access.
#[test]
fn a_replaced_file_gives_nobody_more_access() {
    const NOBODY: u32 = 65534;
    let directory = Directory::new();
    if fs::metadata(directory.path()).expect("a directory").uid() != 0 {
        skip("the owner of replaced files: only root can give files away");
        return;
    }
    fs::set_permissions(directory.path(), Permissions::from_mode(0o777)).expect("ours");
    directory.write("x.ics", "old");
    let file = directory.at("x.ics");
    let run = |run: fn(&Directory, &str) -> Run, owner: u32, mode: u32| {
        chown(&file, Some(owner), Some(1)).expect("root");
        fs::set_permissions(&file, Permissions::from_mode(mode)).expect("set");
        run(&directory, "export pin-init -o x.ics").prints("");
        let new = fs::metadata(&file).expect("there");
        (new.uid(), new.gid(), new.mode() & 0o7777)
    };
    assert_eq!(run(Directory::run, NOBODY, 0o664), (NOBODY, 1, 0o664));
    // Nobody cannot keep the group, and the access of another one becomes that of all others.
    assert_eq!(run(Directory::run_unprivileged, 1, 0o666), (NOBODY, NOBODY, 0o666));
    assert_eq!(run(Directory::run_unprivileged, NOBODY, 0o664), (NOBODY, NOBODY, 0o644));
}

/// Whichever system call fails, the file is old or new as a whole, and the message says which.
#[test]
fn a_failed_system_call_leaves_no_part_of_a_file() {
    if !is_installed("strace", "exports with failing system calls") {
        return;
    }
    let directory = Directory::new();
    let trace = |inject: &str, arguments: &str, message: &str| {
        // strace reports the path that it has found.
        let line = format!(
            "strace -f -qq -o /dev/null -e inject={inject} \"$K\" export {arguments} 2>log; s=$?; \
             sed '/^strace: /d; s/^error: //' log; rm log; exit $s"
        );
        let (status, end) = if message.is_empty() { (0, "") } else { (2, "\n") };
        directory.shell(&line).gives(status, &format!("{message}{end}"), "");
    };
    let new = kangrejos("export pin-init").stdout;
    let busy = "device or resource busy\n  tip: use > \"x.ics\" to write it in place";
    let other = "invalid cross-device link\n  tip: use > \"x.ics\" to write it in place";
    for (inject, contents, reason) in [
        ("fsync:error=ENOSPC", "old", "no space left on device"),
        ("/rename:error=EIO", "old", "input/output error"),
        ("/rename:error=EBUSY", "old", busy),
        ("/rename:error=EXDEV", "old", other),
        // The directory, which not every file system can sync and not every user can open.
        ("openat:error=EIO -P .", "old", "input/output error"),
        ("openat:error=EACCES -P .", &new, ""),
        ("fsync:error=EINVAL:when=2", &new, ""),
        ("fsync:error=EOPNOTSUPP:when=2", &new, ""),
        ("fsync:error=EIO:when=2", &new, "input/output error"),
    ] {
        let message = match (contents, reason) {
            (_, "") => String::new(),
            ("old", _) => format!("cannot write \"x.ics\": {reason}"),
            _ => format!("\"x.ics\" was written, but its directory could not be synced: {reason}"),
        };
        directory.write("x.ics", "old");
        trace(inject, "pin-init -o x.ics", &message);
        assert_eq!(directory.files(), [("x.ics".to_owned(), contents.to_owned())], "{inject}");
    }
    // Of two files, the second is not renamed.
    let message = "cannot write \"d/rcu.ics\": input/output error\n  tip: replaced 1 of 2 files";
    trace("/rename:error=EIO:when=2", "pin-init rcu --split d", message);
    assert_eq!(directory.names_in("d"), ["pin-init.ics"]);
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
        // Files there are not devices.
        ("pin-init -f ics -o /dev/shm/$$", "fsync rename fsync"),
    ] {
        let line = format!(
            ": >/dev/shm/$$; strace -f -qq -o calls -e trace=fsync,/rename \"$K\" export {arguments}; \
             sed 's/^[0-9 ]*//; s/at2*(.*/(/; s/(.*//' calls | tr '\\n' ' '; rm -f calls /dev/shm/$$"
        );
        directory.shell(&line).prints(&format!("{expected} "));
    }
}
