//! The loader: any bytes load or are refused, and what loads prints in every way.
//!
//! The first byte chooses the command line, the others are the dataset.

#![no_main]

const COMMANDS: [&[&str]; 9] = [
    &["editions"],
    &["list", "-e", "all"],
    &["list", "-e", "all", "-f", "tsv", "--sort", "title"],
    &["list", "--json"],
    &["speakers"],
    &["show", "a", "2023", "2026", "talk"],
    &["show", "-f", "markdown", "a", "2023", "2026", "talk"],
    &["search", "a b rust"],
    &["export", "-e", "all"],
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((choice, dataset)) = data.split_first() else {
        return;
    };
    let choice = usize::from(*choice);
    let mut arguments = COMMANDS[choice % COMMANDS.len()].to_vec();
    arguments.extend(["--dataset", "-"]);
    // The upper half is a terminal, as wide as its number says.
    let width = choice.checked_sub(127).filter(|width| *width > 0);
    kangrejos_fuzz::run(&arguments, dataset, width);
});
