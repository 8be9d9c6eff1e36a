//! Shared by the fuzz targets: runs the program, and makes valid datasets from any bytes.

use kangrejos::{Console, Input, Screen};
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use serde_json::{Value, json};

/// Runs the program within the process, and checks what must be true for any input: a documented
/// status, no terminal control characters, and a message instead of output if there is an error.
pub fn run(arguments: &[&str], mut stdin: &[u8], width: Option<usize>) -> (u8, String) {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let screen = Screen {
        is_terminal: width.is_some(),
        width,
        ..Screen::default()
    };
    let status = kangrejos::run(
        Input {
            arguments: arguments.iter().map(Into::into).collect(),
            dataset: None,
            stdin: &mut stdin,
        },
        Console {
            stdout: &mut stdout,
            stderr: &mut stderr,
            screen,
            error_screen: Screen::default(),
        },
    );
    let stdout = String::from_utf8(stdout).expect("UTF-8 on standard output");
    let stderr = String::from_utf8(stderr).expect("UTF-8 on standard error");
    let is_hostile = |c: char| c.is_control() && !"\n\r\t".contains(c) || "\u{202e}\u{2066}".contains(c);
    assert!(status <= 2, "{stderr}");
    assert!(!stdout.contains(is_hostile), "{stdout:?}");
    assert!(!stderr.contains(is_hostile), "{stderr:?}");
    assert!(status < 2 || (stdout.is_empty() && !stderr.is_empty()), "{stdout}");
    (status, stdout)
}

/// Exports a dataset made from `bytes`. Returns the talks as JSON prints them, and the export;
/// `None` if the loader refuses the dataset.
pub fn export(format: &str, bytes: &[u8]) -> Option<(Vec<Value>, String)> {
    let dataset = dataset(&mut Unstructured::new(bytes)).ok()?.to_string();
    let (status, talks) = run(&["list", "-e", "all", "--json", "--dataset", "-"], dataset.as_bytes(), None);
    if status == 2 {
        return None;
    }
    let arguments = ["export", "-e", "all", "-f", format, "--dataset", "-"];
    let (_, exported) = run(&arguments, dataset.as_bytes(), None);
    Some((serde_json::from_str(&talks).expect("JSON"), exported))
}

fn dataset(bytes: &mut Unstructured) -> Result<Value> {
    let mut talks = Vec::new();
    for n in 0..bytes.int_in_range(1..=4)? {
        let mut talk = json!({"id": format!("t{n}"), "kind": bytes.choose(&["talk", "discussion"])?});
        let mut set = |key: &str, value: Value| talk[key] = value;
        if bytes.arbitrary()? {
            set("title", text(bytes)?);
        }
        if bytes.arbitrary()? {
            set("topic", text(bytes)?);
        }
        set("speakers", texts(bytes)?);
        set("abstract", texts(bytes)?);
        set("summary", texts(bytes)?);
        set("location", text(bytes)?);
        set("links", json!([{"title": text(bytes)?, "url": url(bytes)?}]));
        if bytes.arbitrary()? {
            set("slides", json!(true));
            set("slides_url", url(bytes)?);
        }
        talks.push(talk);
    }
    Ok(json!({
        "year": 2026, "name": text(bytes)?, "start": "2026-09-15", "end": "2026-09-16",
        "url": "https://kangrejos.com/2026", "revised": "2026-11-22", "talks": talks,
    }))
}

fn texts(bytes: &mut Unstructured) -> Result<Value> {
    let count = bytes.int_in_range(0..=2)?;
    (0..count).map(|_| text(bytes)).collect()
}

/// Returns a text of any characters and of sequences that some format could interpret.
fn text(bytes: &mut Unstructured) -> Result<Value> {
    const SPECIAL: &str = "\\ \" ' ` , ; : = + - @ # * _ [ ] < > ( ) { } | & % ~ ^ $ ! . 1. \\n -- --- ''' ``` ![ ]( &lt; &#60; \
        <img <!-- https://a.org/b_c*d http:// www.a_b.c and others BEGIN:VEVENT \\input ^^5c =1+1 \u{a0} ñ e\u{301} 老 🦀 👩‍🚀 ﬁ";
    let pieces: Vec<&str> = SPECIAL.split(' ').chain([" ", "a", "Word"]).collect();
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(1..=30)? {
        match bytes.int_in_range(0..=7)? {
            0 => text.push(bytes.arbitrary()?),
            _ => text.push_str(bytes.choose(&pieces)?),
        }
    }
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" ").into())
}

fn url(bytes: &mut Unstructured) -> Result<Value> {
    let mut url = "https://a.org/".to_owned();
    for _ in 0..bytes.int_in_range(0..=9)? {
        let characters: Vec<char> = "abc/?#=&;,:.!~*'()_-+@%[]".chars().collect();
        url.push(*bytes.choose(&characters)?);
    }
    Ok(url.into())
}
