//! `open`: which address is taken for what, and what the browser is asked.

mod common;

use common::{command, kangrejos, run};

#[test]
fn slides_come_before_reports_and_reports_before_the_page() {
    for (arguments, address) in [
        ("open puzzlefs", "https://kangrejos.com/2023/PuzzleFS.pdf"),
        ("open nova", "https://lwn.net/Articles/990736/"),
        ("open pin-init", "https://kangrejos.com/2023"),
        (
            "open \"ariel miculas\"",
            "https://kangrejos.com/2023/PuzzleFS.pdf",
        ),
        ("open 2025", "https://kangrejos.com/2025"),
    ] {
        kangrejos(&format!("{arguments} --print")).prints(&format!("{address}\n"));
    }
}

/// Every talk opens what its record says, in the order slides, first report, page.
#[test]
fn every_talk_has_an_address() {
    let talks = kangrejos("list -e all --json").json();
    for talk in talks.as_array().expect("an array") {
        let id = talk["id"].as_str().expect("an id");
        let candidates = [
            &talk["slides_url"],
            &talk["coverage"][0]["url"],
            &talk["url"],
        ];
        let address = candidates.iter().find_map(|url| url.as_str());
        let address = address.expect("an address");
        kangrejos(&format!("open {id} --print")).prints(&format!("{address}\n"));
    }
}

#[test]
fn what_is_not_one_talk_is_not_opened() {
    kangrejos("open klnt").gives(
        1,
        "",
        "kangrejos: no talk \"klnt\"; did you mean klint, kent-overstreet or klint-2025?\n",
    );
    kangrejos("open pin --print").gives(
        1,
        "",
        "kangrejos: \"pin\" fits 2 talks; name one by its id:\n  \
         pinned-structs  2022  pin-init - safe initialisation of pinned structs\n  \
         pin-init        2023  The pin-init API training\n",
    );
}

#[test]
fn nothing_but_an_https_address_gets_as_far_as_a_browser() {
    for address in [
        "file:///etc/passwd",
        "http://kangrejos.com",
        "--help",
        "javascript:alert(1)",
    ] {
        let edition = format!(
            r#"{{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22",
                "talks": [{{"id": "t1", "title": "T", "kind": "talk", "slides": true, "slides_url": "{address}"}}]}}"#
        );
        let arguments = "open t1 --print -d -";
        run(&mut command(arguments), &edition).gives(
            2,
            "",
            &format!("kangrejos: standard input: talk \"t1\": slides_url: not an https URL: \"{address}\"\n"),
        );
    }
}

/// With a browser that is a script, on the system where one can be put into the program's way.
#[cfg(target_os = "linux")]
mod browser {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn the_browser_gets_the_address_that_is_printed() {
        let folder = tempfile::tempdir().expect("a folder");
        let (browser, asked) = (folder.path().join("xdg-open"), folder.path().join("asked"));
        // Renamed, so that it is seen whole.
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >'{0}.new' && /bin/mv '{0}.new' '{0}'\n",
            asked.display()
        );
        fs::write(&browser, script).expect("a script");
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("executable");
        let run_open = |arguments: &str| {
            let mut command = command(arguments);
            command.env("PATH", folder.path());
            run(&mut command, "")
        };

        run_open("open puzzlefs --print").prints("https://kangrejos.com/2023/PuzzleFS.pdf\n");
        assert!(!asked.exists(), "--print opens nothing");

        run_open("open puzzlefs").prints("https://kangrejos.com/2023/PuzzleFS.pdf\n");
        let start = Instant::now();
        while !asked.exists() && start.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let asked = fs::read_to_string(&asked).expect("the browser was asked");
        assert_eq!(asked, "https://kangrejos.com/2023/PuzzleFS.pdf\n");
    }

    /// A machine without a browser: the address is printed all the same.
    #[test]
    fn without_a_browser_there_is_the_address() {
        let folder = tempfile::tempdir().expect("a folder");
        let arguments = "open puzzlefs";
        let mut command = command(arguments);
        command.env("PATH", folder.path());
        run(&mut command, "").gives(
            0,
            "https://kangrejos.com/2023/PuzzleFS.pdf\n",
            "kangrejos: no browser can be started here, the address is all there is\n",
        );
    }
}
