//! The subcommands: each file has the arguments of one, and what it does with the dataset.

pub mod editions;
pub mod export;
pub mod list;
pub mod messages;
pub mod open;
pub mod people;
pub mod search;
pub mod show;
pub mod timeline;
pub mod topics;
