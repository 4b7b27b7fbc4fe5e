//! The copy for people: one page by itself, in their language.

use std::fmt::Write;

use super::{
    cells::{Words, is_readable},
    store::{Own, find_own},
};
use crate::{
    access::visibility::Kind,
    error::{Error, Result},
    language::Language,
    ui::plain,
    visit::{Download, Visit},
};

/// How it looks, also years from now and without a network.
const STYLE: &str = include_str!("../../../style/paper/my-data.css");

pub async fn give_html(visit: Visit) -> Result<Download> {
    let actor = visit.actor()?;
    let kinds = find_own(visit.db(), &actor.permit_learning()).await?;
    let (t, library) = (visit.language, visit.library());
    let all: Vec<&Own> = kinds.iter().flat_map(|(_, tables)| tables).collect();
    let words = Words::new(t, &library, &actor.time_zone, &all);
    let title = t.with("my-data-of", &[("name", actor.name.as_str().into())]);
    let moment = t.with("my-data-made", &[("moment", t.moment(visit.now, &actor.time_zone).into())]);
    let mut out = String::new();
    write(&mut out, t, &title, &moment, |out| {
        for (kind, tables) in &kinds {
            write_kind(out, t, &words, kind, tables)?;
        }
        Ok(())
    })
    .map_err(Error::internal)?;
    Ok(Download { name: "augenhoehe.html", kind: "text/html; charset=utf-8", body: out.into_bytes() })
}

fn write(
    out: &mut String,
    t: Language,
    title: &str,
    moment: &str,
    body: impl FnOnce(&mut String) -> std::fmt::Result,
) -> std::fmt::Result {
    let (title, style) = (plain(title), encode(STYLE));
    write!(
        out,
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><link rel=\"stylesheet\" href=\"data:text/css,{style}\"></head><body><h1>{title}</h1><p>{} {}</p>",
        t.locale.tag(),
        plain(moment),
        plain(&t.t("my-data-left-out")),
    )?;
    body(out)?;
    out.write_str("</body></html>")
}

fn write_kind(out: &mut String, t: Language, words: &Words, kind: &Kind, tables: &[Own]) -> std::fmt::Result {
    let name = format!("data-{}", kind.id);
    let kept = format!("{}: {}", t.t("data-kept"), t.t(&format!("{name}-kept")));
    write!(
        out,
        "<h2>{}</h2><p>{}. {}.</p>",
        plain(&t.t(&name)),
        plain(&t.t(&format!("{name}-purpose"))),
        plain(&kept)
    )?;
    if tables.iter().all(|own| own.rows.is_empty()) {
        return write!(out, "<p>{}</p>", plain(&t.t("my-data-nothing")));
    }
    tables.iter().filter(|own| !own.rows.is_empty()).try_for_each(|own| write_table(out, t, words, own))
}

fn write_table(out: &mut String, t: Language, words: &Words, own: &Own) -> std::fmt::Result {
    let columns: Vec<_> = own.columns().filter(|(_, column)| is_readable(column)).collect();
    let name = own.table.name;
    write!(out, "<table><caption>{}</caption><thead><tr>", plain(&t.t(&format!("my-data-table-{name}"))))?;
    for (_, column) in &columns {
        write!(out, "<th scope=\"col\">{}</th>", plain(&t.t(&format!("my-data-column-{column}"))))?;
    }
    out.write_str("</tr></thead><tbody>")?;
    for row in &own.rows {
        out.write_str("<tr>")?;
        for (position, column) in &columns {
            let value = row.get(*position).map(|value| words.cell(column, value)).unwrap_or_default();
            write!(out, "<td>{}</td>", plain(&value))?;
        }
        out.write_str("</tr>")?;
    }
    out.write_str("</tbody></table>")
}

/// A style sheet as part of an address.
fn encode(style: &str) -> String {
    let mut encoded = String::with_capacity(style.len() * 2);
    for byte in style.bytes() {
        let _ = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b':' | b';' | b',' | b'(' | b')' => {
                encoded.write_char(char::from(byte))
            }
            _ => write!(encoded, "%{byte:02X}"),
        };
    }
    encoded
}
