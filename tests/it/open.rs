//! `open`: which URL is opened, and how the browser is started.

use crate::common::{command, kangrejos, run};

#[test]
fn options_and_names_choose_the_url() {
    for (arguments, url, what) in [
        ("puzzlefs", "https://kangrejos.com/2023/PuzzleFS.pdf", None),
        ("puzzlefs --slides", "https://kangrejos.com/2023/PuzzleFS.pdf", None),
        ("puzzlefs --article", "https://lwn.net/Articles/945320/", Some("an article")),
        ("puzzlefs --page", "https://kangrejos.com/2023", Some("the edition's page")),
        ("opening --page", "https://example.org/opening?day=1&lang=en", Some("the talk's page")),
        ("\"ariel miculas\"", "https://kangrejos.com/2023/PuzzleFS.pdf", None),
        // Without slides: the first article, else the first link, else the page.
        ("nova", "https://lwn.net/Articles/990736/", Some("an article")),
        ("hall", "https://example.org/map", Some("a link")),
        ("opening", "https://example.org/opening?day=1&lang=en", Some("the talk's page")),
        ("kent-overstreet", "https://kangrejos.com/2023", Some("the edition's page")),
        ("2026", "https://kangrejos.com/2026", None),
        ("2026 --page", "https://kangrejos.com/2026", None),
        ("latest", "https://kangrejos.com/2026", None),
    ] {
        let note = what.map(|what| format!("note: this is the URL of {what}\n"));
        kangrejos(&format!("open {arguments} --print")).gives(
            0,
            &format!("{url}\n"),
            &note.unwrap_or_default(),
        );
    }
    kangrejos("slides puzzlefs --print").is_like(&kangrejos("open puzzlefs --print"));
}

/// Checks every talk of the built-in data: the slides are opened, or else the first article, the first
/// link or the page.
#[test]
fn every_talk_has_a_url() {
    let built_in = |arguments: &str| crate::common::built_in(arguments);
    let editions = built_in("editions --json").json();
    let pages: Vec<_> =
        editions.as_array().expect("an array").iter().map(|it| &it["url"]).collect();
    let talks = built_in("list --json").json();
    for talk in talks.as_array().expect("an array") {
        let id = talk["id"].as_str().expect("an id");
        let is_of_edition = pages.contains(&&talk["url"]);
        let page = if is_of_edition { "the edition's page" } else { "the talk's page" };
        let candidates = [
            (&talk["slides_url"], None),
            (&talk["coverage"][0]["url"], Some("an article")),
            (&talk["links"][0]["url"], Some("a link")),
            (&talk["url"], Some(page)),
        ];
        let known = candidates.iter().find_map(|(url, what)| Some((url.as_str()?, what)));
        let (url, what) = known.expect("a URL");
        let note = what.map(|what| format!("note: this is the URL of {what}\n"));
        let printed = built_in(&format!("open {id} --print"));
        printed.gives(0, &format!("{url}\n"), &note.unwrap_or_default());
    }
}

/// Returns an edition with a talk `t1` whose slides have the given URL.
fn edition(slides_url: &str) -> String {
    format!(
        r#"{{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22",
            "sources": ["https://e.org"],
            "talks": [{{"id": "t1", "title": "T", "kind": "talk", "slides": true, "slides_url": "{slides_url}",
                        "sources": ["https://e.org"]}}]}}"#
    )
}

#[test]
fn only_https_urls_reach_the_browser() {
    for url in ["file:///etc/passwd", "http://kangrejos.com", "--help", "javascript:alert(1)"] {
        run(&mut command("open t1 --print --dataset -"), edition(url)).gives(
            2,
            "",
            &format!(
                "error: standard input: talk \"t1\": slides_url: not an https URL: \"{url}\"\n"
            ),
        );
    }
}

/// Uses scripts as browsers, which the program finds in PATH only on Linux.
#[cfg(target_os = "linux")]
mod browser {
    use std::fs;
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::*;
    use crate::common::directory::Directory;

    const URL: &str = "https://kangrejos.com/2023/PuzzleFS.pdf";
    const MANUALLY: &str = "note: cannot start a browser; open the URL above manually\n";

    /// Writes a browser that appends its name and arguments, one a line, to the file `asked`, and ends
    /// with `status`.
    fn write_browser(directory: &Directory, name: &str, status: u8) {
        let asked = directory.at("asked").display().to_string();
        let script =
            format!("#!/bin/sh\nprintf '%s\\n' {name} \"$@\" >>'{asked}'\nexit {status}\n");
        // Written by another process: a file that this one has written may still be open for writing
        // in a child that another thread has just started, and cannot be run then.
        let line = format!("cat >{name} <<'END' && chmod 755 {name}\n{script}END\n");
        directory.shell(&line).prints("");
    }

    /// Returns the program, which finds browsers only in `directory`.
    fn opening(directory: &Directory, browser: &str) -> Command {
        let mut command = directory.command("open puzzlefs");
        command.env("PATH", directory.path()).env("BROWSER", browser);
        command
    }

    #[test]
    fn without_the_variable_the_system_opens_the_printed_url() {
        for variable in [None, Some(""), Some(" : ")] {
            let directory = Directory::new();
            write_browser(&directory, "xdg-open", 0);
            let open = |arguments: &str| {
                let mut command = directory.command(arguments);
                command.env("PATH", directory.path());
                command.envs(variable.map(|value| ("BROWSER", value)));
                run(&mut command, "").prints(&format!("{URL}\n"));
            };
            open("open puzzlefs --print");
            assert!(!directory.at("asked").exists(), "--print opens nothing");
            open("open puzzlefs");
            // The program does not wait for it.
            let start = Instant::now();
            let asked = || fs::read_to_string(directory.at("asked")).unwrap_or_default();
            while asked().is_empty() && start.elapsed() < Duration::from_secs(10) {
                std::thread::sleep(Duration::from_millis(10));
            }
            assert_eq!(asked(), format!("xdg-open\n{URL}\n"));
        }
    }

    /// The parts of the variable are tried in turn, until one succeeds.
    #[test]
    fn the_variable_names_browsers() {
        for (variable, asked) in [
            ("one", "one\n@\n"),
            ("  one  ", "one\n@\n"),
            ("one --new-tab", "one\n--new-tab\n@\n"),
            ("one --url=%s --end", "one\n--url=@\n--end\n"),
            ("one %s %s", "one\n@\n@\n"),
            // Quotes are nothing special without a shell.
            ("one '%s' $HOME", "one\n'@'\n$HOME\n"),
            ("one:two", "one\n@\n"),
            ("missing:one", "one\n@\n"),
            (":missing %s::fails:two -x", "fails\n@\ntwo\n-x\n@\n"),
        ] {
            let directory = Directory::new();
            for (name, status) in [("one", 0), ("two", 0), ("fails", 3)] {
                write_browser(&directory, name, status);
            }
            run(&mut opening(&directory, variable), "").prints(&format!("{URL}\n"));
            assert_eq!(directory.read("asked"), asked.replace('@', URL), "{variable}");
        }
    }

    #[test]
    fn if_no_browser_can_be_started_the_url_is_to_be_opened_manually() {
        let directory = Directory::new();
        write_browser(&directory, "fails", 1);
        directory.write("not-executable", "");
        let url = format!("{URL}\n");
        for variable in ["missing", "fails", "missing:fails:not-executable"] {
            run(&mut opening(&directory, variable), "").gives(0, &url, MANUALLY);
        }
        let mut command = command("open puzzlefs");
        command.env("PATH", directory.at("empty"));
        run(&mut command, "").gives(0, &url, MANUALLY);
    }

    /// What a shell would run stays part of the URL.
    #[test]
    fn urls_are_not_run() {
        let url = "https://e.org/$(touch%20x);&";
        for variable in ["one", "one %s"] {
            let directory = Directory::new();
            write_browser(&directory, "one", 0);
            let mut command = directory.command("open t1 --dataset -");
            command.env("BROWSER", variable).env("PATH", directory.path());
            run(&mut command, edition(url)).prints(&format!("{url}\n"));
            assert_eq!(directory.read("asked"), format!("one\n{url}\n"));
            assert_eq!(directory.names_in(""), ["asked", "one"]);
        }
    }
}
