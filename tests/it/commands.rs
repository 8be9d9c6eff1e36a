//! Runs every command in every format, and compares all of status, standard output and standard
//! error.

use pretty_assertions::assert_eq;

use crate::common::{command, expect_file, frozen, frozen_command, kangrejos, run};

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
fn list_shows_the_edition_if_there_are_several() {
    kangrejos("list -e all").prints_file("list-all.txt");
    kangrejos("list -e 2023 -e all").prints_file("list-all.txt");
    kangrejos("list -e 2025 -e 2021 -f ids").prints(
        "overview\nverification\nrust-concepts\nlessons\nklint-2025\npointer-zap-2025\nclippy\n\
         language-features\nfield-projections\nin-place-init\nspinlocks\ndebugfs\ngccrs\nnova-2025\ncoccinelle-2025\n",
    );
}

#[test]
fn list_sorts_by_title_and_by_speaker() {
    kangrejos("list --sort programme").prints_file("list.txt");
    kangrejos("list -e 2023 --sort title -f ids").prints(
        "coccinelle\nfilesystems\nrcu\nlto\nklint\npointer-zap\nother-topics\nproc-macros\npuzzlefs\n\
         tarfs\nandroid\nv4l2\nkent-overstreet\npin-init\nkernel-report\nvmbus\n",
    );
    kangrejos("list -e 2023 --sort speaker -f ids").prints(
        "android\nlto\npuzzlefs\npin-init\nrcu\nv4l2\ncoccinelle\nkent-overstreet\nkernel-report\n\
         pointer-zap\nproc-macros\nvmbus\ntarfs\nfilesystems\nklint\nother-topics\n",
    );
}

#[test]
fn selection_is_the_same_everywhere() {
    frozen("list -e all -s \"gary guo\" -f ids").prints("pinned-structs\nklint\nffi\nklint-2025\n");
    frozen("list -e all -s \"XUAN GUO\" -f ids").prints("pinned-structs\nklint\nffi\nklint-2025\n");
    frozen("list -e all -s gonzalez -f ids").prints("clippy\n");
    frozen("list -e all -s \"Paul McKenney\" -f ids")
        .prints("rcu\npointer-zap\noota\npointer-zap-2025\n");
    frozen("list -e 2023 -s lossin -s lawall -f ids").prints("pin-init\ncoccinelle\n");
    frozen("list -e 2023 -k training -k discussion -f ids")
        .prints("pin-init\nfilesystems\nother-topics\n");
    frozen("list -e all -k session -f ids")
        .prints("overview\nrust-concepts\nlessons\nerror-handling\nguidance\nlearning\nclippy\ncoccinelle-2025\n");
    frozen("list -e 2024 --has slides -f ids")
        .prints("safety-standard\nsmart-pointers\ntracepoints\nffi\noota\n");
    frozen("list -e 2023 --has abstract --has coverage -f ids").prints("puzzlefs\n");
    frozen("speakers -e 2022 -s gary -f ids").prints("Gary Guo\n");
    frozen("search speaker:guo -e 2025 -f ids").prints("klint-2025\n");
}

#[test]
fn the_eleven_talks_of_2023_with_slides() {
    let titles: Vec<String> = kangrejos("list -e 2023 --json")
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
fn the_last_of_several_formats_is_used() {
    kangrejos("list -f tsv --json -f ids").prints_file("list.ids");
    kangrejos("list -f ids --json").prints_file("list.json");
    kangrejos("list --json --json").prints_file("list.json");
    kangrejos("show pin-init --json -f text").prints_file("show-pin-init.txt");
}

#[test]
fn show_in_every_format() {
    for talk in
        ["pin-init", "puzzlefs", "kent-overstreet", "error-handling", "filesystems", "2023", "2024"]
    {
        kangrejos(&format!("show {talk}")).prints_file(&format!("show-{talk}.txt"));
        kangrejos(&format!("show {talk} --json")).prints_file(&format!("show-{talk}.json"));
        kangrejos(&format!("show {talk} -f markdown")).prints_file(&format!("show-{talk}.md"));
    }
}

/// Several talks are separated by empty lines, in the order requested; in JSON, they form a stream.
#[test]
fn show_several_talks() {
    let part = |arguments: &str| kangrejos(arguments).succeeds().to_owned();
    for (format, gap) in [("text", "\n\n"), ("markdown", "\n"), ("json", "")] {
        let both = format!(
            "{}{gap}{}",
            part(&format!("show klint -f {format}")),
            part(&format!("show 2022 -f {format}"))
        );
        kangrejos(&format!("show klint 2022 -f {format}")).prints(&both);
    }
}

#[test]
fn show_accepts_what_people_type() {
    for (typed, id) in [
        ("pin-init", "pin-init"),
        ("PIN-INIT", "pin-init"),
        ("\"Pin Init\"", "pin-init"),
        ("pin_init", "pin-init"),
        ("\" pin-init \"", "pin-init"),
        ("puz", "puzzlefs"),
        ("Klint", "klint"),
        ("Klint:", "klint"),
        ("nova", "nova"),
        ("nova-", "nova-2025"),
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
        let run = frozen(&format!("show {typed} --json"));
        assert_eq!(run.json()["id"], id, "{typed}");
    }
}

/// Every talk is shown by its ID, and by its title if it has one.
#[test]
fn show_finds_every_talk_by_id_and_title() {
    let all = frozen("list -e all --json").json();
    for talk in all.as_array().expect("an array") {
        let id = talk["id"].as_str().expect("an id");
        assert_eq!(&frozen(&format!("show {id} --json")).json(), talk);
        if let Some(title) = talk["title"].as_str() {
            let run = run(frozen_command("show --json").arg(title), "");
            assert_eq!(&run.json(), talk, "{title}");
        }
    }
}

/// If there are too many candidates to choose from, the first 30 are listed and the others counted.
#[test]
fn show_lists_at_most_30_candidates() {
    let talks: Vec<String> = (10..42)
        .map(|n| format!(r#"{{"id": "t{n}", "title": "Talk {n}", "kind": "talk"}}"#))
        .collect();
    let edition = format!(
        r#"{{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22", "talks": [{}]}}"#,
        talks.join(",")
    );
    let listed: Vec<String> = (10..40).map(|n| format!("  t{n}  2026  Talk {n}\n")).collect();
    let listed = listed.concat();
    let stderr =
        format!("error: \"t\" matches 32 talks; specify one by ID:\n{listed}  and 2 more\n");
    let arguments = "show t --dataset -";
    run(&mut command(arguments), &edition).gives(1, "", &stderr);
}

#[test]
fn search_in_every_format() {
    kangrejos("search rcu").prints_file("search-rcu.txt");
    kangrejos("search rcu -f tsv").prints_file("search-rcu.tsv");
    kangrejos("search rcu --json").prints_file("search-rcu.json");
    kangrejos("search rcu -f jsonl").prints_file("search-rcu.jsonl");
    kangrejos("search rcu -f ids").prints_file("search-rcu.ids");
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
    kangrejos("editions -f ids").prints_file("editions.ids");
}

#[test]
fn export_writes_the_latest_complete_edition_as_a_calendar() {
    // The latest edition in the built-in data need not have dates.
    frozen("export").prints_file("export.ics");
    frozen("export -f ics -o -").prints_file("export.ics");
    frozen("export -f ical").prints_file("export.ics");
    kangrejos("export -f json").prints_file("list.json");
    for (alias, format) in [("markdown", "md"), ("bibtex", "bib")] {
        let export = |format: &str| kangrejos(&format!("export -f {format}"));
        export(alias).is_like(&export(format));
    }
    kangrejos("show rcu -f md").is_like(&kangrejos("show rcu -f markdown"));
}

/// Talks given as arguments may be from any edition; each is exported once, in dataset order.
#[test]
fn export_given_talks() {
    let ids = |run: crate::common::Run| -> Vec<String> {
        let talks = run.json();
        let talks = talks.as_array().expect("an array");
        talks.iter().map(|talk| talk["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(
        ids(frozen("export -f json klint nvme tracepoints Klint")),
        ["nvme", "klint", "tracepoints"]
    );
    assert_eq!(ids(frozen("export -f json nova -e 2025")), ["nova-2025"]);
}

#[test]
fn without_a_command_the_short_help_is_printed() {
    let help = kangrejos("-h").stdout;
    kangrejos("").gives(2, "", &help);
}

#[test]
fn version() {
    let version = env!("CARGO_PKG_VERSION");
    kangrejos("-V").prints(&format!("kangrejos {version}\n"));
    let long = kangrejos("--version");
    let (first, data) = long.succeeds().split_once('\n').expect("two lines");
    assert_eq!(first, format!("kangrejos {version}"));
    expect_file("tests/expected/version.txt", data);
}
