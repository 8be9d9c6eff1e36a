//! Tests of the program from outside: as a process, in the test process, or on a terminal. They are
//! one program, because each test program is linked on its own.

mod common;

#[cfg(unix)]
mod arguments;
mod commands;
mod completions;
mod data;
mod dataset;
mod export;
#[cfg(unix)]
mod files;
#[cfg(target_os = "linux")]
mod help;
mod hostile;
mod html;
#[cfg(target_os = "linux")]
mod less;
#[cfg(target_os = "linux")]
mod linux;
mod man;
mod messages;
mod open;
#[cfg(target_os = "linux")]
mod pager;
mod pictures;
mod properties;
#[cfg(unix)]
mod readme;
mod schema;
mod screens;
mod search;
#[cfg(target_os = "linux")]
mod shells;
mod show;
#[cfg(unix)]
mod streams;
#[cfg(target_os = "linux")]
mod terminal;
