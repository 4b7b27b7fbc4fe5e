//! From a file to lines. What is wrong with the file as a whole is found here, what is wrong with a line in [`super::model`].

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::{admin::model::tidy, language::fold};

/// Largest file, in bytes.
pub const FILE_MAX: usize = 1024 * 1024;
/// Most lines of a file.
pub const LINES_MAX: usize = 10_000;

/// The columns that a file may have, in the order of the example.
pub const COLUMNS: [&str; 5] = ["sign_in_name", "name", "site", "team", "role"];
/// Those that it must have.
pub const REQUIRED: [&str; 4] = ["sign_in_name", "name", "site", "team"];

/// One line of a file, tidied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, the heading being 1.
    pub number: u64,
    pub sign_in_name: String,
    pub name: String,
    pub site: String,
    pub team: String,
    pub role: String,
    /// Whether it has as many fields as the heading.
    pub is_whole: bool,
}

/// What is wrong with a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    Empty,
    Unreadable,
    Missing(Vec<&'static str>),
    Unknown(Vec<String>),
    Twice(Vec<String>),
    TooManyLines,
}

/// The text of a file: UTF-8, with or without a byte order mark, and not too large. Otherwise a message key.
pub fn decode(bytes: Vec<u8>) -> Result<String, &'static str> {
    if bytes.is_empty() {
        return Err("import-no-file");
    }
    if bytes.len() > FILE_MAX {
        return Err("import-too-large");
    }
    let text = String::from_utf8(bytes).map_err(|_| "import-not-utf8")?;
    if text.contains('\0') {
        return Err("import-has-nul");
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Whatever separates the columns of the heading: semicolon, tab or comma.
fn delimiter(text: &str) -> u8 {
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| heading.bytes().filter(|byte| *byte == mark).count();
    [b';', b'\t'].into_iter().find(|mark| count(*mark) > count(b',')).unwrap_or(b',')
}

/// Reads every line below the heading; empty ones are passed over.
pub fn read(text: &str) -> Result<Vec<Line>, FileFault> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
    let heading = reader.headers().map_err(|_| FileFault::Unreadable)?.clone();
    let columns = find_columns(&heading)?;
    let mut lines = Vec::new();
    let mut numbers = LineNumbers { text, at: 0, number: 1 };
    for record in reader.records() {
        let record = record.map_err(|_| FileFault::Unreadable)?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        if lines.len() == LINES_MAX {
            return Err(FileFault::TooManyLines);
        }
        let field = |column: usize| tidy(columns[column].and_then(|at| record.get(at)).unwrap_or_default());
        lines.push(Line {
            number: numbers.of(&record),
            sign_in_name: field(0),
            name: field(1),
            site: field(2),
            team: field(3),
            role: field(4),
            is_whole: record.len() == heading.len(),
        });
    }
    if lines.is_empty() { Err(FileFault::Empty) } else { Ok(lines) }
}

/// Counts lines along the file. The reader's own count is behind by one after `\r\n` and before empty lines.
struct LineNumbers<'a> {
    text: &'a str,
    at: usize,
    number: u64,
}

impl LineNumbers<'_> {
    /// The number of the line that a record begins in; records come in their order.
    fn of(&mut self, record: &StringRecord) -> u64 {
        let bytes = self.text.as_bytes();
        let begins = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.at);
        while let Some(byte) = bytes.get(self.at) {
            let is_break = matches!(byte, b'\r' | b'\n');
            if self.at >= begins && !is_break {
                break;
            }
            self.at += 1;
            let is_first_half = *byte == b'\r' && bytes.get(self.at) == Some(&b'\n');
            self.number += u64::from(is_break && !is_first_half);
        }
        self.number
    }
}

/// Where each of [`COLUMNS`] stands.
fn find_columns(heading: &StringRecord) -> Result<[Option<usize>; COLUMNS.len()], FileFault> {
    let names: Vec<String> = heading.iter().map(|name| fold(name).replace([' ', '-'], "_")).collect();
    if names.iter().all(String::is_empty) {
        return Err(FileFault::Empty);
    }
    let given = |known: &&str| names.iter().filter(|name| name == known).count();
    let missing: Vec<_> = REQUIRED.into_iter().filter(|known| given(known) == 0).collect();
    if !missing.is_empty() {
        return Err(FileFault::Missing(missing));
    }
    let twice: Vec<_> = COLUMNS.into_iter().filter(|known| given(known) > 1).map(str::to_owned).collect();
    if !twice.is_empty() {
        return Err(FileFault::Twice(twice));
    }
    let unknown: Vec<_> = heading.iter().zip(&names).filter(|(_, name)| !COLUMNS.contains(&name.as_str())).collect();
    let unknown: Vec<_> = unknown.into_iter().map(|(typed, _)| typed.chars().take(60).collect()).collect();
    if !unknown.is_empty() {
        return Err(FileFault::Unknown(unknown));
    }
    Ok(COLUMNS.map(|known| names.iter().position(|name| name == known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_text() {
        assert_eq!(decode(vec![]), Err("import-no-file"));
        assert_eq!(decode(vec![b'a'; FILE_MAX + 1]), Err("import-too-large"));
        assert_eq!(decode(b"M\xfcller".to_vec()), Err("import-not-utf8"));
        assert_eq!(decode(b"a\0b".to_vec()), Err("import-has-nul"));
        assert_eq!(decode("\u{feff}name".into()), Ok("name".to_owned()));
    }

    #[test]
    fn comma_semicolon_and_tab_separate() {
        for mark in [",", ";", "\t"] {
            let text =
                ["sign_in_name,name,site,team,role", "lea,\"Brunner, Lea\",Bern,Till,coach", "", ",,,,"].join("\r\n");
            let text = text.replace("\"Brunner, Lea\"", "Lea Brunner").replace(',', mark);
            let lines = read(&text).unwrap();
            assert_eq!(lines.len(), 1, "{text}");
            assert_eq!((lines[0].number, lines[0].name.as_str(), lines[0].role.as_str()), (2, "Lea Brunner", "coach"));
        }
    }

    #[test]
    fn quoted_fields_hold_separators_and_columns_stand_in_any_order() {
        let lines = read("Team; Site ;Name;Sign-in name\nTill;Bern;\"Brunner; Lea\";lea\nTill;Bern;Kurz\n").unwrap();
        assert_eq!(lines[0].name, "Brunner; Lea");
        assert_eq!((lines[0].sign_in_name.as_str(), lines[0].is_whole), ("lea", true));
        assert!(!lines[1].is_whole);
    }

    #[test]
    fn a_heading_is_complete_and_known() {
        assert_eq!(read(""), Err(FileFault::Empty));
        assert_eq!(read("sign_in_name,name,site,team\n"), Err(FileFault::Empty));
        assert_eq!(read("name,team\nLea,Till"), Err(FileFault::Missing(vec!["sign_in_name", "site"])));
        assert_eq!(read("sign_in_name,name,site,team,Rolle\n"), Err(FileFault::Unknown(vec!["Rolle".into()])));
        assert_eq!(read("sign_in_name,name,site,team,name\n"), Err(FileFault::Twice(vec!["name".into()])));
        let many = format!("sign_in_name,name,site,team\n{}", "a,b,c,d\n".repeat(LINES_MAX + 1));
        assert_eq!(read(&many), Err(FileFault::TooManyLines));
    }

    #[test]
    fn line_numbers_are_those_of_the_file() {
        let text = "\nsign_in_name,name,site,team\na,A,s,t\n\n,,,\nb,\"B\nB\",s,t\nc,C,s,t";
        for line_break in ["\n", "\r\n", "\r"] {
            let lines = read(&text.replace('\n', line_break)).unwrap();
            assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [3, 6, 8], "{line_break:?}");
        }
    }
}
