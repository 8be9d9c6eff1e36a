//! Data sets much larger than any workshop has, through `--dataset`: time as a ratio to jq and
//! ripgrep on the same file, memory as a multiple of the file, and whether both grow in step with it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a report")]

mod common;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use common::job::{GnuTime, Job, medians};
use common::{Folder, Random, Result, ms, or_dash};
use serde_json::{Value, json};

/// How many talks, and how often each question is put.
const SIZES: [(usize, usize); 3] = [(1_000, 41), (10_000, 11), (100_000, 3)];
const WEIGHINGS: usize = 3;

/// A hundred talks an edition: the largest set has one in each year there can be.
const TALKS: usize = 100;
const FIRST_YEAR: usize = 2000;

/// The word searched for, and in how many words it comes once: few talks say it, as in the true
/// programmes.
const RARE: &str = "rcu";
const ONE_IN: usize = 3000;

const WORDS: &str = "a about abstraction abstractions address allocation allocator and android api \
    are as atomic be binding bindings block bound buffer build bus but by C can cell closure code \
    compiler concurrency configuration context crate data debugging design device devices \
    discussion documentation driver drivers error field file filesystem for from function generic \
    guarantee guarantees handling have hardware helper how in initialization inlining interface \
    interrupt into is it kernel language latency lifetime linux list lock locking macro macros \
    maintainers memory method model module modules naïve network new not object of on or ordering \
    ownership page panic patch performance pin pointer process project queue reference register \
    review Rust safe safety scheduler series show static struct subsystem support symbol system \
    talk testing that the this thread to tooling trait tree type types unsafe upstream use user \
    version virtual we which why will with work workshop";
const GIVEN: &str = "Ada Björn Chen Daniel Élodie Fatima Grace Hana Ivo José Kim Lea Miguel Noor \
    Olga Paul Quinn Ravi Søren Tereza Uma Vera Wei Xenia Yusuf Zoë";
const FAMILY: &str = "Almeida Baker Černý Duarte Evans Fischer García Haddad Ito Jansen Kowalski \
    López Müller Nakamura Okafor Petrov Quispe Rossi Şahin Tanaka Ueda Varga Wang Xu Yilmaz Zhou";

fn main() -> ExitCode {
    common::start(&[], run)
}

fn run(_options: &[String]) -> Result<ExitCode> {
    let folder = Folder::new()?;
    let kangrejos = folder.kangrejos()?;
    println!();
    let (jq, rg) = (folder.peer("jq")?, folder.peer("rg")?);
    let time = GnuTime::find();
    if time.is_none() {
        println!("GNU time is not installed: no memory measured");
    }
    let bench = Bench {
        folder,
        kangrejos,
        jq,
        rg,
        time,
    };
    let mut sets = Vec::new();
    for (talks, rounds) in SIZES {
        sets.push(bench.set(talks, rounds)?);
    }
    println!();
    println!(
        "A ratio is the time that kangrejos takes divided by that of the other program: below"
    );
    println!("1.00, kangrejos is the faster. Memory is its peak as a multiple of the file.");
    bench.put(&LIST, &sets)?;
    bench.put(&SEARCH, &sets)?;
    Ok(ExitCode::SUCCESS)
}

/// The same question, as each program understands it.
struct Question {
    line: &'static str,
    filter: &'static str,
    pattern: Option<&'static str>,
    /// The limit of the ratio to jq.
    limit: &'static str,
}

const LIST: Question = Question {
    line: "list -e all -f jsonl",
    filter: ".[].talks[]",
    pattern: None,
    limit: "0.25",
};

const SEARCH: Question = Question {
    line: "search rcu -f jsonl",
    filter: r#".[].talks[] | select(any(.title, .speakers[], .abstract[]; test("rcu"; "i")))"#,
    pattern: Some(RARE),
    limit: "0.30",
};

/// A data set in a file.
struct Set {
    path: PathBuf,
    megabytes: f64,
    talks: usize,
    rounds: usize,
}

struct Bench {
    folder: Folder,
    kangrejos: PathBuf,
    jq: Option<PathBuf>,
    rg: Option<PathBuf>,
    time: Option<GnuTime>,
}

impl Bench {
    /// Writes a data set, and has it read.
    fn set(&self, talks: usize, rounds: usize) -> Result<Set> {
        let path = self.folder.path(&format!("{talks}.json"));
        let mut file = BufWriter::new(File::create(&path)?);
        let mut random = Random(2023);
        for edition in 0..talks / TALKS {
            file.write_all(if edition == 0 { b"[" } else { b"," })?;
            serde_json::to_writer_pretty(&mut file, &generate(edition, &mut random))?;
        }
        file.write_all(b"]\n")?;
        let bytes = file.into_inner()?.metadata()?.len();
        let set = Set {
            megabytes: f64::from(u32::try_from(bytes)?) / 1e6,
            path,
            talks,
            rounds,
        };
        let ids = self.ours("list -e all -f ids", &set).prints()?;
        let count = ids.lines().count();
        if count == talks {
            Ok(set)
        } else {
            Err(format!("{count} talks read, of {talks}").into())
        }
    }

    fn ours(&self, line: &str, set: &Set) -> Job {
        let arguments = line.split(' ').map(OsString::from);
        let dataset = ["--dataset".into(), set.path.clone().into()];
        self.folder.job(&self.kangrejos, arguments.chain(dataset))
    }

    /// Puts a question to each program for each data set.
    fn put(&self, question: &Question, sets: &[Set]) -> Result<()> {
        println!();
        println!("{}", question.line);
        println!(
            "{:>9}{:>9}{:>14}{:>10}{:>7}{:>7}{:>9}{:>7}{:>8}{:>7}",
            "talks",
            "file MB",
            "kangrejos ms",
            "jq ms",
            "ratio",
            "limit",
            "rg ms",
            "ratio",
            "memory",
            "limit"
        );
        let mut times = Vec::new();
        for (n, set) in sets.iter().enumerate() {
            let ours = self.ours(question.line, set);
            let jq = self.jq.as_ref().map(|jq| {
                let filter = ["-c".into(), question.filter.into(), set.path.clone()];
                self.folder.job(jq, filter)
            });
            let rg = self.rg.as_ref().zip(question.pattern).map(|(rg, pattern)| {
                let search = ["-i".into(), pattern.into(), set.path.clone()];
                self.folder.job(rg, search)
            });
            compare(&ours, jq.as_ref(), rg.as_ref())?;

            let jobs: Vec<Job> = [Some(&ours), jq.as_ref(), rg.as_ref()]
                .into_iter()
                .flatten()
                .cloned()
                .collect();
            let mut medians = medians(&jobs, set.rounds, None)?.into_iter();
            let own = medians.next().expect("ours is the first");
            let jq = jq.and_then(|_| medians.next());
            let rg = rg.and_then(|_| medians.next());
            let memory = self
                .time
                .as_ref()
                .map(|time| ours.peak(time, WEIGHINGS))
                .transpose()?;
            let is_largest = n + 1 == sets.len();
            let absolute = |time: Duration| format!("{:.1}", ms(time));
            let ratio = |time: Duration| format!("{:.2}", own.div_duration_f64(time));
            println!(
                "{:>9}{:>9.1}{:>14}{:>10}{:>7}{:>7}{:>9}{:>7}{:>8}{:>7}",
                set.talks,
                set.megabytes,
                absolute(own),
                or_dash(jq, absolute),
                or_dash(jq, ratio),
                if is_largest { question.limit } else { "-" },
                or_dash(rg, absolute),
                or_dash(rg, ratio),
                or_dash(memory, |bytes| format!(
                    "{:.2}",
                    bytes / 1e6 / set.megabytes
                )),
                if is_largest { "3.00" } else { "-" }
            );
            times.push(own);
        }
        if let [.., smaller, larger] = times[..] {
            let growth = larger.div_duration_f64(smaller);
            println!("from 10,000 talks to 100,000: {growth:.1} times as long, limit 13.0");
        }
        Ok(())
    }
}

/// Whether all give the same talks: a line each, but ripgrep's lines are paragraphs.
fn compare(ours: &Job, jq: Option<&Job>, rg: Option<&Job>) -> Result<()> {
    let found = ours.prints()?.lines().count();
    if let Some(jq) = jq {
        let expected = jq.prints()?.lines().count();
        if found != expected {
            return Err(format!("{found} talks found, by jq {expected}").into());
        }
    }
    rg.map_or(Ok(()), |rg| rg.prints_with(RARE))
}

/// An edition of talks that say nothing, in about the words and the length of true ones.
fn generate(edition: usize, random: &mut Random) -> Value {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let given: Vec<&str> = GIVEN.split_whitespace().collect();
    let family: Vec<&str> = FAMILY.split_whitespace().collect();
    let year = FIRST_YEAR + edition;
    let url = format!("https://example.org/{year}");
    let talk = |n: usize| {
        let mut text = |length: usize| {
            let word = |_| match random.below(ONE_IN) {
                0 => RARE,
                _ => random.pick(&words),
            };
            (0..length).map(word).collect::<Vec<_>>().join(" ")
        };
        let (title, first, second) = (text(6), text(50), text(35));
        let mut speakers = BTreeSet::new();
        for _ in 0..=random.below(2) {
            speakers.insert(format!("{} {}", random.pick(&given), random.pick(&family)));
        }
        json!({
            "id": format!("talk-{year}-{n}"),
            "number": n,
            "title": title,
            "kind": "talk",
            "speakers": speakers,
            "abstract": [first, second],
            "slides": true,
            "slides_url": format!("{url}/{n}.pdf"),
            "links": [{ "title": "The code", "url": format!("{url}/code/{n}") }],
            "sources": [url],
        })
    };
    let talks: Vec<Value> = (1..=TALKS).map(talk).collect();
    json!({
        "year": year,
        "name": format!("Workshop {year}"),
        "start": format!("{year}-09-16"),
        "end": format!("{year}-09-17"),
        "location": "Gijón, Spain",
        "url": url,
        "complete": true,
        "revised": "2026-01-01",
        "talks": talks,
    })
}
