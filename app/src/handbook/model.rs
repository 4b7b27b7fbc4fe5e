//! What may stand on the page.

use crate::{language::Bilingual, storage::Flash};

/// The longest text, in characters.
pub const LONGEST: usize = 6000;

/// What was typed, and what is wrong with it; the flash brings it back.
pub fn read(typed: &Bilingual) -> (Bilingual, Flash) {
    let texts = typed.tidied();
    let mut flash = Flash::default();
    flash.keep("text", typed);
    flash.bound("text", (&texts, LONGEST), "handbook-too-long");
    (texts, flash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_bounded_and_come_back() {
        let (texts, flash) = read(&Bilingual::new("Ruf an.\r\n", "ß".repeat(LONGEST + 1)));
        assert_eq!((texts.de.as_str(), flash.error("text-de")), ("Ruf an.", None));
        assert_eq!(flash.error("text-en"), Some("handbook-too-long"));
        assert_eq!(flash.value("text-de"), Some("Ruf an.\r\n"));
    }
}
