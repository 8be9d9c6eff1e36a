//! Every command in every format, from outside: status, standard output and standard error, whole.

mod common;

use pretty_assertions::assert_eq;

use common::kangrejos;

#[test]
fn list_in_every_format() {
    kangrejos("list").prints_file("list.txt");
    kangrejos("list -f table").prints_file("list.txt");
    kangrejos("list -f tsv").prints_file("list.tsv");
    kangrejos("list --json").prints_file("list.json");
    kangrejos("list --format json").prints_file("list.json");
    kangrejos("list -f jsonl").prints_file("list.jsonl");
    kangrejos("list -f ids").prints_file("list.ids");
}

#[test]
fn list_of_several_editions_names_them() {
    kangrejos("list -e all").prints_file("list-all.txt");
    kangrejos("list -e 2023 -e all").prints_file("list-all.txt");
    kangrejos("list -e 2025 -e 2021 -f ids").prints(
        "overview\nverification\nrust-concepts\nlessons\nklint-2025\npointer-zap-2025\nclippy\n\
         language-features\nfield-projections\nin-place-init\nspinlocks\ndebugfs\ngccrs\nnova-2025\n",
    );
}

#[test]
fn list_sorts_by_title_and_by_speaker() {
    kangrejos("list --sort programme").prints_file("list.txt");
    kangrejos("list --sort title -f ids").prints(
        "coccinelle\nfilesystems\nrcu\nlto\nklint\npointer-zap\nother-topics\nproc-macros\npuzzlefs\n\
         tarfs\nandroid\nv4l2\nkent-overstreet\npin-init\nkernel-report\nvmbus\n",
    );
    kangrejos("list --sort speaker -f ids").prints(
        "android\nlto\npuzzlefs\npin-init\nrcu\nv4l2\ncoccinelle\nkent-overstreet\nkernel-report\n\
         pointer-zap\nproc-macros\nvmbus\ntarfs\nfilesystems\nklint\nother-topics\n",
    );
}

#[test]
fn selection_is_the_same_everywhere() {
    kangrejos("list -e all -s \"gary guo\" -f ids")
        .prints("pinned-structs\nklint\nffi\nklint-2025\n");
    kangrejos("list -e all -s \"XUAN GUO\" -f ids")
        .prints("pinned-structs\nklint\nffi\nklint-2025\n");
    kangrejos("list -e all -s gonzalez -f ids").prints("clippy\n");
    kangrejos("list -e all -s \"Paul McKenney\" -f ids")
        .prints("rcu\npointer-zap\noota\npointer-zap-2025\n");
    kangrejos("list -s lossin -s lawall -f ids").prints("pin-init\ncoccinelle\n");
    kangrejos("list -k training -k discussion -f ids")
        .prints("pin-init\nfilesystems\nother-topics\n");
    kangrejos("list -e all -k session -f ids")
        .prints("overview\nrust-concepts\nlessons\nerror-handling\nguidance\nlearning\nclippy\n");
    kangrejos("list -e 2024 --has slides -f ids")
        .prints("safety-standard\nsmart-pointers\ntracepoints\nffi\noota\n");
    kangrejos("list --has abstract --has coverage -f ids").prints("puzzlefs\n");
    kangrejos("speakers -e 2022 -s gary -f ids").prints("Gary Guo\n");
    kangrejos("search guo -e 2025 -f ids").prints("klint-2025\n");
}

#[test]
fn the_eleven_talks_of_2023_with_slides() {
    let titles: Vec<String> = kangrejos("list --json")
        .json()
        .as_array()
        .expect("an array")
        .iter()
        .filter(|talk| talk["slides"] == true)
        .map(|talk| talk["title"].as_str().expect("a title").to_owned())
        .collect();
    assert_eq!(
        titles,
        [
            "The Rust for Linux Kernel Report",
            "Inlining and LTO for Rust Kernel Modules",
            "The pin-init API training",
            "If you want to use RCU in Rust for Linux kernel...",
            "Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code",
            "Coccinelle for Rust",
            "Lifetime-End Pointer Zap in Rust",
            "Procedural Macro in the Linux kernel",
            "Rust in V4L2",
            "Read-only FS abstractions & tarfs",
            "PuzzleFS",
        ]
    );
}

#[test]
fn the_last_of_several_formats_counts() {
    kangrejos("list -f tsv --json -f ids").prints_file("list.ids");
    kangrejos("list -f ids --json").prints_file("list.json");
    kangrejos("list --json --json").prints_file("list.json");
    kangrejos("show pin-init --json -f text").prints_file("show-pin-init.txt");
}

#[test]
fn show_in_every_format() {
    for talk in [
        "pin-init",
        "puzzlefs",
        "kent-overstreet",
        "error-handling",
        "filesystems",
        "2023",
        "2024",
    ] {
        kangrejos(&format!("show {talk}")).prints_file(&format!("show-{talk}.txt"));
        kangrejos(&format!("show {talk} --json")).prints_file(&format!("show-{talk}.json"));
        kangrejos(&format!("show {talk} -f markdown")).prints_file(&format!("show-{talk}.md"));
    }
}

/// Several talks: parted by blank lines, in the order asked; in JSON a stream.
#[test]
fn show_of_several() {
    let part = |arguments: &str| kangrejos(arguments).stdout;
    for (format, gap) in [("text", "\n"), ("markdown", "\n"), ("json", "")] {
        let both = format!(
            "{}{gap}{}",
            part(&format!("show klint -f {format}")),
            part(&format!("show 2022 -f {format}"))
        );
        kangrejos(&format!("show klint 2022 -f {format}")).prints(&both);
    }
}

#[test]
fn show_takes_what_people_type() {
    for (typed, id) in [
        ("pin-init", "pin-init"),
        ("PIN-INIT", "pin-init"),
        ("\"Pin Init\"", "pin-init"),
        ("pin_init", "pin-init"),
        ("\" pin-init \"", "pin-init"),
        ("puz", "puzzlefs"),
        ("Klint", "klint"),
        ("nova", "nova"),
        ("nova-", "nova-2025"),
        ("\"null block\"", ""),
        ("inlining", "lto"),
        ("\"drm nova\"", "nova-2025"),
        ("\"Coccinelle for Rust\"", "coccinelle"),
        ("\"Lifetime-End Pointer Zap in Rust\"", "pointer-zap"),
        ("\"kent overstreet\"", "kent-overstreet"),
        ("boucher", "rustc-codegen-gcc"),
        ("GONZÁLEZ", "clippy"),
        ("gonzalez", "clippy"),
        ("\"armand-ariel\"", "puzzlefs"),
        ("\"gary ffi\"", "ffi"),
        ("\"hindborg driver\"", "nvme"),
    ] {
        let run = kangrejos(&format!("show {typed} --json"));
        if id.is_empty() {
            assert_eq!(run.status, Some(1), "{typed}");
        } else {
            assert_eq!(run.json()["id"], id, "{typed}");
        }
    }
}

/// Every talk is shown by its id, and by its title where it has one.
#[test]
fn show_finds_every_talk_by_id_and_title() {
    let all = kangrejos("list -e all --json").json();
    for talk in all.as_array().expect("an array") {
        let id = talk["id"].as_str().expect("an id");
        assert_eq!(&kangrejos(&format!("show {id} --json")).json(), talk);
        if let Some(title) = talk["title"].as_str() {
            let run = common::run(common::command("show --json").arg(title), "");
            assert_eq!(&run.json(), talk, "{title}");
        }
    }
}

#[test]
fn show_tells_ambiguous_from_unknown() {
    kangrejos("show klnt").gives(
        1,
        "",
        "kangrejos: no talk \"klnt\"; did you mean klint, kent-overstreet or klint-2025?\n",
    );
    kangrejos("show palazo").gives(
        1,
        "",
        "kangrejos: no talk \"palazo\"; did you mean proc-macros?\n",
    );
    kangrejos("show \"gary gou\"").gives(
        1,
        "",
        "kangrejos: no talk \"gary gou\"; did you mean pinned-structs, klint or ffi?\n",
    );
    kangrejos("show zzzzzzzz").gives(
        1,
        "",
        "kangrejos: no talk \"zzzzzzzz\"; see them all with: kangrejos list -e all\n",
    );
    kangrejos("show \"\"").gives(
        1,
        "",
        "kangrejos: no talk \"\"; see them all with: kangrejos list -e all\n",
    );
    kangrejos("show 2019").gives(
        1,
        "",
        "kangrejos: no edition \"2019\"; the editions are 2021, 2022, 2023, 2024, 2025\n",
    );
    kangrejos("show pin").gives(
        1,
        "",
        "kangrejos: \"pin\" fits 2 talks; name one by its id:\n  \
         pinned-structs  2022  pin-init - safe initialisation of pinned structs\n  \
         pin-init        2023  The pin-init API training\n",
    );
    kangrejos("show \"dirk behme\"").gives(
        1,
        "",
        "kangrejos: \"dirk behme\" fits 2 talks; name one by its id:\n  \
         error-handling  2024  [Error handling and the question-mark operator in kernel Rust]\n  \
         guidance        2024  [Guidance for users of the kernel's Rust abstractions]\n",
    );
}

/// Of more candidates than anybody chooses from, the first 30 are listed and the others counted.
#[test]
fn show_lists_30_candidates_at_most() {
    let talks: Vec<String> = (10..42)
        .map(|n| format!(r#"{{"id": "t{n}", "title": "Talk {n}", "kind": "talk"}}"#))
        .collect();
    let edition = format!(
        r#"{{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22", "talks": [{}]}}"#,
        talks.join(",")
    );
    let listed: Vec<String> = (10..40)
        .map(|n| format!("  t{n}  2026  Talk {n}\n"))
        .collect();
    let listed = listed.concat();
    let stderr =
        format!("kangrejos: \"t\" fits 32 talks; name one by its id:\n{listed}  and 2 more\n");
    let arguments = "show t -d -";
    common::run(&mut common::command(arguments), &edition).gives(1, "", &stderr);
}

#[test]
fn show_prints_what_it_finds_and_reports_the_rest() {
    let found = kangrejos("show pin-init").stdout;
    kangrejos("show klnt pin-init").gives(
        1,
        &found,
        "kangrejos: no talk \"klnt\"; did you mean klint, kent-overstreet or klint-2025?\n",
    );
}

#[test]
fn messages_show_control_characters_escaped() {
    kangrejos("show \u{1b}[31mred\u{202e}").gives(
        1,
        "",
        "kangrejos: no talk \"\\u{1b}[31mred\\u{202e}\"; see them all with: kangrejos list -e all\n",
    );
}

#[test]
fn search_in_every_format() {
    kangrejos("search rcu").prints_file("search-rcu.txt");
    kangrejos("search rcu -f tsv").prints_file("search-rcu.tsv");
    kangrejos("search rcu --json").prints_file("search-rcu.json");
    kangrejos("search rcu -f jsonl").prints_file("search-rcu.jsonl");
    kangrejos("search rcu -f ids").prints("rcu\nklint\n");
}

#[test]
fn speakers_in_every_format() {
    kangrejos("speakers").prints_file("speakers.txt");
    kangrejos("speakers -f tsv").prints_file("speakers.tsv");
    kangrejos("speakers --json").prints_file("speakers.json");
    kangrejos("speakers -f jsonl").prints_file("speakers.jsonl");
    kangrejos("speakers -f ids").prints_file("speakers.ids");
}

#[test]
fn editions_in_every_format() {
    kangrejos("editions").prints_file("editions.txt");
    kangrejos("editions -f tsv").prints_file("editions.tsv");
    kangrejos("editions --json").prints_file("editions.json");
    kangrejos("editions -f jsonl").prints_file("editions.jsonl");
    kangrejos("editions -f ids").prints("2021\n2022\n2023\n2024\n2025\n");
}

#[test]
fn nothing_found_is_status_1_in_every_format() {
    for (format, stdout) in [
        ("table", ""),
        ("tsv", "id\tedition\tkind\ttitle\tspeakers\n"),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("ids", ""),
    ] {
        kangrejos(&format!("list -s nobody -f {format}")).gives(
            1,
            stdout,
            "kangrejos: no talk of 2023 is selected\n",
        );
        kangrejos(&format!("search zzzzzz -f {format} --exact")).gives(
            1,
            stdout,
            "kangrejos: nothing found for \"zzzzzz\"\n",
        );
        let stdout = if format == "tsv" {
            "name\ttalks\teditions\n"
        } else {
            stdout
        };
        kangrejos(&format!("speakers -s nobody -f {format}")).gives(
            1,
            stdout,
            "kangrejos: no talk of 2021, 2022, 2023, 2024, 2025 is selected\n",
        );
    }
    kangrejos("list -s nobody --json").gives(1, "[]\n", "kangrejos: no talk of 2023 is selected\n");
}

/// Nothing in the default edition, but elsewhere: the message says where.
#[test]
fn nothing_found_points_to_other_editions() {
    kangrejos("list -s herron").gives(
        1,
        "",
        "kangrejos: no talk of 2023 is selected; 1 more talk in 2022: -e all\n",
    );
    kangrejos("export -s feng -k session").gives(1, "", "kangrejos: no talk of 2023 is selected\n");
    kangrejos("export -s mandry").gives(
        1,
        "",
        "kangrejos: no talk of 2023 is selected; 1 more talk in 2025: -e all\n",
    );
}

#[test]
fn export_writes_the_latest_complete_edition_as_a_calendar() {
    kangrejos("export").prints_file("2023.ics");
    kangrejos("export -f ics -o -").prints_file("2023.ics");
    kangrejos("export -f json").prints_file("list.json");
}

#[test]
fn export_leaves_out_sessions_without_dates_and_says_so() {
    let run = kangrejos("export -e all");
    assert_eq!(run.stdout.matches("BEGIN:VEVENT\r\n").count(), 36);
    assert_eq!(run.status, Some(0));
    assert_eq!(
        run.stderr,
        "kangrejos: 13 talks of 2024 have no dates and are left out\n"
    );
    kangrejos("export -e 2024").gives(
        1,
        "",
        "kangrejos: 13 talks of 2024 have no dates and are left out; a reading plan needs none: --plan START\n",
    );
    kangrejos("export tracepoints").gives(
        1,
        "",
        "kangrejos: 1 talk of 2024 has no date and is left out; a reading plan needs none: --plan START\n",
    );
}

/// Talks named on the line come from every edition, in the one order, each once.
#[test]
fn export_of_named_talks() {
    let ids = |run: common::Run| -> Vec<String> {
        let talks = run.json();
        let talks = talks.as_array().expect("an array");
        talks
            .iter()
            .map(|talk| talk["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    assert_eq!(
        ids(kangrejos("export -f json klint nvme tracepoints Klint")),
        ["nvme", "klint", "tracepoints"]
    );
    assert_eq!(ids(kangrejos("export -f json nova -e 2025")), ["nova-2025"]);
    kangrejos("export klint klnt").gives(
        1,
        "",
        "kangrejos: no talk \"klnt\"; did you mean klint, kent-overstreet or klint-2025?\n",
    );
    kangrejos("export 2023").gives(
        1,
        "",
        "kangrejos: \"2023\" is an edition, not a talk; select it with: -e 2023\n",
    );
}

#[test]
fn usage_errors_are_status_2_in_the_form_of_clap() {
    const HELP: &str = "\n\nFor more information, try '--help'.\n";
    kangrejos("list -e 2019").gives(
        2,
        "",
        &format!(
            "error: invalid value '2019' for '--edition <YEAR|all>': the editions are 2021, 2022, 2023, 2024, 2025\
             \n\nUsage: kangrejos list [OPTIONS]{HELP}"
        ),
    );
    assert_eq!(kangrejos("list -e all -e 2019").status, Some(2));
    kangrejos("search rcu -e next").gives(
        2,
        "",
        &format!(
            "error: invalid value 'next' for '--edition <YEAR|all>': expected a year such as 2023, or 'all'{HELP}"
        ),
    );
    kangrejos("list -s ,").gives(
        2,
        "",
        &format!("error: invalid value ',' for '--speaker <NAME>': expected a name or a part of one{HELP}"),
    );
    kangrejos("search rcu -n 0").gives(
        2,
        "",
        &format!("error: invalid value '0' for '--max-count <N>': expected a number from 1{HELP}"),
    );
    kangrejos("export -o talks.xyz").gives(
        2,
        "",
        &format!(
            "error: no format for the extension \"xyz\" of '--output <FILE>': the known ones are .ics, .json, .csv, .md, .bib; \
             or name a format with -f\n\nUsage: kangrejos export [OPTIONS] [TALK]...{HELP}"
        ),
    );
    for wrong in [
        "frobnicate",
        "list extra",
        "list --frobnicate",
        "list -f xml",
        "list -k keynote",
        "list --has video",
        "list --sort length",
        "show",
        "show klint -f table",
        "search",
        "search \"\"",
        "export -f table",
        "speakers x",
        "editions -e 2023",
        "list --color blue",
        "list -e +2023",
        "list -e 02023",
    ] {
        let run = kangrejos(wrong);
        assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""), "{wrong}");
        assert!(
            run.stderr.starts_with("error: ") && run.stderr.ends_with(HELP),
            "{}",
            run.stderr
        );
    }
}

/// A command line that begins with a subcommand has a parser of its own; one that begins with an
/// option has the whole one. Both must take the same for the same.
#[test]
fn both_parsers_agree() {
    for line in [
        "list",
        "list -e 2023 -e all --edition=2021",
        "list -s guo --speaker \"gary guo\" -k talk --kind=session --has slides --has abstract",
        "list --sort title --sort speaker -f tsv --json",
        "list --json -f ids",
        "list -ftsv -eall",
        "list -e=2023 --json=true",
        "list -dtests/dataset/next.json",
        "search rcu -n -1",
        "list --color never -- --color always",
        "list -d builtin -d tests/dataset/next.json -e 2026",
        "list --dataset=tests/dataset/next.json --color never --color=always",
        "list -d builtin -d builtin",
        "show pin-init klint -f markdown",
        "show --json -- rcu",
        "show -- -x",
        "search rcu -n 1 --exact",
        "search -- rcu -design",
        "search rcu -design",
        "search \"\"",
        "search rcu -n 0 -n 2",
        "export pin-init -f bib",
        "export --plan 2026-12-07T18:00 --every 2w --duration 1h",
        "export --every 2w",
        "export -o x --split y",
        "speakers -s feng -f ids",
        "editions --json",
        "open puzzlefs --print",
        "open",
        "list --help",
        "list -h",
        "list --version",
        "list -V",
        "list x",
        "list --nothing",
        "list --sort",
        "list --sort name",
        "list -e 2019",
        "search",
        "show",
    ] {
        let alone = kangrejos(line);
        let whole = kangrejos(&format!("--color auto {line}"));
        alone.is_like(&whole);
    }
}

#[test]
fn without_a_command_there_is_the_short_help() {
    let help = kangrejos("-h").stdout;
    kangrejos("").gives(2, "", &help);
}

#[test]
fn help_at_every_level_begins_with_what_it_does_and_ends_with_examples() {
    for (command, does) in [
        (
            "",
            "The programme of Kangrejos, the Rust for Linux workshop\n",
        ),
        ("list", "List the talks of an edition\n"),
        ("show", "Show a talk, or an edition, in full\n"),
        ("search", "Find talks by what they are about\n"),
        (
            "export",
            "Write talks as a calendar, a reading plan or a document\n",
        ),
        ("speakers", "List the speakers, with their talks\n"),
        ("editions", "List the editions\n"),
        ("open", "Open a talk's slides in the browser\n"),
        ("completions", "Print the completions of a shell\n"),
        ("man", "Print the manual page, as roff\n"),
    ] {
        for help in ["-h", "--help"] {
            let run = kangrejos(&format!("{command} {help}"));
            assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
            assert!(run.stdout.starts_with(does), "{}", run.stdout);
            let (_, examples) = run.stdout.split_once("\nExamples:\n").expect("examples");
            assert!(
                examples
                    .lines()
                    .all(|line| line.starts_with("  kangrejos ") || line.starts_with("      ")),
                "{examples}"
            );
        }
    }
}

#[test]
fn version() {
    let version = env!("CARGO_PKG_VERSION");
    kangrejos("-V").prints(&format!("kangrejos {version}\n"));
    kangrejos("--version").prints(&format!(
        "kangrejos {version}\ndata of 2026-11-22: 5 editions, 49 talks\n"
    ));
}
