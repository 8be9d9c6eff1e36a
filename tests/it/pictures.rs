//! The pictures in the README: SVG files of what commands print on a terminal with colour.

use std::collections::BTreeSet;
use std::fs;

use anstyle::RgbColor;
use anstyle_svg::{Term, VGA};
use pretty_assertions::assert_eq;

use crate::common::inside::on_terminal;
use crate::common::{expect_file, in_repository};

/// The width of the terminal in the pictures, at which GitHub does not shrink them much.
const COLUMNS: usize = 100;

const PICTURES: [(&str, &str); 3] =
    [("list", "list.svg"), ("search file system", "search.svg"), ("show puzzlefs", "show.svg")];

/// Returns a picture of a command line and its output.
fn picture(arguments: &str) -> String {
    let seen = on_terminal(COLUMNS, arguments);
    seen.gives(0, &seen.stdout, &seen.stderr);
    let typed = format!("$ kangrejos {arguments}\n");
    // The picture has a background, so that it can be read on light and on dark pages.
    let (light, dark) = (RgbColor(0xd8, 0xde, 0xe9), RgbColor(0x1f, 0x24, 0x30));
    // The red and magenta of most terminals; VGA's are hard to read.
    let mut palette = VGA;
    palette.0[1] = RgbColor(0xff, 0x6b, 0x68);
    palette.0[5] = RgbColor(0xd6, 0x8f, 0xe8);
    Term::new()
        .palette(palette)
        .fg_color(light.into())
        .bg_color(dark.into())
        .render_svg(&(typed + &seen.stdout + &seen.stderr))
}

#[test]
fn pictures_show_what_the_program_prints() {
    let readme = fs::read_to_string(in_repository("README.md")).expect("the README");
    for (arguments, name) in PICTURES {
        let path = format!("tests/pictures/{name}");
        expect_file(&path, &picture(arguments));
        assert!(readme.contains(&format!("({path})")), "the README shows {name}");
    }
    let files = fs::read_dir(in_repository("tests/pictures")).expect("a directory");
    let names: BTreeSet<_> = files.map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(names, PICTURES.map(|(_, name)| name.into()).into());
}
