//! What `show`, `people NAME` and `timeline TALK` print, and what names a talk or a person.

use serde_json::Value;

use crate::common::{command, kangrejos, run};

#[test]
fn pages_in_every_format() {
    let all = ["text", "json", "markdown"];
    for (arguments, formats) in [
        ("show layout-of-data", &all[..]),
        ("show layout-of-data --notes", &["text", "markdown"]),
        ("show kent-overstreet", &all),
        ("show 2023", &all),
        ("show nova", &["text", "markdown"]),
        ("show klint", &["text"]),
        ("show opening", &["text", "json"]),
        ("show hall", &["text"]),
        ("show 2024", &["text"]),
        ("people gary", &["table", "markdown"]),
        ("people alice", &["json"]),
    ] {
        let name = arguments.replace(" --", "-").replace(' ', "-");
        for format in formats {
            let extension = match *format {
                "text" | "table" => "txt",
                "markdown" => "md",
                format => format,
            };
            kangrejos(&format!("{arguments} -f {format}"))
                .prints_file(&format!("{name}.{extension}"));
        }
    }
    kangrejos("show layout-of-data").prints_file("show-layout-of-data.txt");
    kangrejos("people gary").prints_file("people-gary.txt");
    kangrejos("show nova -f md").prints_file("show-nova.md");
    kangrejos("people gary -f md").prints_file("people-gary.md");
    kangrejos("show 2023 --json").prints_file("show-2023.json");
}

/// What has no date or ID before it is not aligned with what has.
#[test]
fn hints_are_wrapped_like_labels() {
    let page = kangrejos("show layout-of-data --width 52").stdout;
    let hint = "\n           the whole story: `kangrejos timeline\n             layout-of-data`\n";
    assert!(page.contains(hint), "{page}");
}

/// Several talks are separated by empty lines, in the order requested; in JSON, they form a stream.
#[test]
fn several_talks() {
    for (format, gap) in [("text", "\n\n"), ("markdown", "\n"), ("json", "")] {
        let part = |talk: &str| kangrejos(&format!("show {talk} -f {format}")).stdout;
        let both = [part("klint"), part("2024")].join(gap);
        kangrejos(&format!("show klint 2024 -f {format}")).prints(&both);
        // Each talk once, even if several words name it.
        kangrejos(&format!("show klint KLINT 2024 klint -f {format}")).prints(&both);
        let editions = ["2026", "2024", "2023"].map(part).join(gap);
        kangrejos(&format!("show all -f {format}")).prints(&editions);
        kangrejos(&format!("show latest -f {format}")).prints(&part("2026"));
    }
}

#[test]
fn what_people_type_for_a_talk() {
    for (typed, id) in [
        ("pin-init", "pin-init"),
        ("PIN-INIT", "pin-init"),
        ("\"Pin Init\"", "pin-init"),
        ("pin_init", "pin-init"),
        ("\" pin-init \"", "pin-init"),
        ("puz", "puzzlefs"),
        ("Klint:", "klint"),
        ("nova-", "nova"),
        ("atomic", "klint"),
        ("\"nova gpu\"", "nova"),
        ("\"Filesystems discussion\"", "filesystems"),
        ("overstreet", "kent-overstreet"),
        ("ARMAND-ARIEL", "puzzlefs"),
        ("\"gary klint\"", "klint"),
        ("\"lossin safety\"", "safety-standard"),
        // Words without quotes: they fit one talk, only together or each; or are an ID.
        ("pin init", "pin-init"),
        ("pin init api", "pin-init"),
        ("lossin safety", "safety-standard"),
        ("safety STANDARD", "safety-standard"),
        ("kent overstreet", "kent-overstreet"),
    ] {
        let shown = kangrejos(&format!("show {typed} --json"));
        assert_eq!(shown.json()["id"], id, "{typed}");
        // Not a story, if the talk has no thread.
        let timeline = kangrejos(&format!("timeline {typed} -f jsonl"));
        assert!(timeline.succeeds().contains(&format!("\"{id}\"")), "{typed}");
    }
}

/// A year after words is part of an ID, if there is such an ID.
#[test]
fn an_id_may_end_with_a_year() {
    let edition = |year: u16, ids: [&str; 2]| {
        let talks = ids.map(|id| {
            format!(r#"{{"id": "{id}", "title": "About {id}", "kind": "talk", "sources": ["https://e.org"]}}"#)
        });
        format!(
            r#"{{"year": {year}, "name": "K", "url": "https://e.org", "revised": "2026-11-22",
                "sources": ["https://e.org"], "talks": [{}]}}"#,
            talks.join(",")
        )
    };
    let (old, new) = (edition(2024, ["nova", "gpu"]), edition(2025, ["nova-2025", "nova-gpu"]));
    let dataset = format!("[{old}, {new}]");
    for (typed, ids) in [
        ("nova 2025", "nova-2025"),
        ("2025 nova", "2025 nova"),
        ("nova 2024", "nova 2024"),
        // Not of IDs, which `search -f ids` may have printed.
        ("nova gpu", "nova gpu"),
    ] {
        let shown = run(&mut command(&format!("show {typed} --dataset - --json")), &dataset);
        let shown = serde_json::Deserializer::from_str(shown.succeeds()).into_iter::<Value>();
        let names = shown.map(|item| {
            let item = item.expect("JSON");
            item["id"].as_str().map_or_else(|| item["year"].to_string(), str::to_owned)
        });
        assert_eq!(names.collect::<Vec<_>>().join(" "), ids, "{typed}");
    }
}

/// If there are too many candidates to choose from, the first 30 are listed and the others counted.
#[test]
fn at_most_30_candidates_are_listed() {
    let talks: Vec<String> = (10..42)
        .map(|n| {
            format!(r#"{{"id": "t{n}", "title": "Talk {n}", "kind": "talk", "sources": ["https://e.org"]}}"#)
        })
        .collect();
    let edition = format!(
        r#"{{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22",
            "sources": ["https://e.org"], "talks": [{}]}}"#,
        talks.join(",")
    );
    let listed: Vec<String> = (10..40).map(|n| format!("  t{n}  2026  Talk {n}\n")).collect();
    let listed = listed.concat();
    let stderr =
        format!("error: \"t\" matches 32 talks; specify one by ID:\n{listed}  and 2 more\n");
    run(&mut command("show t --dataset -"), &edition).gives(1, "", &stderr);
}

#[test]
fn what_people_type_for_a_person() {
    for (typed, names) in [
        ("gary", "Gary Guo"),
        ("GUO", "Gary Guo"),
        ("nbdd0121", "Gary Guo"),
        ("\"xuan guo\"", "Gary Guo"),
        ("gary guo \"Xuan Guo\"", "Gary Guo"),
        ("guo ryhl", "Gary Guo,Alice Ryhl"),
        ("ryhl guo", "Alice Ryhl,Gary Guo"),
        ("dwlsalmeida", "Daniel Almeida"),
        // Fits two people, unless the words are taken together.
        ("daniel almeida", "Daniel Almeida"),
        ("almeida filho", "Wedson Almeida Filho"),
        ("李", "李小明"),
    ] {
        let printed = names.replace(',', "\n") + "\n";
        kangrejos(&format!("people {typed} -f ids")).prints(&printed);
    }
    kangrejos("people almeida").gives(
        2,
        "",
        "error: \"almeida\" fits several people: Daniel Almeida, Wedson Almeida Filho\n  \
         tip: give more of the name\n",
    );
}

/// A timeline of a talk has all sessions on the same work, whichever of them is named.
#[test]
fn the_timeline_of_a_talk_is_that_of_its_thread() {
    let story = kangrejos("timeline klint");
    story.prints_file("timeline-klint.txt");
    for talks in ["layout-of-data", "safety-standard", "klint safety-standard"] {
        kangrejos(&format!("timeline {talks}")).is_like(&story);
    }
    // The same outcome of two sessions is one line, with both; a session alone is not the thread.
    let shared = "Linux 9.1 merged the third layout. ";
    assert!(story.stdout.contains(&format!("{shared}[klint, layout-of-data]\n")));
    assert_eq!(story.stdout.matches(shared).count(), 1);
    let of_2023 = kangrejos("timeline 2023");
    of_2023.prints_file("timeline-2023.txt");
    assert!(of_2023.stdout.contains(&format!("{shared}[klint]\n")));
    kangrejos("timeline -e 2023").is_like(&of_2023);
    // Without a thread, a talk is the whole story.
    kangrejos("timeline hall -f tsv").prints(
        "date\tkind\tevent\ttalks\tedition\ttext\turl\n\
         2026-09-15\tsession\t\thall\t2026\tWhere do we eat? In the hall.\thttps://kangrejos.com/2026\n\
         2026-10-05\toutcome\treleased\thall\t2026\tHall 2.0 has tables.\thttps://example.org/hall\n",
    );
}

/// A month comes before its days, a year before its months, and what has no date last; an edition known
/// by its year alone is in its September.
#[test]
fn a_timeline_is_in_order() {
    let dates = kangrejos("timeline -f jsonl");
    let dates = dates.succeeds().lines().map(|line| {
        let moment: Value = serde_json::from_str(line).expect("JSON");
        moment["date"].as_str().unwrap_or("undated").to_owned()
    });
    let dates: Vec<String> = dates.collect();
    let place = |date: &str| dates.iter().position(|it| it == date).expect(date);
    let order = [
        "2023-04",
        "2023-09-16",
        "2024-05-16",
        "2024",
        "2024-12-19",
        "2025-04",
        "2026",
        "2026-01-27",
        "2026-09-15",
        "2026-10",
        "2026-10-05",
        "undated",
    ];
    assert!(order.map(place).is_sorted(), "{dates:?}");
    assert_eq!(place("undated"), dates.len() - 1);
}
