//! URLs made of parts, each encoded, so that a redirect can never carry a stray character or leave this site.

use std::fmt::Write;

/// A path on this site, with a query where needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(String);

pub(super) fn url(parts: &[&str]) -> Url {
    let path: String = parts.iter().flat_map(|part| ["/".to_owned(), encode(part)]).collect();
    Url(if path.is_empty() { "/".to_owned() } else { path })
}

impl Url {
    /// With a value in the query.
    pub fn with(mut self, name: &str, value: &str) -> Url {
        let separator = if self.0.contains('?') { '&' } else { '?' };
        // Anchors come last and are not mixed with queries here.
        let _ = write!(self.0, "{separator}{name}={}", encode(value));
        self
    }

    /// Somewhere on this site that a browser named (`next`, `back`): only a path, never another host.
    pub fn local(path: &str) -> Option<Url> {
        let is_local = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
        let is_plain = path.bytes().all(|byte| (0x21..0x7f).contains(&byte));
        (is_local && is_plain).then(|| Url(path.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

fn encode(part: &str) -> String {
    let mut encoded = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(char::from(byte)),
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_values_are_encoded() {
        let made = url(&["teams", "a/b ü"]).with("q", "1 & 2").with("page", "3");
        assert_eq!(made.as_str(), "/teams/a%2Fb%20%C3%BC?q=1%20%26%202&page=3");
        assert_eq!(url(&[]).as_str(), "/");
    }

    #[test]
    fn only_paths_of_this_site_are_local() {
        for bad in
            ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "today", "/a\r\nSet-Cookie: b", "/ü"]
        {
            assert_eq!(Url::local(bad), None, "{bad}");
        }
        assert_eq!(Url::local("/teams/7?page=2").map(Url::into_string), Some("/teams/7?page=2".to_owned()));
    }
}
