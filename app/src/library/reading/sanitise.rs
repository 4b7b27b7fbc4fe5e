//! Markdown to HTML, and the small part of HTML that may reach a page.

use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{Event, Parser};

use super::piece::options;
use crate::library::Html;

const TAGS: [&str; 22] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
];

/// No pictures, scripts, styles, classes or ids; links by https or within the platform.
static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut safe = Builder::empty();
    safe.tags(TAGS.into_iter().chain(["tr", "ul"]).collect())
        .clean_content_tags(["script", "style"].into())
        .tag_attributes([("a", ["href"].into()), ("ol", ["start"].into())].into())
        .url_schemes(["https"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener"));
    safe
});

/// Renders Markdown and keeps what is safe.
pub fn html(source: &str) -> Html {
    render(Parser::new_ext(source, options()))
}

/// Like [`html`], for Markdown that was parsed already.
pub fn render<'a>(events: impl Iterator<Item = Event<'a>>) -> Html {
    let mut raw = String::new();
    pulldown_cmark::html::push_html(&mut raw, events);
    Html(SAFE.clean(&raw).to_string().trim().to_owned())
}
