//! What people type, as it is kept.

/// A text without space around it and without characters that control something (lists are strung together with them); lines end with `\n`
/// alone, of which browsers send two.
pub fn plain_text(typed: &str) -> String {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().filter(|sign| *sign == '\n' || !sign.is_control()).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_and_controls_go() {
        assert_eq!(plain_text(" a\r\nb\rc\u{1e}\0\td\u{85} "), "a\nb\nc d");
        assert_eq!(plain_text("Zwei\u{1f}Teile"), "ZweiTeile");
        assert_eq!(plain_text(&plain_text(" Gut.\r\nRuhig.\r\n")), "Gut.\nRuhig.");
    }
}
