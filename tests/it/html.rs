//! The page of `export -f html`: only markup of the program, links that lead somewhere, and everything
//! that `show --notes` prints.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::common::directory::Directory;
use crate::common::{built_in, expect_file, in_repository, inside};

/// The elements of the page, and their attributes. None can run a script or has a style.
const ELEMENTS: &str = "a article b blockquote body circle code dd desc details dl doctype dt footer g h1 h2 h3 head \
    header html input label li line link main meta nav output p path rect script search section style summary svg \
    text title ul";
const ATTRIBUTES: &str = "aria-describedby aria-label aria-labelledby autocomplete charset class content cx cy d for \
    height hidden href html http-equiv id lang name r rel role tabindex type viewBox width x x1 x2 y y1 y2";

/// The elements without content.
const EMPTY: [&str; 4] = ["doctype", "input", "link", "meta"];

/// A start tag.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    /// The ID of the section of a talk that it is in.
    talk: String,
}

/// What a page holds.
struct Page {
    tags: Vec<Tag>,
    /// The text of each talk's section, by ID.
    texts: BTreeMap<String, String>,
}

/// Returns `text` without character references.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Reads a page. Every tag must be one that the program writes, with attributes in double quotes, and be
/// closed in turn.
fn read(text: &str) -> Page {
    let (mut tags, mut texts) = (Vec::new(), BTreeMap::<String, String>::new());
    let (mut open, mut talk) = (Vec::new(), String::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        texts.entry(talk.clone()).or_default().push_str(&unescaped(before));
        let (tag, after) = after.split_once('>').expect("the end of a tag");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{before}");
            if name == "article" {
                talk.clear();
            }
            continue;
        }
        let tag = tag.trim_start_matches('!').replacen("DOCTYPE", "doctype", 1);
        let (name, mut list) = tag.split_once(' ').unwrap_or((&tag, ""));
        let is_known = |names: &str, name: &str| names.split_whitespace().any(|it| it == name);
        assert!(is_known(ELEMENTS, name), "{tag}");
        let mut attributes = BTreeMap::new();
        while !list.is_empty() {
            let (key, value) = list.split_at(list.find([' ', '=']).unwrap_or(list.len()));
            assert!(is_known(ATTRIBUTES, key), "{tag}");
            let (value, after) = match value.strip_prefix("=\"") {
                Some(value) => value.split_once('"').expect("the end of a value"),
                None => ("", value),
            };
            attributes.insert(key.to_owned(), unescaped(value));
            list = after.trim_start();
        }
        if name == "article" {
            talk.clone_from(&attributes["id"]);
        }
        if ["style", "script"].contains(&name) {
            rest = rest.split_once(&format!("</{name}>")).expect("its end").1;
        } else if !EMPTY.contains(&name) {
            open.push(name.to_owned());
        }
        tags.push(Tag { name: name.to_owned(), attributes, talk: talk.clone() });
    }
    assert_eq!((open.len(), rest), (0, "\n"));
    Page { tags, texts }
}

impl Page {
    /// Returns the values of an attribute, in the section of a talk or everywhere.
    fn values<'p>(&'p self, key: &'p str, talk: Option<&'p str>) -> impl Iterator<Item = &'p str> {
        let tags = self.tags.iter().filter(move |tag| talk.is_none_or(|id| tag.talk == id));
        tags.filter_map(move |tag| tag.attributes.get(key).map(String::as_str))
    }
}

/// Returns the page of a dataset, or of the built-in data.
fn page(dataset: &str) -> Page {
    let said = inside::run(&["export", "-f", "html", "--dataset", dataset], b"");
    read(said.succeeds())
}

/// Returns datasets with all kinds of texts, and one whose IDs are the names of topics.
fn datasets(directory: &Directory) -> [String; 4] {
    let names = [
        "topic", "person", "edition", "page", "main", "threads", "filter", "gpu", "safety",
        "gary-guo",
    ];
    let talk = |id| {
        json!({"id": id, "kind": "talk", "speakers": ["Ann Bee", "Änn-Bee", "李", "!"],
        "topics": ["gpu", "safety"], "sources": ["https://a.b"]})
    };
    let edition = json!({"year": 2030, "name": "Other", "url": "https://a.b", "revised": "2026-11-30",
        "talks": names.map(talk), "sources": ["https://a.b"]});
    directory.write("names.json", &edition.to_string());
    let repository = |path: &str| in_repository(path).to_string_lossy().into_owned();
    let names = directory.path().join("names.json").to_string_lossy().into_owned();
    [
        "builtin".to_owned(),
        repository("tests/fixture.json"),
        repository("tests/interop/hostile.json"),
        names,
    ]
}

#[test]
fn links_within_the_page_lead_somewhere() {
    let directory = Directory::new();
    for dataset in datasets(&directory) {
        let page = page(&dataset);
        let ids: Vec<&str> = page.values("id", None).collect();
        let anchors: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), anchors.len(), "{dataset}: an ID is there twice");
        // IDs of talks have no full stop.
        assert!(ids.iter().all(|id| page.texts.contains_key(*id) != id.contains('.')), "{ids:?}");
        for url in page.values("href", None).filter(|url| *url != "data:,") {
            match url.strip_prefix('#') {
                Some(anchor) => assert!(anchors.contains(anchor), "{dataset}: {url}"),
                None => assert!(url.starts_with("https://"), "{dataset}: {url}"),
            }
        }
        let keys = ["for", "aria-labelledby", "aria-describedby"].into_iter();
        assert!(keys.flat_map(|key| page.values(key, None)).all(|id| anchors.contains(id)));
        assert_eq!(page.tags.iter().filter(|tag| tag.name == "h1").count(), 1);
        // What a talk links to is on other pages, but for links to parts of this one.
        let is_external =
            |tag: &&Tag| tag.attributes.get("href").is_some_and(|url| url.starts_with("https:"));
        for tag in page.tags.iter().filter(is_external) {
            assert_eq!(tag.attributes.get("rel").map(String::as_str), Some("noopener"));
        }
    }
}

/// Texts and URLs of `show --notes` are in the section of the talk, in the same order, hints about the program
/// apart.
#[test]
fn sections_hold_what_show_prints() {
    let labels = ["Notes", "Elsewhere", "As announced:"];
    for dataset in datasets(&Directory::new()) {
        let page = page(&dataset);
        let list = inside::run(&["list", "-f", "ids", "--dataset", &dataset], b"");
        for id in list.succeeds().lines() {
            let shown = inside::run(&["show", "--notes", "--dataset", &dataset, "--", id], b"");
            let text = page.texts[id].split_whitespace().collect::<Vec<_>>().join(" ");
            let urls: BTreeSet<&str> = page.values("href", Some(id)).collect();
            let is_hint = |piece: &&str| piece.starts_with("the whole story: ");
            let pieces = shown.succeeds().lines().flat_map(|line| line.split("  ")).map(str::trim);
            for piece in pieces.filter(|piece| !is_hint(piece) && !labels.contains(piece)) {
                let is_there = text.contains(piece) || urls.contains(piece);
                assert!(is_there || urls.contains(&*format!("#{piece}")), "{id}: {piece}");
            }
        }
    }
}

/// A browser loads nothing for the page, runs only its script, and sends no address of it.
#[test]
fn the_policy_names_the_style_and_the_script() {
    let hash = |file: &str| {
        let text = fs::read(in_repository(&format!("src/render/html/{file}"))).expect("the file");
        format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
    };
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'\n",
        hash("script.js"),
        hash("style.css")
    );
    expect_file("src/render/html/policy.txt", &policy);
    let text = built_in("export -f html").stdout;
    for file in ["script.js", "style.css"] {
        let code = fs::read_to_string(in_repository(&format!("src/render/html/{file}")))
            .expect("the file");
        assert_eq!(text.matches(&format!(">{code}</")).count(), 1, "{file}");
    }
    let page = read(&text);
    let head = page.tags.iter().position(|tag| tag.name == "head").expect("a head");
    let first = &page.tags[head + 1].attributes;
    assert_eq!(first["http-equiv"], "Content-Security-Policy");
    assert_eq!(first["content"], policy.trim_end());
}

#[test]
fn without_talks_there_is_no_page() {
    let directory = Directory::new();
    directory.run("export -e 2023 -t gpu -o x.html").gives(
        1,
        "",
        "error: no talk matches these filters\n",
    );
    assert_eq!(directory.files(), []);
}

/// The page of another workshop is called after it, and says nothing of Kangrejos.
#[test]
fn pages_are_called_after_their_editions() {
    let edition = |year: u16, name: &str| {
        json!({"year": year, "name": name, "url": "https://a.b", "revised": "2026-11-30", "talks":
            [{"id": format!("t{year}"), "kind": "talk", "sources": ["https://a.b"]}], "sources": ["https://a.b"]})
    };
    for (names, called) in [
        (vec!["Other 2030", "Other 2031"], "Other"),
        (vec!["Other 2030"], "Other 2030"),
        (vec!["Other 2030", "Another 2031"], "Other 2030 to Another 2031"),
        (vec!["2030", "2031"], "2030 to 2031"),
        (vec!["Kangrejos 2030", "Kangrejos 2031"], "Kangrejos"),
    ] {
        let editions: Vec<Value> =
            (2030..).zip(&names).map(|(year, name)| edition(year, name)).collect();
        let dataset = json!(editions).to_string().into_bytes();
        let said = inside::run(&["export", "-f", "html", "--dataset", "-"], &dataset);
        let page = said.succeeds();
        for title in ["title", "h1"] {
            assert!(
                page.contains(&format!("<{title}>The memory of {called}</{title}>")),
                "{called}"
            );
        }
        let is_ours = called.starts_with("Kangrejos");
        assert_eq!(page.contains("the Rust for Linux workshop"), is_ours, "{called}");
        assert_eq!(page.contains("our own words"), is_ours, "{called}");
    }
}

/// The page of a selection has links only to what is on it.
#[test]
fn a_page_of_some_talks_is_whole() {
    let text = inside::run(&["export", "-f", "html", "layout-of-data", "klint"], b"");
    let page = read(text.succeeds());
    let talks: Vec<&String> = page.texts.keys().filter(|id| !id.is_empty()).collect();
    assert_eq!(talks, ["klint", "layout-of-data"]);
    let anchors: BTreeSet<&str> = page.values("id", None).collect();
    let mut within = page.values("href", None).filter_map(|url| url.strip_prefix('#'));
    assert!(within.all(|anchor| anchors.contains(anchor)));
    // Other talks of the thread are named without a link.
    assert!(page.texts["klint"].contains("2026 Layout of"));
    let alone = inside::run(&["export", "-f", "html", "klint"], b"");
    assert_eq!(read(alone.succeeds()).tags.iter().filter(|tag| tag.name == "svg").count(), 0);
    assert_eq!(page.tags.iter().filter(|tag| tag.name == "svg").count(), 1);
}

#[test]
fn a_large_page_says_so() {
    let directory = Directory::new();
    let edition = |year: u16| {
        let talk = |n: usize| {
            json!({"id": format!("t{n}-{year}"), "kind": "talk", "abstract": ["a".repeat(60_000)],
                "sources": ["https://a.b"]})
        };
        json!({"year": year, "name": "Other", "url": "https://a.b", "revised": "2026-11-30",
            "talks": (0..50).map(talk).collect::<Vec<_>>(), "sources": ["https://a.b"]})
    };
    directory.write("large.json", &json!([edition(2030), edition(2031)]).to_string());
    let note = "note: x.html has 6 MB, and may be slow to open\n  tip: export fewer talks, by year, topic or name\n";
    directory.run("export --dataset large.json -o x.html").gives(0, "", note);
    directory.run("export --dataset large.json 2030 -o x.html").gives(0, "", "");
}
