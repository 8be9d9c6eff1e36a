//! The pictures in the README: SVG files of what commands print on a terminal with color, on a light and
//! on a dark background.

use std::collections::BTreeSet;
use std::fs;

use anstyle::RgbColor;
use anstyle_svg::{Palette, Term, VGA};

use crate::common::inside::on_terminal;
use crate::common::{built_in, expect_file, in_repository};

/// The width of the terminal in the pictures, at which GitHub does not shrink them much.
const COLUMNS: usize = 100;

const PICTURES: [(&str, &str); 3] = [
    ("list -t memory-model", "list"),
    ("show guidance --notes", "show"),
    ("timeline lkmm", "timeline"),
];

/// The colors of a terminal.
struct Theme {
    name: &'static str,
    text: RgbColor,
    background: RgbColor,
    palette: Palette,
}

/// Returns the themes. The backgrounds are GitHub's; the colors of the palette are those that the
/// program uses, readable on them.
fn themes() -> [Theme; 2] {
    let palette = |colors: [(usize, RgbColor); 5]| {
        let mut palette = VGA;
        for (color, rgb) in colors {
            palette.0[color] = rgb;
        }
        palette
    };
    let (red, green, yellow, magenta, cyan) = (1, 2, 3, 5, 6);
    [
        Theme {
            name: "light",
            text: RgbColor(0x1f, 0x23, 0x28),
            background: RgbColor(0xff, 0xff, 0xff),
            palette: palette([
                (red, RgbColor(0xb3, 0x1d, 0x28)),
                (green, RgbColor(0x11, 0x63, 0x29)),
                (yellow, RgbColor(0x7d, 0x4e, 0x00)),
                (magenta, RgbColor(0x82, 0x50, 0xdf)),
                (cyan, RgbColor(0x1b, 0x6c, 0x80)),
            ]),
        },
        Theme {
            name: "dark",
            text: RgbColor(0xd1, 0xd7, 0xe0),
            background: RgbColor(0x0d, 0x11, 0x17),
            palette: palette([
                (red, RgbColor(0xff, 0x7b, 0x72)),
                (green, RgbColor(0x56, 0xd3, 0x64)),
                (yellow, RgbColor(0xe3, 0xb3, 0x41)),
                (magenta, RgbColor(0xd2, 0xa8, 0xff)),
                (cyan, RgbColor(0x56, 0xd4, 0xdd)),
            ]),
        },
    ]
}

/// Returns a picture of a command line and its output.
fn picture(arguments: &str, theme: &Theme) -> String {
    let seen = on_terminal(COLUMNS, &format!("{arguments} --dataset builtin"));
    seen.gives(0, &seen.stdout, &seen.stderr);
    let typed = format!("$ kangrejos {arguments}\n");
    let picture = Term::new()
        .palette(theme.palette)
        .fg_color(theme.text.into())
        .bg_color(theme.background.into())
        .render_svg(&(typed + &seen.stdout + &seen.stderr));
    // The crate's faint text is too faint to read, and some viewers know opacity only of fills.
    picture.replace(".dimmed { opacity: 0.4; }", ".dimmed { fill-opacity: 0.7; }")
}

/// Returns the picture of the threads in the page of the built-in data, with the colors of the page.
fn threads(theme: &Theme) -> String {
    let page = built_in("export -f html").stdout;
    let between = |start: &str, end: &str| {
        let rest = page.split_once(start).expect(start).1;
        rest.split_once(end).expect(end).0.to_owned()
    };
    let style = between("<style>", "</style>");
    // The second value of each color is that of the dark scheme.
    let root =
        style.split(":root {").nth(if theme.name == "dark" { 2 } else { 1 }).expect("colors");
    let colors = root.split_once('}').expect("the end").0;
    let rules: String =
        style.lines().filter(|line| line.starts_with('.') || line.starts_with("svg ")).collect();
    let picture = between("<svg ", "</svg>");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"background: var(--back)\" {picture}<style>:root {{{colors}}}{rules}</style></svg>\n"
    )
}

#[test]
fn pictures_show_what_the_program_prints() {
    let readme = fs::read_to_string(in_repository("README.md")).expect("the README");
    let mut made = BTreeSet::new();
    for theme in themes() {
        let file = format!("page-{}.svg", theme.name);
        let path = format!("tests/pictures/{file}");
        expect_file(&path, &threads(&theme));
        assert!(readme.contains(&format!("=\"{path}\"")), "the README shows {file}");
        made.insert(file.into());
    }
    for (arguments, name) in PICTURES {
        for theme in themes() {
            let file = format!("{name}-{}.svg", theme.name);
            let path = format!("tests/pictures/{file}");
            expect_file(&path, &picture(arguments, &theme));
            assert!(readme.contains(&format!("=\"{path}\"")), "the README shows {file}");
            made.insert(file.into());
        }
        assert!(readme.contains(&format!("alt=\"kangrejos {arguments} ")), "{arguments}");
    }
    let files = fs::read_dir(in_repository("tests/pictures")).expect("a directory");
    let names: BTreeSet<_> = files.map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(names, made);
}
