//! The pictures of the README: what commands print on a terminal with colour, as SVG files made from
//! the real output.

#![cfg(target_os = "linux")]

mod common;
#[path = "common/terminal.rs"]
mod pseudo_terminal;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anstyle::RgbColor;
use anstyle_svg::{Term, VGA};
use pretty_assertions::assert_eq;

use pseudo_terminal::on_terminal;

const README: &str = include_str!("../README.md");

/// The columns of the terminal in the pictures: what GitHub shows without shrinking it much.
const COLUMNS: u16 = 100;

const PICTURES: [(&str, &str); 3] = [
    ("list", "list.svg"),
    ("search file system", "search.svg"),
    ("show puzzlefs", "show.svg"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

/// The command as typed, and what it prints, with its hint below.
fn picture(arguments: &str) -> String {
    let seen = on_terminal(COLUMNS, arguments, &[]);
    assert_eq!(seen.status, Some(0));
    let typed = format!("$ kangrejos {arguments}\n");
    // A ground of its own, so that the same picture can be read on light and on dark pages.
    let (light, dark) = (RgbColor(0xd8, 0xde, 0xe9), RgbColor(0x1f, 0x24, 0x30));
    // Red and magenta as most terminals have them today: VGA's are hard to read.
    let mut palette = VGA;
    palette.0[1] = RgbColor(0xff, 0x6b, 0x68);
    palette.0[5] = RgbColor(0xd6, 0x8f, 0xe8);
    Term::new()
        .palette(palette)
        .fg_color(light.into())
        .bg_color(dark.into())
        .render_svg(&(typed + &seen.screen + &seen.stderr))
}

#[test]
fn pictures_show_what_the_program_prints() {
    for (arguments, name) in PICTURES {
        let path = folder().join(name);
        let svg = picture(arguments);
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, &svg).expect("the file can be written");
        }
        assert_eq!(
            fs::read_to_string(&path).unwrap_or_default(),
            svg,
            "{arguments}"
        );
        let shown = format!("(tests/pictures/{name})");
        assert!(README.contains(&shown), "the README shows {name}");
    }
    let files = fs::read_dir(folder()).expect("a folder");
    let names: BTreeSet<_> = files
        .map(|file| file.expect("a file").file_name())
        .collect();
    assert_eq!(names, PICTURES.map(|(_, name)| name.into()).into());
}
