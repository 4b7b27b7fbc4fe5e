//! Swiss German follows from German: ss for ß, «…» for „…“, and the Swiss half where a word or a sum differs.
//!
//! Everything works on text or Markdown *source*, before it is rendered. What stands in code and where a link leads is
//! never touched. A difference is written in place: `{de: das Angebot | ch: die Offerte}`.

/// One stretch of a text, as far as differences between German and Swiss go.
enum Stretch<'a> {
    Same(&'a str),
    Differs {
        de: &'a str,
        ch: &'a str,
    },
    /// Begins like a difference but is not one; shown as it stands.
    Broken(&'a str),
}

/// The text for readers in Switzerland. The names given, for example `Frau Weiß`, keep their spelling.
pub fn to_swiss(text: &str, protected_names: &[String]) -> String {
    let text = choose(text, |_, ch| ch);
    let mut out = String::with_capacity(text.len());
    let mut spelling = Spelling::default();
    let mut before = None;
    let mut rest = text.as_str();
    while let Some(next) = rest.chars().next() {
        let kept = kept_length(rest).or_else(|| name_length(rest, before, protected_names));
        let (stretch, after) = split(rest, kept.unwrap_or(next.len_utf8()));
        match kept {
            Some(_) => out.push_str(stretch),
            None => spelling.push(next, &mut out),
        }
        before = stretch.chars().next_back();
        rest = after;
    }
    out
}

/// The text for readers in Germany and Austria: the `de` half wherever there are two.
///
/// English has one output for now, so English texts take this half as well.
pub fn to_german(text: &str) -> String {
    choose(text, |de, _| de)
}

/// Swiss spelling of a plain text without markup, such as a label on a page.
pub fn respell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut spelling = Spelling::default();
    text.chars().for_each(|next| spelling.push(next, &mut out));
    out
}

/// Where a text begins a difference without finishing it as it must: byte offsets, for the checker.
pub fn broken_differences(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    each_stretch(text, |stretch, length| {
        if let Stretch::Broken(_) = stretch {
            found.push(at);
        }
        at += length;
    });
    found
}

fn choose(text: &str, half: impl for<'a> Fn(&'a str, &'a str) -> &'a str) -> String {
    let mut out = String::with_capacity(text.len());
    each_stretch(text, |stretch, _| match stretch {
        Stretch::Same(same) | Stretch::Broken(same) => out.push_str(same),
        Stretch::Differs { de, ch } => out.push_str(half(de, ch)),
    });
    out
}

/// Hands over every stretch with its length in the source.
fn each_stretch<'a>(text: &'a str, mut see: impl FnMut(Stretch<'a>, usize)) {
    let mut rest = text;
    while !rest.is_empty() {
        let same = rest.find(['`', '~', '<', '{']).unwrap_or(rest.len());
        let (before, opening) = split(rest, same);
        if !before.is_empty() {
            see(Stretch::Same(before), before.len());
        }
        rest = opening;
        if rest.is_empty() {
            return;
        }
        let (stretch, length) = match (difference(rest), code_length(rest)) {
            (Some(known), _) => known,
            (None, code) => {
                let length = code.unwrap_or(1);
                (Stretch::Same(split(rest, length).0), length)
            }
        };
        see(stretch, length);
        rest = split(rest, length).1;
    }
}

/// A difference at the very beginning of `rest`, well written or not.
fn difference(rest: &str) -> Option<(Stretch<'_>, usize)> {
    let inside = rest.strip_prefix('{')?;
    let tag = inside.get(..2)?;
    let is_meant = ["de", "ch"].iter().any(|known| tag.eq_ignore_ascii_case(known))
        && inside.get(2..)?.starts_with([':', ' ', '|', '}']);
    if !is_meant {
        return None;
    }
    let Some((de, ch, length)) = halves(inside) else {
        return Some((Stretch::Broken(split(rest, 1).0), 1));
    };
    Some((Stretch::Differs { de, ch }, length + 1))
}

/// Both halves and the length up to and with the closing brace.
fn halves(inside: &str) -> Option<(&str, &str, usize)> {
    let end = inside.find('}')?;
    let body = inside.get(..end)?.strip_prefix("de:")?;
    let (de, ch) = body.split_once('|')?;
    let ch = after_gap(ch)?.strip_prefix("ch:")?;
    let is_whole = !body.contains('{') && !ch.contains('|') && is_gap(split(de, de.trim_end().len()).1);
    let (de, ch) = (after_gap(de)?.trim_end(), after_gap(ch)?);
    (is_whole && !de.is_empty() && !ch.is_empty() && ch.trim_end() == ch).then_some((de, ch, end + 1))
}

fn after_gap(text: &str) -> Option<&str> {
    let inner = text.trim_start();
    is_gap(split(text, text.len() - inner.len()).0).then_some(inner)
}

/// One space, or a line break with the indentation around it.
fn is_gap(text: &str) -> bool {
    text == " " || text.trim_matches(' ') == "\n"
}

/// The length of code, a link's target or an address at the beginning of `rest`: these keep their spelling.
fn kept_length(rest: &str) -> Option<usize> {
    match rest.chars().next()? {
        '`' | '~' | '<' => code_length(rest).or_else(|| address_length(rest)),
        ']' => {
            let target = rest.strip_prefix("](")?;
            Some(2 + target.find(|c: char| c == ')' || c.is_whitespace()).unwrap_or(target.len()))
        }
        'h' => address_length(rest),
        _ => None,
    }
}

fn address_length(rest: &str) -> Option<usize> {
    let address = rest.strip_prefix('<').unwrap_or(rest);
    let is_address = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    let end = |c: char| c.is_whitespace() || matches!(c, '>' | ')' | ']' | '"' | '“' | '»');
    is_address.then(|| rest.find(end).unwrap_or(rest.len()))
}

/// The length of inline or fenced code at the beginning of `rest`.
fn code_length(rest: &str) -> Option<usize> {
    if rest.starts_with("<code>") {
        return rest.find("</code>").map(|end| end + "</code>".len());
    }
    let mark = rest.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let ticks = run_length(rest, mark);
    if mark == '~' && ticks < 3 {
        return None;
    }
    let mut at = ticks;
    while let Some(found) = rest.get(at..)?.find(mark) {
        let length = run_length(rest.get(at + found..)?, mark);
        at += found + length;
        if length == ticks {
            return Some(at);
        }
    }
    // Nothing closes it: the marks are plain characters.
    Some(ticks)
}

fn run_length(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}

/// The length of a listed name at the beginning of `rest`; its spaces may be line breaks, and an s may follow it.
fn name_length(rest: &str, before: Option<char>, names: &[String]) -> Option<usize> {
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let found = names.iter().filter_map(|name| {
        let mut left = rest;
        for (position, word) in name.split_whitespace().enumerate() {
            let next = if position == 0 { left } else { left.trim_start() };
            let is_apart = position == 0 || next.len() < left.len();
            left = if is_apart { next.strip_prefix(word)? } else { return None };
        }
        let mut following = left.strip_prefix('s').unwrap_or(left).chars();
        let is_whole = !following.next().is_some_and(char::is_alphanumeric);
        (is_whole && left.len() < rest.len()).then_some(rest.len() - left.len())
    });
    found.max()
}

/// Respells one character after another; remembers which quotation marks are open.
#[derive(Default)]
struct Spelling {
    double: usize,
    single: usize,
}

impl Spelling {
    fn push(&mut self, next: char, out: &mut String) {
        match next {
            'ß' => out.push_str("ss"),
            'ẞ' => out.push_str("SS"),
            '„' => {
                self.double += 1;
                out.push('«');
            }
            '“' if self.double > 0 => {
                self.double -= 1;
                out.push('»');
            }
            '‚' => {
                self.single += 1;
                out.push('‹');
            }
            '‘' if self.single > 0 => {
                self.single -= 1;
                out.push('›');
            }
            other => out.push(other),
        }
    }
}

fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}
