//! The parts of a phrase drill's page, one a phase. The server makes each of them once, with gaps where one's own words go; they are filled
//! here, and in the browser alike, which therefore needs neither the texts nor the markup.

use super::model::{Phase, State};
use crate::drills::texts::texts;

/// Gaps are characters of the private use area.
pub mod gap {
    pub const FIRST: char = '\u{e000}';
    pub const BETTER: char = '\u{e001}';
    /// What stands in the field.
    pub const FIELD: char = '\u{e002}';
    pub const FAULT: char = '\u{e003}';
    /// `true` or `false`.
    pub const IS_WRONG: char = '\u{e004}';
    /// Of the last step …
    pub const LAST: char = '\u{e005}';
    /// … and of the next one.
    pub const NEXT: char = '\u{e006}';
    /// Classes: whether both texts are the same, whether the last one is kept.
    pub const IS_SAME: char = '\u{e007}';
    pub const IS_KEPT: char = '\u{e008}';
    /// The class of the first criterion, the second one …: `has` or `lacks`.
    pub const MET: u32 = 0xe010;
}

texts! {
    /// HTML with gaps, one part a phase.
    pub struct Parts {
        pub write,
        pub mark,
        pub rewrite,
        pub done,
        /// What is said of a text that is empty, and of one that is too long.
        pub empty,
        pub too_long,
    }
}

/// What goes into the gaps.
#[derive(Clone, Debug)]
pub struct Filling {
    pub state: State,
    pub last_number: i64,
    pub is_kept: bool,
    /// What a plain form brought back after a mistake, and what is wrong with it.
    pub said: Option<String>,
    pub fault: Option<String>,
}

impl Parts {
    /// What is to be shown.
    pub fn fill(&self, filling: &Filling) -> String {
        let part = match filling.state.phase {
            Phase::Write => &self.write,
            Phase::Mark => &self.mark,
            Phase::Rewrite => &self.rewrite,
            Phase::Done => &self.done,
        };
        let mut html = String::with_capacity(part.len() + 400);
        for sign in part.chars() {
            match filling.gap(sign) {
                Some(text) => push_escaped(&mut html, &text),
                None => html.push(sign),
            }
        }
        html
    }
}

impl Filling {
    fn gap(&self, sign: char) -> Option<String> {
        let state = &self.state;
        let class = |is: bool, class: &str| if is { class.to_owned() } else { String::new() };
        Some(match sign {
            gap::FIRST => state.first.clone(),
            gap::BETTER => state.better.clone(),
            gap::FIELD => match &self.said {
                Some(said) => said.clone(),
                None if state.phase == Phase::Write => state.first.clone(),
                None => state.draft().to_owned(),
            },
            gap::FAULT => self.fault.clone().unwrap_or_default(),
            gap::IS_WRONG => self.fault.is_some().to_string(),
            gap::LAST => self.last_number.to_string(),
            gap::NEXT => (self.last_number + 1).to_string(),
            gap::IS_SAME => class(state.first == state.better, "same"),
            gap::IS_KEPT => class(self.is_kept, "kept"),
            _ => {
                let criterion = u32::from(sign).checked_sub(gap::MET).filter(|number| *number < 16)?;
                let is_met = state.marks.contains(&(criterion as usize));
                (if is_met { "has" } else { "lacks" }).to_owned()
            }
        })
    }
}

/// Fit for an element and for an attribute.
fn push_escaped(html: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_own_words_are_words_whatever_they_are() {
        let texts = ["write", "\u{e000}|\u{e010}|\u{e011}", "<a b=\"\u{e002}\">", "\u{e007}"];
        let parts = Parts::from(texts.map(str::to_owned).to_vec());
        let state =
            State { phase: Phase::Mark, first: "\u{e001}<b>\"&\u{e010}".into(), marks: vec![1], better: "".into() };
        let mut filling = Filling { state, last_number: 4, is_kept: false, said: None, fault: None };
        assert_eq!(parts.fill(&filling), "\u{e001}&lt;b&gt;&quot;&amp;\u{e010}|lacks|has");
        filling.state.phase = Phase::Rewrite;
        assert_eq!(parts.fill(&filling), "<a b=\"\u{e001}&lt;b&gt;&quot;&amp;\u{e010}\">");
        filling.said = Some("'".into());
        assert_eq!(parts.fill(&filling), "<a b=\"'\">");
    }
}
