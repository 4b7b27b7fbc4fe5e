//! From a position in a text to its line.

/// Where the lines of a text begin; looked up in logarithmic time.
#[derive(Clone, Debug)]
pub struct Lines {
    first: usize,
    starts: Vec<usize>,
}

impl Lines {
    /// For a text whose first line is line `first` of its file.
    pub fn new(text: &str, first: usize) -> Lines {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines { first, starts: std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect() }
    }

    pub fn at(&self, offset: usize) -> usize {
        self.first + self.index(offset)
    }

    /// How far `offset` is from the beginning of its line, in bytes.
    pub fn column(&self, offset: usize) -> usize {
        offset - self.starts.get(self.index(offset)).copied().unwrap_or(0)
    }

    fn index(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }
}
