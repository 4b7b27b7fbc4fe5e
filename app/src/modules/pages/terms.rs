//! Terms of the glossary in a lesson, explained on tap.
//!
//! A term becomes a button that opens the text beside it (`popover`): no script, a name for screen readers, Escape to close, and nothing moves
//! in the text. `details` was the other choice; HTML does not let it stand within a paragraph. A browser that knows no `popover` (older than
//! 2024) shows the text in brackets behind the word: style/50-modules.css.

use crate::{
    language::Language,
    library::{Html, Stretch, Term},
    routes::to,
    ui::plain,
};

/// A text with what its words mean beside them.
pub fn explain(t: Language, glossary: &[Term], stretches: &[Stretch]) -> Html {
    let stretches = stretches.iter().map(|stretch| match stretch {
        Stretch::Html(html) => html.clone(),
        Stretch::Word { word, term } => match glossary.iter().find(|known| known.id == *term) {
            Some(term) => note(t, term, word),
            None => word.clone(),
        },
    });
    Html(stretches.collect())
}

/// A word of the text with its explanation beside it.
fn note(t: Language, term: &Term, word: &str) -> String {
    let (id, name, text) = (&term.id, plain(term.term.get(t.locale)), plain(term.text.get(t.locale)));
    let (glossary, all) = (to::glossary(), t.t("glossary-all"));
    format!(
        "<span class=\"term\"><button type=\"button\" popovertarget=\"term-{id}\">{word}</button>\
         <span popover id=\"term-{id}\" role=\"note\"><b>{name}</b> <span>{text}</span> \
         <a href=\"{}#{id}\">{all}</a></span></span>",
        glossary.as_str(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Locale, Localized};

    fn same(text: &str) -> Localized<String> {
        Localized { de: text.to_owned(), de_ch: text.replace('ß', "ss"), en: "price".to_owned() }
    }

    #[test]
    fn a_word_has_its_meaning_beside_it() {
        let (term, text) = (same("Preis"), same("„Viel“ & groß."));
        let glossary = [Term { id: "price".to_owned(), term, text, used_in: Vec::new() }];
        let word = |term: &str| Stretch::Word { word: "Preise".to_owned(), term: term.to_owned() };
        let [before, after] = ["<p>Die ", ".</p>"].map(|html| Stretch::Html(html.to_owned()));
        let t = Language { locale: Locale::DeCh };
        assert_eq!(
            explain(t, &glossary, &[before.clone(), word("price"), after.clone()]).0,
            "<p>Die <span class=\"term\"><button type=\"button\" popovertarget=\"term-price\">Preise</button>\
             <span popover id=\"term-price\" role=\"note\"><b>Preis</b> <span>„Viel“ &amp; gross.</span> \
             <a href=\"/glossary#price\">Alle Begriffe</a></span></span>.</p>"
        );
        assert_eq!(explain(t, &glossary, &[before, word("gone"), after]).0, "<p>Die Preise.</p>");
    }
}
