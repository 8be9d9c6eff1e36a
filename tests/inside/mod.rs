//! Runs the program within the test's process: all that it says, many times faster.

#![allow(dead_code, reason = "not every test program uses all of it")]

use kangrejos::{Input, Output, Terminal};

/// What the program said.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub status: u8,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the program with `arguments` and `stdin`, into pipes.
#[track_caller]
pub fn run(arguments: &[&str], stdin: &[u8]) -> Said {
    run_on(arguments, stdin, None)
}

/// Runs the program with `arguments` and `stdin`, without colour; with a width into a terminal.
#[track_caller]
pub fn run_on(arguments: &[&str], mut stdin: &[u8], width: Option<usize>) -> Said {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let status = kangrejos::run(
        Input {
            arguments: arguments.iter().map(Into::into).collect(),
            dataset: None,
            stdin: &mut stdin,
        },
        Output {
            stdout: &mut stdout,
            stderr: &mut stderr,
            terminal: width.map(|width| Terminal {
                width: Some(width),
                hyperlinks: false,
            }),
            color: false,
            color_errors: false,
        },
        |_| {},
    );
    Said {
        status,
        stdout: String::from_utf8(stdout).expect("UTF-8 on standard output"),
        stderr: String::from_utf8(stderr).expect("UTF-8 on standard error"),
    }
}

impl Said {
    /// What must hold whatever the input is: a documented status, nothing a terminal obeys on either
    /// stream, and with status 2 no output, but a message.
    #[track_caller]
    pub fn is_sound(&self) {
        assert!(self.status <= 2, "{self:?}");
        assert!(!self.stdout.contains(is_hostile), "{self:?}");
        assert!(!self.stderr.contains(is_hostile), "{self:?}");
        if self.status == 2 {
            assert_eq!(self.stdout, "", "{self:?}");
            assert_ne!(self.stderr, "", "{self:?}");
        }
    }
}

/// Written here anew: control characters, all but those that end or fill lines, line separators,
/// and what changes the direction of text.
fn is_hostile(c: char) -> bool {
    match u32::from(c) {
        0x09 | 0x0a | 0x0d => false,
        c => {
            matches!(c, 0..=0x1f | 0x7f..=0x9f | 0x61c | 0x200e..=0x200f | 0x2028..=0x202e | 0x2066..=0x206f | 0xfff9..=0xfffb | 0xe0000..=0xe007f)
        }
    }
}

/// Pseudo-random numbers from a seed: `SplitMix64`.
pub struct Random(pub u64);

impl Random {
    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = (z ^ (z >> 31)) % (end as u64);
        usize::try_from(number).expect("it is below a usize")
    }

    /// One of `choices`.
    pub fn of<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        &choices[self.below(choices.len())]
    }
}
