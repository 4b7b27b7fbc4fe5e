//! The files that authors write, and what can be wrong with them.

use std::fmt;

/// A file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// From the content folder on, with forward slashes: `modules/speed/module.toml`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Something that an author has to put right, and where. Faults sort by place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub path: String,
    /// From 1 on.
    pub line: usize,
    /// A sentence in plain English.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}
