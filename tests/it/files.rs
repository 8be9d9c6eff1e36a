//! Files that the program writes: complete or unchanged, with the right permissions, through links and
//! to devices.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use pretty_assertions::assert_eq;

use crate::common::directory::Directory;
use crate::common::{kangrejos, output_of};

/// The file that `--split` writes for the talk `pin-init`.
const PIN_INIT: &str = "pin-init.ics";

#[test]
fn a_file_is_written_and_replaced_completely() {
    let directory = Directory::new();
    for before in [None, Some("old contents, longer than nothing")] {
        if let Some(before) = before {
            directory.write("kangrejos.ics", before);
        }
        directory.run("export -e 2023 -o kangrejos.ics").prints("");
        kangrejos("export -e 2023").prints(&directory.read("kangrejos.ics"));
        assert_eq!(directory.names_in(""), ["kangrejos.ics"]);
    }
    // An absolute path, and an extension in upper case.
    let json = directory.at("talks.JSON");
    output_of(directory.command("export -o").arg(json)).prints("");
    kangrejos("list --json").prints(&directory.read("talks.JSON"));
}

#[test]
fn a_failure_is_explained_and_leaves_everything_unchanged() {
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
        ("--split sub", &taken),
    ] {
        let run = directory.run(&format!("export -e 2023 {arguments}"));
        run.gives(2, "", &format!("error: cannot write {reason}\n"));
        assert_eq!(directory.files(), before);
    }
    assert_eq!(directory.names_in("sub"), [PIN_INIT]);
}

#[test]
fn permissions_are_kept_and_respected() {
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
        directory.run("export pin-init -o old.ics").prints("");
        assert_eq!(mode_of("old.ics"), mode);
    }
    for (umask, mode) in [("022", 0o644), ("077", 0o600), ("000", 0o666)] {
        let run = format!(
            "umask {umask}; rm -rf new new.ics; \"$K\" export pin-init -o new.ics && \"$K\" export pin-init --split new"
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
    for arguments in ["-o old.ics", "-o closed/old.ics", "-o closed/new.ics", "--split closed/new"]
    {
        let (_, path) = arguments.split_once(' ').expect("a path");
        let message = format!("error: cannot write \"{path}\": permission denied\n");
        let run = directory.run_unprivileged(&format!("export pin-init {arguments}"));
        run.gives(2, "", &message);
        assert_eq!(directory.files(), before);
        assert_eq!(directory.files_in("closed"), [("old.ics".to_owned(), "old".to_owned())]);
    }
    set_mode("closed", 0o755);
}

#[test]
fn links_are_followed_and_devices_are_written() {
    let directory = Directory::new();
    fs::create_dir(directory.at("sub")).expect("made");
    directory.write("sub/old.ics", "old");
    symlink("sub/old.ics", directory.at("link.ics")).expect("linked");
    symlink("sub/new.ics", directory.at("dangling.ics")).expect("linked");
    let calendar = kangrejos("export -e 2023");
    let calendar = calendar.succeeds();
    for (link, file) in [("link.ics", "sub/old.ics"), ("dangling.ics", "sub/new.ics")] {
        directory.run(&format!("export -e 2023 -o {link}")).prints("");
        assert!(directory.at(link).is_symlink());
        assert_eq!(directory.read(file), calendar);
    }
    assert_eq!(directory.names_in("sub"), ["new.ics", "old.ics"]);

    directory.run("export pin-init -o /dev/null").prints("");
    let metadata = fs::metadata("/dev/null").expect("it is still there");
    assert!(!metadata.is_file());
    for line in [
        "\"$K\" export -e 2023 -o /dev/stdout | cat",
        "\"$K\" export -e 2023 -o /dev/stdout >out; cat out",
        "mkfifo pipe; cat pipe & \"$K\" export -e 2023 -o pipe; wait",
    ] {
        directory.shell(line).prints(calendar);
    }
    // A pipe that is closed early is not an error.
    for line in [
        "\"$K\" export -e all -f json -o /dev/stdout | true",
        "\"$K\" export -e all -f json | true",
    ] {
        directory.shell(line).prints("");
    }
}
