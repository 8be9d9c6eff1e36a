//! What the program makes of the terminal it runs on, and of the environment: width, colour and links.
//! Tests of the layout are in `screens.rs`.

#![cfg(target_os = "linux")]

mod common;

use pretty_assertions::assert_eq;

use common::terminal::on_terminal;
use common::{command, inside, kangrejos, plain, run};

/// What tests within one process see is what is seen on a terminal.
#[test]
fn a_terminal_shows_what_the_tests_of_screens_see() {
    for (columns, arguments) in [
        (120, "list"),
        (40, "list -e all"),
        (80, "search rcu"),
        (50, "show puzzlefs"),
        (100, "search cocinelle"),
        (70, "list --help"),
    ] {
        let seen = on_terminal(columns, arguments, &[]);
        seen.is_like(&inside::on_terminal(columns.into(), arguments));
    }
}

#[test]
fn columns_and_colour_follow_the_environment() {
    let plain_list = plain(&on_terminal(80, "list", &[]).stdout);
    assert_eq!(
        on_terminal(200, "list", &[("COLUMNS", "80")]).stdout,
        on_terminal(80, "list", &[]).stdout
    );
    assert_eq!(
        on_terminal(80, "list", &[("COLUMNS", "wide")]).stdout,
        on_terminal(80, "list", &[]).stdout
    );
    assert_eq!(on_terminal(80, "list", &[("NO_COLOR", "1")]).stdout, plain_list);
    assert_eq!(on_terminal(80, "list --color never", &[]).stdout, plain_list);
    assert!(on_terminal(80, "list", &[]).stdout.contains("\u{1b}["));
    // A width of 0 is no width: nothing is cut or wrapped.
    let whole = on_terminal(0, "list", &[]).stdout;
    assert_eq!(whole, on_terminal(1000, "list", &[]).stdout);
    let whole = plain(&whole);
    let table = whole.lines().skip(2);
    for (line, piped) in table.zip(kangrejos("list").stdout.lines()) {
        assert!(line.starts_with(piped), "{line}");
    }
    // COLUMNS counts on a terminal only.
    let run = run(command("list").env("COLUMNS", "40"), "");
    run.prints(&kangrejos("list").stdout);
}

/// The addresses that `text` links to, and the text without the links (OSC 8).
fn links(text: &str) -> (Vec<String>, String) {
    let (mut addresses, mut shown) = (Vec::new(), String::new());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("\u{1b}]8;;") {
        shown.push_str(before);
        let (address, behind) = link.split_once("\u{1b}\\").expect("an end");
        if !address.is_empty() {
            addresses.push(address.to_owned());
        }
        rest = behind;
    }
    (addresses, shown + rest)
}

#[test]
fn addresses_are_links_where_the_terminal_shows_them() {
    let kitty = [("TERM", "xterm-kitty")];
    let plain_show = on_terminal(80, "show puzzlefs", &[]).stdout;
    let (addresses, shown) = links(&on_terminal(80, "show puzzlefs", &kitty).stdout);
    assert_eq!(shown, plain_show);
    let lines = plain(&plain_show);
    let visible: Vec<&str> = lines
        .lines()
        .map(|line| line.trim_start_matches("Slides").trim_start())
        .filter(|line| line.starts_with("https://"))
        .collect();
    assert_eq!(addresses, visible);

    // In lists an id links to what `open` opens, but not to the edition's page.
    let talks = kangrejos("list -e all --json").json();
    let talks = talks.as_array().expect("an array").iter();
    let expected: Vec<&str> = talks
        .filter_map(|talk| {
            let slides = talk["slides_url"].as_str();
            slides.or(talk["coverage"][0]["url"].as_str())
        })
        .collect();
    for columns in [40, 120] {
        let (addresses, shown) = links(&on_terminal(columns, "list -e all", &kitty).stdout);
        assert_eq!(addresses, expected, "{columns}");
        assert_eq!(shown, on_terminal(columns, "list -e all", &[]).stdout);
    }

    let (address, shown) = links(&on_terminal(80, "open puzzlefs --print", &kitty).stdout);
    assert_eq!(shown, "https://kangrejos.com/2023/PuzzleFS.pdf\n");
    assert_eq!(address, [shown.trim_end()]);

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
    // Links are for terminals alone, whatever is forced.
    let mut command = command("show puzzlefs --color always");
    command.envs([("FORCE_HYPERLINK", "1"), kitty[0]]);
    let piped = run(&mut command, "").stdout;
    assert_eq!(links(&piped), (Vec::new(), piped.clone()));
    assert_eq!(plain(&piped), kangrejos("show puzzlefs").stdout);
}

/// What decides on colour, from the strongest to the weakest; each stream is judged by itself.
#[test]
fn colour_follows_option_variables_and_terminal() {
    let is_coloured = |text: &str| text.contains("\u{1b}[");
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
            assert_eq!(is_coloured(&seen.stdout), on_terminal_too, "{arguments} {variables:?}");
            let mut command = command(&arguments);
            command.env("TERM", "xterm-256color").envs(variables.iter().copied());
            let run = run(&mut command, "");
            assert_eq!(is_coloured(&run.stdout), into_pipe, "{arguments} {variables:?}");
        }
        // Standard error is no terminal in either case, and follows the rules for a pipe.
        // What clap refuses has no option yet.
        let refused = ["list --nothing", "shwo"].map(str::to_owned);
        let refused = refused.into_iter().filter(|_| option.is_empty());
        for arguments in refused.chain(["list -e 2019".to_owned()]) {
            let arguments = format!("{arguments}{option}");
            let seen = on_terminal(80, &arguments, variables);
            assert_eq!(is_coloured(&seen.stderr), into_pipe, "{arguments} {variables:?}");
        }
    }
}
