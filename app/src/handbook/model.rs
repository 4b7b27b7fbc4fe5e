//! What may stand on the page.

use crate::{language::Bilingual, storage::Flash};

/// The longest text, in characters.
pub const LONGEST: usize = 6000;

/// What was typed, and what is wrong with it; the flash brings it back.
pub fn read(typed: &Bilingual) -> (Bilingual, Flash) {
    let texts = typed.tidied();
    let mut flash = Flash::default();
    for (field, text, typed) in [("de", &texts.de, &typed.de), ("en", &texts.en, &typed.en)] {
        flash.values.insert(field.to_owned(), typed.clone());
        if text.chars().count() > LONGEST {
            flash.refuse(field, "handbook-too-long");
        }
    }
    (texts, flash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_bounded_and_come_back() {
        let (texts, flash) = read(&Bilingual::new("Ruf an.\r\n", "ß".repeat(LONGEST + 1)));
        assert_eq!((texts.de.as_str(), flash.error("de")), ("Ruf an.", None));
        assert_eq!(flash.error("en"), Some("handbook-too-long"));
        assert_eq!(flash.value("de"), Some("Ruf an.\r\n"));
    }
}
