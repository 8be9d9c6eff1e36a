//! The subcommands: each file has the arguments of one, and what it does with the dataset.

pub mod editions;
pub mod export;
pub mod list;
pub mod open;
pub mod search;
pub mod show;
pub mod speakers;

mod messages;
