//! Runs every command in every format, and compares all of status, standard output and standard
//! error.

use serde_json::Value;

use crate::common::{built_in, data, kangrejos};

/// Each list has a command line for most formats, and a shorter one for JSON.
#[test]
fn lists_in_every_format() {
    for (name, command, short) in [
        ("list", "list", "list -s overstreet"),
        ("search", "search nova", "search overstreet"),
        ("timeline", "timeline", "timeline hall"),
        ("topics", "topics", "topics"),
        ("people", "people", "people -e 2026 -t community"),
        ("editions", "editions", "editions"),
    ] {
        kangrejos(command).prints_file(&format!("{name}.txt"));
        for (format, extension) in
            [("table", "txt"), ("tsv", "tsv"), ("jsonl", "jsonl"), ("ids", "ids")]
        {
            kangrejos(&format!("{command} -f {format}"))
                .prints_file(&format!("{name}.{extension}"));
        }
        for json in ["--json", "-f json", "--format json"] {
            kangrejos(&format!("{short} {json}")).prints_file(&format!("{name}.json"));
        }
        // An array has the same objects as the lines.
        let lines = kangrejos(&format!("{command} -f jsonl")).stdout.replace("}\n", "},");
        let array = kangrejos(&format!("{command} --json")).json();
        assert_eq!(
            serde_json::from_str::<Value>(&format!("[{}]", lines.trim_end_matches(','))).ok(),
            Some(array)
        );
    }
    for (alias, command) in
        [("ls", "list"), ("talks", "list"), ("speakers", "people"), ("find rcu", "search rcu")]
    {
        kangrejos(alias).is_like(&kangrejos(command));
    }
}

#[test]
fn the_last_of_several_formats_is_used() {
    kangrejos("list -f tsv --json -f ids").prints_file("list.ids");
    kangrejos("list -s overstreet -f ids --json").prints_file("list.json");
    kangrejos("list -s overstreet --json --json").prints_file("list.json");
    kangrejos("show klint --json -f text").prints_file("show-klint.txt");
}

const OF_2026: &str = "opening layout-of-data hall";
const OF_2024: &str = "safety-standard nova";
const OF_2023: &str = "pin-init rcu klint puzzlefs kent-overstreet filesystems";

/// The lines are command lines and the IDs that they print.
#[test]
fn editions_and_order() {
    for (arguments, ids) in [
        ("list", [OF_2026, OF_2024, OF_2023].join(" ")),
        ("list all", [OF_2026, OF_2024, OF_2023].join(" ")),
        ("list --sort newest", [OF_2026, OF_2024, OF_2023].join(" ")),
        ("list --sort oldest", [OF_2023, OF_2024, OF_2026].join(" ")),
        ("list 2023", OF_2023.to_owned()),
        ("list -e 2023", OF_2023.to_owned()),
        ("list 2023 2023", OF_2023.to_owned()),
        ("list latest", OF_2026.to_owned()),
        ("list LATEST", OF_2026.to_owned()),
        ("list 2023 latest", [OF_2026, OF_2023].join(" ")),
        ("list -e latest,2023", [OF_2026, OF_2023].join(" ")),
        ("list 2023 -e 2024", [OF_2024, OF_2023].join(" ")),
        // By words: "50% of", "Filesystems", "If", "Klint", "Layout", ..., our own titles like others.
        (
            "list --sort title",
            "hall filesystems rcu klint layout-of-data puzzlefs safety-standard kent-overstreet nova pin-init opening"
                .to_owned(),
        ),
        // Almeida Filho, de Author, Feng, Guo, Krummrich, Lossin, Miculas, Overstreet, nobody.
        (
            "list --sort speaker",
            "filesystems layout-of-data hall rcu klint nova safety-standard pin-init puzzlefs kent-overstreet opening"
                .to_owned(),
        ),
        ("list --sort oldest -e 2024 -e 2026", [OF_2024, OF_2026].join(" ")),
    ] {
        let printed = ids.replace(' ', "\n") + "\n";
        kangrejos(&format!("{arguments} -f ids")).prints(&printed);
    }
}

/// The lines are filters and the talks that they select.
const FILTERS: [(&str, &str); 22] = [
    ("-e 2024", OF_2024),
    ("-e latest", OF_2026),
    ("-e 2024,2026", "opening layout-of-data hall safety-standard nova"),
    ("-s lossin", "safety-standard pin-init"),
    ("-s \"gary guo\"", "hall klint"),
    ("-s \"XUAN GUO\"", "hall klint"),
    ("-s nbdd0121", "hall klint"),
    ("-s \"a. author\"", "layout-of-data hall"),
    ("-s \"almeida filho\"", "filesystems"),
    ("-s lossin -s feng", "safety-standard pin-init rcu"),
    ("-t safety", "layout-of-data safety-standard pin-init klint"),
    ("-t GPU", "nova"),
    ("-t gpu -t filesystems", "nova puzzlefs"),
    ("-k session", "opening nova"),
    ("-k training -k discussion", "hall pin-init filesystems"),
    ("--state merged", "layout-of-data nova pin-init"),
    ("--state out-of-tree --state released", "hall puzzlefs"),
    ("--has slides", "layout-of-data safety-standard rcu puzzlefs"),
    ("--has article --has abstract", "layout-of-data puzzlefs"),
    ("--has notes", "layout-of-data safety-standard nova pin-init rcu klint puzzlefs"),
    ("--has outcome -k session", "nova"),
    ("--has summary -e 2023 -s guo -t linting", "klint"),
];

/// Every command that has filters selects the same talks.
#[test]
fn filters_are_the_same_everywhere() {
    // Everything is found by its year.
    let search = "search -f ids \"year:2023 year:2024 year:2026\"";
    for (filters, expected) in FILTERS {
        let lines = expected.replace(' ', "\n") + "\n";
        kangrejos(&format!("list -f ids {filters}")).prints(&lines);
        kangrejos(&format!("{search} {filters}")).prints(&lines);
        let exported = kangrejos(&format!("export -f json {filters}")).json();
        assert_eq!(ids(&exported).join(" "), expected, "export {filters}");
        let timeline = kangrejos(&format!("timeline -f ids {filters}"));
        let (mut told, mut wanted) = (words(timeline.succeeds()), words(expected));
        told.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(told, wanted, "timeline {filters}");
    }
}

/// The people of some talks are those who gave one or made a point in one; `-s` is about the people
/// themselves.
#[test]
fn filters_select_people_by_their_talks() {
    let everybody = kangrejos("people --json").json();
    let everybody = everybody.as_array().expect("an array");
    for (filters, talks) in FILTERS.into_iter().filter(|(filters, _)| !filters.contains("-s ")) {
        let talks = words(talks);
        let is_in = |person: &&Value| {
            let given = person["talks"].as_array().expect("an array").iter();
            let notes = person["notes"].as_array().expect("an array").iter();
            given
                .chain(notes.map(|note| &note["talk"]))
                .any(|id| talks.contains(&id.as_str().expect("an ID")))
        };
        let names = everybody.iter().filter(is_in).map(|it| it["name"].as_str().expect("a name"));
        let names = names.collect::<Vec<_>>().join("\n") + "\n";
        kangrejos(&format!("people -f ids {filters}")).prints(&names);
    }
    kangrejos("people -s gary -f ids").prints("Gary Guo\n");
    kangrejos("people -s gary -s darksonn -f ids").prints("Gary Guo\nAlice Ryhl\n");
    kangrejos("people -s gary -e 2024").gives(1, "", "error: nobody matches these filters\n");
}

/// `-n` prints the beginning, and says how to see all.
#[test]
fn limits() {
    for (arguments, number, left) in [
        ("list", 2, "9 more talks; use -n 11 to see all"),
        ("list", 10, "1 more talk; use -n 11 to see all"),
        ("search rust", 2, "3 more results; use -n 5 to see all"),
        ("search rust", 4, "1 more result; use -n 5 to see all"),
        ("timeline", 3, "20 more entries; use -n 23 to see all"),
        ("timeline klint", 8, "1 more entry; use -n 9 to see all"),
        ("people", 4, "10 more people; use -n 14 to see all"),
        ("people", 13, "1 more person; use -n 14 to see all"),
    ] {
        let all = kangrejos(&format!("{arguments} -f tsv"));
        let lines: Vec<&str> = all.succeeds().lines().collect();
        let first = lines[..=number].join("\n") + "\n";
        let note = format!("note: {left}\n");
        kangrejos(&format!("{arguments} -f tsv -n {number}")).gives(0, &first, &note);
        for enough in [lines.len() - 1, lines.len()] {
            kangrejos(&format!("{arguments} -f tsv -n {enough}")).prints(&all.stdout);
        }
    }
}

/// Talks given to `export` may be from any edition; each is exported once, in dataset order.
#[test]
fn talks_are_exported_in_dataset_order() {
    for (arguments, expected) in
        [("nova klint hall Klint", "hall nova klint"), ("pin init", "pin-init"), ("2024", OF_2024)]
    {
        let printed = kangrejos(&format!("export -f json {arguments}")).json();
        assert_eq!(ids(&printed).join(" "), expected);
    }
}

/// Returns the IDs of the talks in an array.
fn ids(talks: &Value) -> Vec<&str> {
    let talks = talks.as_array().expect("an array").iter();
    talks.map(|talk| talk["id"].as_str().expect("an id")).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn without_a_command_the_short_help_is_printed() {
    let help = kangrejos("-h");
    kangrejos("").prints(help.succeeds());
}

/// The long version describes the built-in data, whatever dataset the environment names.
#[test]
fn version() {
    let version = format!("kangrejos {}\n", env!("CARGO_PKG_VERSION"));
    kangrejos("-V").prints(&version);
    let count = |arguments| built_in(arguments).stdout.lines().count();
    let (editions, talks) = (count("editions -f ids"), count("list -f ids"));
    let data = format!("data of {}: {editions} editions, {talks} talks\n", data::revised());
    kangrejos("--version").prints(&(version + &data));
}
