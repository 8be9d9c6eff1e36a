//! How the terminal and the environment determine width, color and links. Tests of the layout are
//! in `screens.rs`.

use crate::common::terminal::on_terminal;
use crate::common::{command, inside, kangrejos, plain, run};

/// Checks that output on a pseudo-terminal is the same as in the tests that run in process.
#[test]
fn a_terminal_shows_the_same_as_tests_in_process() {
    for (columns, arguments) in [
        (120, "list"),
        (40, "list 2023 2026"),
        (80, "timeline klint"),
        (80, "people gary"),
        (90, "topics"),
        (80, "search rcu"),
        (50, "show puzzlefs"),
        (100, "search puzlefs"),
        (70, "list --help"),
    ] {
        let seen = on_terminal(columns, arguments, &[]);
        seen.is_like(&inside::on_terminal(columns.into(), arguments));
    }
}

#[test]
fn columns_and_color_follow_the_environment() {
    let plain_list = plain(&on_terminal(80, "list", &[]).stdout);
    assert_eq!(
        on_terminal(200, "list", &[("COLUMNS", "80")]).stdout,
        on_terminal(80, "list", &[]).stdout
    );
    for columns in ["wide", "0", "-1", ""] {
        assert_eq!(
            on_terminal(80, "list", &[("COLUMNS", columns)]).stdout,
            on_terminal(80, "list", &[]).stdout
        );
    }
    assert_eq!(on_terminal(80, "list", &[("NO_COLOR", "1")]).stdout, plain_list);
    assert_eq!(on_terminal(80, "list --color never", &[]).stdout, plain_list);
    assert!(on_terminal(80, "list", &[]).stdout.contains("\u{1b}["));
    // A width of 0 is unknown: nothing is cut or wrapped.
    let whole = plain(&on_terminal(0, "list", &[]).stdout);
    assert_eq!(whole, plain(&on_terminal(1000, "list", &[]).stdout));
    // Below the headings, the rows are those of a pipe without the years.
    let cells = |line: &str| {
        let cells = line.split("  ").map(|cell| cell.trim().to_owned());
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    };
    for line in kangrejos("list").stdout.lines() {
        let mut expected = cells(line);
        expected.remove(1);
        assert!(whole.lines().any(|seen| cells(seen) == expected), "{line}");
    }
    // COLUMNS is used only on a terminal.
    let run = run(command("list").env("COLUMNS", "40"), "");
    run.prints(&kangrejos("list").stdout);
}

/// Returns the URLs that `text` links to, and the text without the links (OSC 8).
fn links(text: &str) -> (Vec<String>, String) {
    let (mut urls, mut shown) = (Vec::new(), String::new());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("\u{1b}]8;;") {
        shown.push_str(before);
        let (url, after) = link.split_once("\u{1b}\\").expect("an end");
        if !url.is_empty() {
            urls.push(url.to_owned());
        }
        rest = after;
    }
    (urls, shown + rest)
}

#[test]
fn urls_are_links_if_the_terminal_supports_them() {
    let kitty = [("TERM", "xterm-kitty")];
    let plain_show = on_terminal(80, "show puzzlefs", &[]).stdout;
    let (urls, shown) = links(&on_terminal(80, "show puzzlefs", &kitty).stdout);
    assert_eq!(shown, plain_show);
    let lines = plain(&plain_show);
    let visible: Vec<&str> = lines
        .lines()
        .map(|line| line.trim_start_matches("Slides").trim_start_matches("Sources").trim_start())
        .filter(|line| line.starts_with("https://"))
        .collect();
    assert_eq!(urls, visible);

    // In lists an ID links to the slides, or else to the first article.
    let talks = kangrejos("list --json").json();
    let talks = talks.as_array().expect("an array").iter();
    let expected: Vec<&str> = talks
        .filter_map(|talk| {
            let slides = talk["slides_url"].as_str();
            slides.or(talk["coverage"][0]["url"].as_str())
        })
        .collect();
    for columns in [40, 120] {
        let (urls, shown) = links(&on_terminal(columns, "list", &kitty).stdout);
        assert_eq!(urls, expected, "{columns}");
        assert_eq!(shown, on_terminal(columns, "list", &[]).stdout);
    }

    let (url, shown) = links(&on_terminal(80, "open puzzlefs --print", &kitty).stdout);
    assert_eq!(shown, "https://kangrejos.com/2023/PuzzleFS.pdf\n");
    assert_eq!(url, [shown.trim_end()]);

    for (arguments, variables) in [
        ("show puzzlefs", &[("FORCE_HYPERLINK", "0"), kitty[0]][..]),
        ("show puzzlefs", &[("NO_COLOR", "1"), kitty[0]]),
        ("show puzzlefs --color never", &kitty),
        ("show puzzlefs --json", &kitty),
        ("list -f tsv", &kitty),
    ] {
        let screen = on_terminal(80, arguments, variables).stdout;
        assert_eq!(links(&screen), (Vec::new(), screen), "{arguments}");
    }
    let forced = on_terminal(80, "show puzzlefs", &[("FORCE_HYPERLINK", "1")]);
    assert_eq!(links(&forced.stdout).0, visible);
    // Only terminals get links, even if color is forced.
    let mut command = command("show puzzlefs --color always");
    command.envs([("FORCE_HYPERLINK", "1"), kitty[0]]);
    let piped = run(&mut command, "").stdout;
    assert_eq!(links(&piped), (Vec::new(), piped.clone()));
    assert_eq!(plain(&piped), kangrejos("show puzzlefs").stdout);
}

/// Checks what determines color, in order of precedence, for each stream separately.
#[test]
fn color_follows_option_variables_and_terminal() {
    let is_colored = |text: &str| text.contains("\u{1b}[");
    for (option, variables, on_terminal_too, into_pipe) in [
        ("", &[][..], true, false),
        ("", &[("TERM", "dumb")], false, false),
        ("", &[("TERM", "dumb"), ("CLICOLOR", "1"), ("CI", "1")], false, false),
        ("", &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], true, true),
        ("", &[("CLICOLOR", "0")], false, false),
        ("", &[("CLICOLOR", "1")], true, false),
        ("", &[("CLICOLOR_FORCE", "1")], true, true),
        ("", &[("CLICOLOR_FORCE", "")], true, false),
        ("", &[("NO_COLOR", "")], true, false),
        ("", &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false, false),
        (" --color always", &[("NO_COLOR", "1")], true, true),
        (" --color=never", &[("CLICOLOR_FORCE", "1")], false, false),
        (" --color never --color auto", &[], true, false),
    ] {
        for arguments in ["list", "search rcu", "show klint"] {
            let arguments = format!("{arguments}{option}");
            let seen = on_terminal(80, &arguments, variables);
            assert_eq!(is_colored(&seen.stdout), on_terminal_too, "{arguments} {variables:?}");
            let mut command = command(&arguments);
            command.env("TERM", "xterm-256color").envs(variables.iter().copied());
            let run = run(&mut command, "");
            assert_eq!(is_colored(&run.stdout), into_pipe, "{arguments} {variables:?}");
        }
        // Standard error is a pipe in both cases. If clap refuses the arguments, --color is not known.
        let refused = ["list --nothing", "shwo"].map(str::to_owned);
        let refused = refused.into_iter().filter(|_| option.is_empty());
        for arguments in refused.chain(["list -e 2019".to_owned()]) {
            let arguments = format!("{arguments}{option}");
            let seen = on_terminal(80, &arguments, variables);
            assert_eq!(is_colored(&seen.stderr), into_pipe, "{arguments} {variables:?}");
        }
    }
}
