//! `--dataset`: where editions are read from, how they are combined, and which errors are reported.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use crate::common::directory::Directory;
use crate::common::{Run, built_in, command, in_repository, run};

fn file(name: &str) -> PathBuf {
    in_repository("tests/dataset").join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(file(name)).expect("the file")
}

/// Returns the program with `arguments`, in the directory of the datasets.
fn command_in_directory(arguments: &str) -> Command {
    let mut command = command(arguments);
    command.current_dir(file(""));
    command
}

#[track_caller]
fn in_directory(arguments: &str) -> Run {
    run(&mut command_in_directory(arguments), "")
}

const NEXT: &str = "\
ID       EDITION  TITLE                              SPEAKERS     STATE
opening  2026     Opening
early    2026     An early one                       Bob Builder
hall     2026     Hallway, all day
late     2026     A late one                         Ann Author
close    2026     Closing words behind the late one
";

#[test]
fn a_file_replaces_the_built_in_data() {
    in_directory("--dataset next.json list").prints(NEXT);
    in_directory("list --dataset next.json").prints(NEXT);
    in_directory("list --dataset ./next.json -e 2023").gives(
        2,
        "",
        "error: no edition \"2023\" (available: 2026)\n",
    );
    // The latest edition, in whichever file and place it is.
    for arguments in ["--dataset two.json", "--dataset two.json --dataset ../fixture.json"] {
        in_directory(&format!("list latest -f ids {arguments}")).prints("last\n");
    }
    in_directory("list --dataset two.json -f ids").prints("last\nfirst\n");
}

#[test]
fn standard_input_is_read_with_or_without_a_byte_order_mark() {
    for mark in ["", "\u{feff}"] {
        let input = format!("{mark}{}", text("next.json"));
        run(&mut command_in_directory("list --dataset -"), &input).prints(NEXT);
    }
}

#[test]
fn several_datasets_are_combined_newest_edition_first() {
    let ids = "last\nfirst\nopening\nearly\nhall\nlate\nclose\n";
    for arguments in [
        "list --dataset two.json --dataset next.json -f ids",
        "--dataset two.json list --dataset next.json -f ids",
        "--dataset next.json --dataset two.json list -f ids",
        "--dataset next.json list -f ids --dataset two.json",
    ] {
        in_directory(arguments).prints(ids);
    }
    let embedded = built_in("list -f ids").stdout;
    // With years and IDs that the built-in data will not contain for a long time.
    let directory = Directory::new();
    for name in ["next.json", "two.json"] {
        let text = text(name).replace("202", "212");
        directory.write(name, &text.replace("\"id\": \"", "\"id\": \"far-"));
    }
    let ids: Vec<String> = ids.lines().map(|id| format!("far-{id}\n")).collect();
    let ids = ids.concat();
    directory
        .run("list --dataset next.json --dataset builtin --dataset two.json -f ids")
        .prints(&format!("{ids}{embedded}"));
    in_directory("list --dataset builtin -f ids").prints(&embedded);
    in_directory("--dataset builtin show pin-init").prints(&built_in("show pin-init").stdout);
}

#[test]
fn a_column_may_be_wider_than_a_format_string_allows() {
    let speakers: Vec<String> = (100..170).map(|n| format!("{n}{}", "a".repeat(990))).collect();
    let edition = json!({
        "year": 2030, "name": "E", "url": "https://example.org", "revised": "2026-01-01",
        "sources": ["https://example.org"],
        "talks": [{
            "id": "a", "kind": "talk", "title": "On a", "speakers": speakers, "state": "ongoing",
            "sources": ["https://example.org"],
        }],
    });
    let speakers = speakers.join(", ");
    let spaces = " ".repeat(speakers.len() - "SPEAKERS".len());
    let expected = format!(
        "ID  EDITION  TITLE  SPEAKERS{spaces}  STATE\na   2030     On a   {speakers}  ongoing\n"
    );
    let dataset = edition.to_string();
    let run = crate::common::inside::run(&["list", "--dataset", "-"], dataset.as_bytes());
    run.prints(&expected);
    // On a screen, all words are there, and no line is too long.
    let wide = "a".repeat(990);
    let dataset = dataset.replace(&wide, &" a".repeat(495));
    let fitted = crate::common::inside::run(
        &["list", "--dataset", "-", "--width", "80"],
        dataset.as_bytes(),
    );
    assert!(fitted.succeeds().lines().all(|line| line.len() <= 80));
    let words = |text: &str| {
        let words = text.split_whitespace().filter(|word| *word != "ongoing");
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(words(&fitted.stdout), words(&expected.replace(&wide, &" a".repeat(495))));
}

/// A name is the same however its accents were typed.
#[test]
fn names_are_composed() {
    let talk = |id: &str, name: &str| {
        let note = json!({"text": "A point.", "by": ["Jos\u{e9} Gi"], "url": "https://a.b"});
        let source = "https://a.b";
        json!({"id": id, "kind": "talk", "title": "Jose\u{301}", "speakers": [name], "notes": [note], "sources": [source]})
    };
    let dataset = json!({
        "year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "sources": ["https://a.b"],
        "also_known_as": {"Pepe\u{301}": "Jose\u{301} Gi"}, "family_names": {"Jose\u{301} Gi": "Jose\u{301} Gi"},
        "talks": [talk("one", "Jose\u{301} Gi"), talk("two", "Jos\u{e9} Gi"), talk("three", "Jose Gi")],
    });
    let said = |arguments: &str| {
        let arguments: Vec<&str> = arguments.split(' ').chain(["--dataset", "-"]).collect();
        crate::common::inside::run(&arguments, dataset.to_string().as_bytes())
    };
    // By family name, and what is no name is as it was.
    let header = "name\ttalks\tnotes\teditions\n";
    let rows = "Jose Gi\tthree\t0\t2026\nJos\u{e9} Gi\tone, two\t3\t2026\n";
    said("people -f tsv").prints(&format!("{header}{rows}"));
    said("people pep\u{e9} -f ids").prints("Jos\u{e9} Gi\n");
    let titles = "one: Jose\u{301} (Jos\u{e9} Gi)\n";
    let page = said("show 2026 -f md");
    assert!(page.succeeds().contains(titles), "{page:?}");
    let authors = said("export -f bib");
    let authors: Vec<&str> =
        authors.succeeds().lines().filter(|line| line.contains("author")).collect();
    let [group, person] = ["  author = {{Jos\u{e9} Gi}},", "  author = {Jose Gi},"];
    assert_eq!(authors, [group, group, person]);
}

/// A title as it was typed comes before an ID that differs in punctuation, and letters may be spelled out.
#[test]
fn what_distinguishes_titles_and_names() {
    let talk = |id: &str, title: &str, name: &str| json!({"id": id, "kind": "talk", "title": title, "speakers": [name], "sources": ["https://a.b"]});
    let dataset = json!({
        "year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "sources": ["https://a.b"],
        "talks": [
            talk("c", "On C", "J\u{f6}rg \u{c5}s"), talk("cpp", "C++", "J\u{e9}r\u{f4}me Ass"),
            talk("cs", "C#", "Bo S\u{f8}r"), talk("d", "c", "Joe Rg"),
        ],
    });
    let said = |arguments: &[&str]| {
        let arguments = [arguments, &["--dataset", "-"]].concat();
        crate::common::inside::run(&arguments, dataset.to_string().as_bytes())
    };
    for (typed, id) in
        [("c", "c"), ("C", "c"), ("C++", "cpp"), ("C#", "cs"), ("C?", "c"), ("\"C\"", "c")]
    {
        let shown = said(&["timeline", typed, "-f", "ids"]);
        shown.prints(&format!("{id}\n"));
        let found = said(&["search", "-f", "ids", typed]);
        assert_eq!(found.succeeds().lines().next(), Some(id), "{typed}");
    }
    for (name, ids) in
        [("joerg", "c\n"), ("jorg", "c\n"), ("aas", "c\n"), ("soer", "cs\n"), ("jerome", "cpp\n")]
    {
        said(&["list", "-s", name, "-f", "ids"]).prints(ids);
    }
    let nobody = "error: no speaker matches \"jeroeme\"\n";
    said(&["list", "-s", "jeroeme"]).gives(
        1,
        "",
        &format!("{nobody}  tip: did you mean J\u{e9}r\u{f4}me Ass?\n"),
    );
}

/// A name that cannot be typed as it is shown is in no tip.
#[test]
fn tips_leave_out_names_that_would_be_escaped() {
    for (name, tip) in [
        ("Ann Bee", "see what was said with `kangrejos people \"Ann Bee\"`"),
        ("Ann\u{feff}Bee", "list all talks with `kangrejos list`"),
    ] {
        let dataset = json!({
            "year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "sources": ["https://a.b"],
            "family_names": {name: name},
            "talks": [{"id": "x", "kind": "talk", "sources": ["https://a.b"],
                "notes": [{"text": "A point.", "by": [name], "url": "https://a.b"}]}],
        });
        let arguments = ["show", "bee", "--dataset", "-"];
        let said = crate::common::inside::run(&arguments, dataset.to_string().as_bytes());
        said.gives(1, "", &format!("error: no talk matches \"bee\"\n  tip: {tip}\n"));
    }
}

#[test]
fn the_environment_names_a_dataset_if_no_option_does() {
    let with = |value: &str, arguments: &str| {
        let mut command = command_in_directory(arguments);
        command.env("KANGREJOS_DATASET", value);
        run(&mut command, text("next.json"))
    };
    with("next.json", "list").prints(NEXT);
    with("-", "list").prints(NEXT);
    with("two.json", "list --dataset next.json").prints(NEXT);
    with("missing.json", "--dataset next.json list").prints(NEXT);
    let embedded = built_in("list").stdout;
    with("", "list").prints(&embedded);
    with("builtin", "list").prints(&embedded);
    with("missing.json", "list").gives(
        2,
        "",
        "error: cannot read \"missing.json\": no such file or directory\n",
    );
    with("\u{1b}[31m\n", "list").gives(
        2,
        "",
        "error: cannot read \"\\u{1b}[31m\\n\": no such file or directory\n",
    );
}

/// A thread is the same from each of its talks, oldest first, whatever the order of the files.
#[test]
fn threads_are_shown_in_order() {
    let edition = |year: u16, talks: &[(&str, &[&str])]| {
        let talks = talks.iter().map(|(id, follows)| {
            json!({
                "id": id, "kind": "talk", "title": format!("On {id}"), "follows": follows,
                "sources": ["https://k.org"],
            })
        });
        json!({
            "year": year, "name": format!("K {year}"), "url": "https://k.org", "revised": "2026-01-01",
            "sources": ["https://k.org"], "talks": talks.collect::<Vec<_>>(),
        })
    };
    let editions = json!([
        edition(2027, &[("third", &["second"])]),
        edition(2025, &[("first", &[]), ("alone", &[])]),
        edition(2026, &[("second", &["first"])]),
    ]);
    let with = |arguments: &str| {
        let arguments = format!("{arguments} --dataset -");
        run(&mut command(&arguments), editions.to_string())
    };
    for (id, related) in [
        ("first", json!(["second", "third"])),
        ("second", json!(["first", "third"])),
        ("third", json!(["first", "second"])),
        ("alone", json!([])),
    ] {
        assert_eq!(with(&format!("show {id} --json")).json()["related"], related, "{id}");
    }
    with("show second").prints(
        "\
On second
K 2026

See also   first  2025 On first
           third  2027 On third
           the whole story: `kangrejos timeline second`
ID         second (talk)

Sources    https://k.org
",
    );
}

/// A word that fits several talks may be a topic, which leads to all of them.
#[test]
fn a_topic_is_offered_for_a_word_of_several_talks() {
    let talk = |id: &str, topic: &str| {
        json!({
            "id": id, "kind": "talk", "title": format!("GPU {id}"), "topics": [topic],
            "sources": ["https://k.org"],
        })
    };
    let edition = json!({
        "year": 2026, "name": "K 2026", "url": "https://k.org", "revised": "2026-01-01",
        "sources": ["https://k.org"], "talks": [talk("one", "gpu"), talk("two", "drivers")],
    });
    let message = "\
error: \"gpu\" matches 2 talks; specify one by ID:
  one  2026  GPU one
  two  2026  GPU two
  tip: list the topic with `kangrejos list -t gpu`
";
    run(&mut command("show gpu --dataset -"), edition.to_string()).gives(1, "", message);
}

#[test]
fn rule_violations_in_all_files_are_reported_together() {
    let bad =
        text("two.json").replace("kangrejos.com/2028", "kangrejos/2028").replace("first", "early");
    let message = "\
error: standard input: duplicate id \"early\": talk 1 of 2027 and talk 4 of 2026 (next.json)
error: standard input: edition 2028: url: not an https URL: \"https://kangrejos/2028\"
";
    let arguments = "list --dataset next.json --dataset -";
    run(&mut command_in_directory(arguments), &bad).gives(2, "", message);
}

/// A duplicate ID is never reported for the built-in data, whatever the order of the sources.
#[test]
fn an_id_of_the_built_in_data_is_an_error_in_the_other_source() {
    let bad = text("two.json").replace("first", "klint");
    for arguments in ["list --dataset - --dataset builtin", "list --dataset builtin --dataset -"] {
        let refused = run(&mut command_in_directory(arguments), &bad);
        assert_eq!(refused.status, Some(2));
        let stderr = &refused.stderr;
        assert!(
            stderr.contains("standard input: duplicate id \"klint\": talk 1 of 2027 and"),
            "{stderr}"
        );
        assert!(stderr.contains(" (built-in data)"), "{stderr}");
    }
}

#[test]
fn a_syntax_error_is_reported_alone() {
    let arguments = "--dataset next.json --dataset - list --dataset two.json";
    let bad = text("two.json").replace("\"first\"", "1").replace("https://", "http://");
    run(&mut command_in_directory(arguments), &bad).gives(
        2,
        "",
        "error: standard input: line 33, column 15: expected a string, found 1\n",
    );
}

#[test]
fn a_source_named_twice_is_a_usage_error() {
    for (arguments, name) in [
        ("list --dataset - --dataset -", "standard input"),
        ("--dataset builtin list --dataset builtin", "builtin"),
        ("list --dataset next.json --dataset two.json --dataset next.json", "next.json"),
    ] {
        in_directory(arguments).gives(
            2,
            "",
            &format!("error: dataset {name} is specified twice\n"),
        );
    }
}

#[test]
fn an_edition_without_talks_is_valid() {
    let empty = r#"{"year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "sources": ["https://a.b"], "talks": []}"#;
    for (arguments, stdout) in [("list", ""), ("list -f json", "[]\n"), ("export", "")] {
        let arguments = format!("{arguments} --dataset -");
        let message = "error: no talk matches these filters\n";
        run(&mut command(&arguments), empty).gives(1, stdout, message);
    }
    run(&mut command_in_directory("editions --dataset - -f ids"), empty).prints("2026\n");
}

#[cfg(unix)]
mod unix {
    use super::*;

    use crate::common::{fixture, output_of};
    use std::ffi::OsStr;
    use std::fs::{File, Permissions};
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn paths_that_are_not_files_are_refused() {
        for path in [".", "/"] {
            in_directory(&format!("list --dataset {path}")).gives(
                2,
                "",
                &format!("error: cannot read \"{path}\": is a directory\n"),
            );
        }
        in_directory("list --dataset next.json/x").gives(
            2,
            "",
            "error: cannot read \"next.json/x\": not a directory\n",
        );
        let long = "x".repeat(300);
        in_directory(&format!("list --dataset {long}")).gives(
            2,
            "",
            &format!("error: cannot read \"{long}\": file name too long\n"),
        );
        in_directory("list --dataset /dev/null").gives(
            2,
            "",
            "error: /dev/null: file is empty; expected an edition or an array of editions\n",
        );
    }

    #[test]
    fn files_have_a_size_limit() {
        let directory = Directory::new();
        let huge = File::create(directory.at("huge.json")).expect("a file");
        huge.set_len((256 << 20) + 1).expect("a hole, not a file of that size");
        directory.run("list --dataset huge.json").gives(
            2,
            "",
            "error: cannot read \"huge.json\": larger than 256 MiB\n",
        );
    }

    #[test]
    fn a_file_without_permission_to_read_is_refused() {
        let directory = Directory::new();
        directory.write("secret.json", &text("next.json"));
        for (name, mode) in [("secret.json", 0o000), ("", 0o777)] {
            fs::set_permissions(directory.at(name), Permissions::from_mode(mode)).expect("ours");
        }
        directory.run_unprivileged("list --dataset secret.json").gives(
            2,
            "",
            "error: cannot read \"secret.json\": permission denied\n",
        );
    }

    // Other systems allow only UTF-8 file names.
    #[cfg(target_os = "linux")]
    #[test]
    fn paths_that_are_not_utf_8_are_shown_escaped() {
        let directory = Directory::new();
        let name = OsStr::from_bytes(b"n\xff\x1b[2J.json");
        let list = |name| output_of(directory.command("list -f ids --dataset").arg(name));
        fs::write(directory.path().join(name), text("two.json")).expect("written");
        list(name).prints("last\nfirst\n");
        fs::write(directory.path().join(name), "{}").expect("written");
        list(name).gives(
            2,
            "",
            "error: n\\xff\\u{1b}[2J.json: line 1, column 2: missing key \"year\"\n",
        );
    }

    #[test]
    fn missing_paths_that_are_not_utf_8_are_shown_escaped() {
        let missing = "no such file or directory";
        let path = OsStr::from_bytes(b"\xc3\xe2\x80\xae");
        let message = format!("error: cannot read \"\\xc3\\u{{202e}}\": {missing}\n");
        output_of(command("list --dataset").arg(path)).gives(2, "", &message);
        let mut command = command("list");
        command.env("KANGREJOS_DATASET", OsStr::from_bytes(b"\xff"));
        let message = format!("error: cannot read \"\\xff\": {missing}\n");
        output_of(&mut command).gives(2, "", &message);
    }

    #[test]
    fn an_empty_environment_changes_nothing() {
        for arguments in [
            "list",
            "show pin-init",
            "search rcu",
            "export pin-init",
            "list --dataset next.json",
            "--help",
        ] {
            let run = output_of(
                command_in_directory(arguments).env_clear().env("KANGREJOS_DATASET", fixture()),
            );
            run.prints(in_directory(arguments).succeeds());
        }
    }
}
