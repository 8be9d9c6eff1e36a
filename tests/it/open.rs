//! `open`: which URL is opened, and how the browser is started.

use crate::common::{command, frozen, kangrejos, run};

#[test]
fn slides_take_precedence_over_articles_and_articles_over_the_page() {
    for (arguments, url, what) in [
        ("open puzzlefs", "https://kangrejos.com/2023/PuzzleFS.pdf", "the slides"),
        ("open puzzlefs --slides", "https://kangrejos.com/2023/PuzzleFS.pdf", "the slides"),
        ("open puzzlefs --article", "https://lwn.net/Articles/945320/", "an article"),
        ("open puzzlefs --page", "https://kangrejos.com/2023", "the edition's page"),
        ("open nova", "https://lwn.net/Articles/990736/", "an article"),
        ("open pin-init", "https://kangrejos.com/2023", "the edition's page"),
        ("open \"ariel miculas\"", "https://kangrejos.com/2023/PuzzleFS.pdf", "the slides"),
    ] {
        frozen(&format!("{arguments} --print")).gives(
            0,
            &format!("{url}\n"),
            &format!("note: this is the URL of {what}\n"),
        );
    }
    kangrejos("open 2025 --print").prints("https://kangrejos.com/2025\n");
}

/// Checks every talk: the slides are opened, or else the first article, or else the page.
#[test]
fn every_talk_has_a_url() {
    let talks = kangrejos("list -e all --json").json();
    for talk in talks.as_array().expect("an array") {
        let id = talk["id"].as_str().expect("an id");
        let candidates = [
            (&talk["slides_url"], "the slides"),
            (&talk["coverage"][0]["url"], "an article"),
            (&talk["url"], "the edition's page"),
        ];
        let known = candidates.iter().find_map(|(url, what)| Some((url.as_str()?, what)));
        let (url, what) = known.expect("a URL");
        kangrejos(&format!("open {id} --print")).gives(
            0,
            &format!("{url}\n"),
            &format!("note: this is the URL of {what}\n"),
        );
    }
}

#[test]
fn only_https_urls_reach_the_browser() {
    for url in ["file:///etc/passwd", "http://kangrejos.com", "--help", "javascript:alert(1)"] {
        let edition = format!(
            r#"{{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22",
                "talks": [{{"id": "t1", "title": "T", "kind": "talk", "slides": true, "slides_url": "{url}"}}]}}"#
        );
        let arguments = "open t1 --print --dataset -";
        run(&mut command(arguments), &edition).gives(
            2,
            "",
            &format!(
                "error: standard input: talk \"t1\": slides_url: not an https URL: \"{url}\"\n"
            ),
        );
    }
}

/// Uses a script as the browser, which the program finds in PATH only on Linux.
#[cfg(target_os = "linux")]
mod browser {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, Instant};

    use super::*;

    const URL: &str = "https://kangrejos.com/2023/PuzzleFS.pdf\n";
    const NOTE: &str = "note: this is the URL of the slides\n";

    #[test]
    fn the_browser_gets_the_printed_url() {
        let directory = tempfile::tempdir().expect("a directory");
        let (browser, asked) = (directory.path().join("xdg-open"), directory.path().join("asked"));
        // The file is renamed when it is complete.
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >'{0}.new' && /bin/mv '{0}.new' '{0}'\n",
            asked.display()
        );
        fs::write(&browser, script).expect("a script");
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("executable");
        let run_open = |arguments: &str| {
            let mut command = command(arguments);
            command.env("PATH", directory.path());
            run(&mut command, "")
        };

        run_open("open puzzlefs --print").gives(0, URL, NOTE);
        assert!(!asked.exists(), "--print opens nothing");

        run_open("open puzzlefs").gives(0, URL, NOTE);
        let start = Instant::now();
        while !asked.exists() && start.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let asked = fs::read_to_string(&asked).expect("the browser was asked");
        assert_eq!(asked, "https://kangrejos.com/2023/PuzzleFS.pdf\n");
    }

    #[test]
    fn without_a_browser_the_url_is_still_printed() {
        let directory = tempfile::tempdir().expect("a directory");
        let arguments = "open puzzlefs";
        let mut command = command(arguments);
        command.env("PATH", directory.path());
        run(&mut command, "").gives(
            0,
            URL,
            &format!("{NOTE}note: cannot start a browser; open the URL above manually\n"),
        );
    }
}
