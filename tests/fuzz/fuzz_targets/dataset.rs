//! The loader: any bytes must load or be refused, and every command must print what loads.
//!
//! The first byte selects the command line; the others are the dataset.

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
    // Values in the upper half select a terminal, and its width.
    let width = choice.checked_sub(127).filter(|width| *width > 0);
    kangrejos_fuzz::run(&arguments, dataset, width);
});
