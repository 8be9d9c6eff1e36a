//! The same questions put to what people would type instead, on the same data: how long this
//! program takes, as a ratio to each. Every answer is looked at before it is timed.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a report")]

mod common;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::job::{Job, medians};
use common::{Folder, Result, ms};
use serde_json::Value;

/// How often each question is put to each program.
const ROUNDS: usize = 200;

const PEERS: [&str; 6] = ["jq", "python3", "rg", "grep", "sqlite3", "tldr"];

const JQ_SEARCH: &str =
    r#".talks[] | select(any(.title, .abstract[]?; test("rcu"; "i")?)) | [.id, .title] | @tsv"#;
const JQ_LIST: &str = "[.talks[] | {id, title, speakers}]";
const PYTHON_SEARCH: &str = r#"
import json, sys
for path in sys.argv[1:]:
    for talk in json.load(open(path, encoding="utf-8"))["talks"]:
        text = " ".join([talk.get("title") or ""] + talk.get("abstract", []))
        if "rcu" in text.lower():
            print(talk["id"], talk["title"])
"#;
const PYTHON_LIST: &str = r#"
import json, sys
talks = json.load(open(sys.argv[1], encoding="utf-8"))["talks"]
print(json.dumps([{key: talk.get(key) for key in ("id", "title", "speakers")} for talk in talks]))
"#;
const SQL_TABLE: &str = "create virtual table talks using fts5(id, title, speakers, abstract);";
const SQL_SEARCH: &str = "select id, title from talks where talks match 'rcu' order by rank";

fn main() -> ExitCode {
    common::start(&[], run)
}

fn run(_options: &[String]) -> Result<ExitCode> {
    let bench = Bench::new()?;
    let data = &bench.data[..];
    let latest = &[bench.folder.path("2023.json")][..];
    let database = bench.database()?;
    bench.page(&latest[0])?;

    bench.compare(
        "search rcu",
        "If you want to use RCU in Rust for Linux kernel",
        &[
            bench.peer("jq", Some(0.10), &["-r", JQ_SEARCH], data),
            bench.peer("python3", Some(0.12), &["-c", PYTHON_SEARCH], data),
            bench.peer("rg", Some(0.80), &["-i", "rcu"], data),
            bench.peer("grep", None, &["-i", "rcu"], data),
            bench.peer("sqlite3", Some(0.80), &[&database, SQL_SEARCH], &[]),
        ],
    )?;
    bench.compare(
        "list --json",
        "If you want to use RCU in Rust for Linux kernel",
        &[
            bench.peer("jq", Some(0.10), &[JQ_LIST], latest),
            bench.peer("python3", Some(0.12), &["-c", PYTHON_LIST], latest),
        ],
    )?;
    bench.compare(
        "show pin-init",
        "It provides a safe way of creating fallible in-place initializers",
        &[bench.peer("tldr", Some(1.00), &["pin-init"], &[])],
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A program put beside this one.
struct Peer {
    name: &'static str,
    limit: Option<f64>,
    job: Job,
}

/// The programs and the data, all in one folder.
struct Bench {
    folder: Folder,
    kangrejos: PathBuf,
    programs: BTreeMap<&'static str, PathBuf>,
    /// The editions, in files: those that this program holds.
    data: Vec<PathBuf>,
}

impl Bench {
    fn new() -> Result<Self> {
        let folder = Folder::new()?;
        let kangrejos = folder.kangrejos()?;
        let mut data = Vec::new();
        for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))? {
            let path = entry?.path();
            if !path.ends_with("schema.json") {
                data.push(folder.copy(&path)?);
            }
        }
        data.sort();
        println!();
        let mut programs = BTreeMap::new();
        for name in PEERS {
            if let Some(program) = folder.peer(name)? {
                programs.insert(name, program);
            }
        }
        println!();
        println!(
            "The ratio is the time that kangrejos takes divided by that of the other program:"
        );
        println!("below 1.00, kangrejos is the faster.");
        Ok(Self {
            folder,
            kangrejos,
            programs,
            data,
        })
    }

    /// A run of a program where that is installed.
    fn peer(
        &self,
        name: &'static str,
        limit: Option<f64>,
        arguments: &[&str],
        files: &[PathBuf],
    ) -> Option<Peer> {
        let arguments = arguments.iter().map(OsString::from);
        let files = files.iter().map(OsString::from);
        let program = self.programs.get(name)?;
        let job = self.folder.job(program, arguments.chain(files));
        let job = job
            .with("TEALDEER_CACHE_DIR", self.folder.path("cache"))
            .with("TEALDEER_CONFIG_DIR", self.folder.path("config"));
        Some(Peer { name, limit, job })
    }

    /// Makes a database with a full-text index of all talks, where there is `SQLite`.
    fn database(&self) -> Result<String> {
        let mut sql = vec![SQL_TABLE.to_owned()];
        for path in &self.data {
            for talk in talks(path)? {
                let columns = ["id", "title", "speakers", "abstract"].map(|key| quoted(&talk[key]));
                sql.push(format!("insert into talks values ({});", columns.join(",")));
            }
        }
        let database = self.folder.path("talks.db").display().to_string();
        if let Some(sqlite) = self.programs.get("sqlite3") {
            let made = self.folder.job(sqlite, [&database, &sql.join("\n")]);
            made.prints()?;
        }
        Ok(database)
    }

    /// Makes a cache for tealdeer with a single page, which says what `show` does, where its releases
    /// look until 1.6 and since.
    fn page(&self, latest: &Path) -> Result<()> {
        let talks = talks(latest)?;
        let talk = talks.iter().find(|talk| talk["id"] == "pin-init");
        let talk = talk.ok_or("no talk pin-init")?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let page = format!(
            "# {}\n\n> {}.\n> {}\n\n- The same:\n\n`kangrejos show pin-init`\n",
            text(&talk["title"]),
            text(&talk["speakers"][0]),
            text(&talk["abstract"][0])
        );
        for pages in ["pages", "pages.en"] {
            let pages = self.folder.path("cache/tldr-pages").join(pages);
            fs::create_dir_all(pages.join("common"))?;
            fs::write(pages.join("common/pin-init.md"), &page)?;
        }
        fs::create_dir_all(self.folder.path("config"))?;
        Ok(())
    }

    /// Times one question. Each answer, ours too, must hold `expected`.
    fn compare(&self, question: &str, expected: &str, peers: &[Option<Peer>]) -> Result<()> {
        let peers: Vec<&Peer> = peers.iter().flatten().collect();
        let mut jobs = vec![self.folder.job(&self.kangrejos, question.split(' '))];
        jobs.extend(peers.iter().map(|peer| peer.job.clone()));
        for job in &jobs {
            job.prints_with(expected)?;
        }
        // Into a file, since grep stops at the first match when nobody reads what it prints.
        let answer = self.folder.path("answer");
        let times = medians(&jobs, ROUNDS, Some(&answer))?;
        println!();
        println!("{question:16}{:>8}{:>8}{:>8}", "ms", "ratio", "limit");
        println!(
            "{:16}{:>8.2}{:>8}{:>8}",
            "kangrejos",
            ms(times[0]),
            "-",
            "-"
        );
        for (peer, time) in peers.iter().zip(&times[1..]) {
            let ratio = times[0].div_duration_f64(*time);
            let limit = peer.limit.map(|limit| format!("{limit:.2}"));
            let limit = limit.as_deref().unwrap_or("-");
            println!("{:16}{:>8.2}{ratio:>8.2}{limit:>8}", peer.name, ms(*time));
        }
        Ok(())
    }
}

/// The talks of a data file.
fn talks(path: &Path) -> Result<Vec<Value>> {
    let edition: Value = serde_json::from_slice(&fs::read(path)?)?;
    Ok(edition["talks"].as_array().cloned().unwrap_or_default())
}

/// A text, or the texts of a list, as SQL writes it.
fn quoted(value: &Value) -> String {
    let texts: Vec<&str> = match value {
        Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
        text => text.as_str().into_iter().collect(),
    };
    format!("'{}'", texts.join(" ").replace('\'', "''"))
}
