//! The dry run: every line of the file and what would happen to it, the refused ones first.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::Import,
    model::{Change, Counts, Fate, Fault, Row, count},
    pages::file_form,
};
use crate::{
    language::Language,
    routes::to,
    ui::{Form, Page, Width, hidden},
};

pub fn results(form: &Form, text: &str, rows: &[Row]) -> Page {
    let t = form.language;
    let counts = count(rows);
    let lines = i64::try_from(rows.len()).unwrap_or_default();
    let next = if counts.refused > 0 { mend(form, counts) } else { go_on(form, text, counts) };
    let fates = ["refused", "new", "changed", "same"].map(|id| {
        let meant: Vec<&Row> = rows.iter().filter(|row| kind(&row.fate) == id).collect();
        (id, meant)
    });
    let fates: Vec<_> = fates.into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
    let links = fates.iter().map(|(id, rows)| {
        let number = t.number(i64::try_from(rows.len()).unwrap_or_default());
        let text = t.with(&format!("import-count-{id}"), &[("number", number.into())]);
        view! { <li><a href=format!("#{id}")>{text}</a></li> }
    });
    let links = links.collect_view();
    let tables = fates.iter().map(|(id, rows)| table(t, id, rows)).collect_view();
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::admin_import().into_string()>{t.t("admin-import")}</a> " · " {t.t("import-dry-run")}</p>
            <h1>{t.t("import-would-happen")}</h1>
            <p class="lead">{t.with("import-lines", &[("count", lines.into()), ("number", t.number(lines).into())])}</p>
        </div>
        {form.error_summary()}
        {next}
        <nav aria-label=t.t("import-rows")><ul class="tabs">{links}</ul></nav>
        {tables}
    };
    Page::new(t.t("import-would-happen"), Width::Full, body)
}

/// With refused lines there is nothing to take over: mend the file and check it again.
fn mend(form: &Form, counts: Counts) -> AnyView {
    let t = form.language;
    let refused = [("count", counts.refused.into()), ("number", t.number(counts.refused).into())];
    view! {
        <div class="notice bad"><p>{t.with("import-mend", &refused)}</p></div>
        {file_form(form, true)}
    }
    .into_any()
}

/// Takes the file along to be written, unless it would change nothing.
fn go_on(form: &Form, text: &str, counts: Counts) -> AnyView {
    let t = form.language;
    let lines = counts.new + counts.changed;
    if lines == 0 {
        return view! { <div class="notice"><p>{t.t("import-nothing-to-do")}</p></div> }.into_any();
    }
    view! {
        <form method="post" action=Import::PATH enctype="multipart/form-data">
            {hidden("form", Uuid::new_v4())}
            {hidden("file", text)}
            <p><button class="primary">{t.with("import-go", &[("count", lines.into()), ("number", t.number(lines).into())])}</button></p>
            <p class="meta">{t.t("import-go-hint")}</p>
        </form>
    }
    .into_any()
}

/// In which table a line stands.
fn kind(fate: &Fate) -> &'static str {
    match fate {
        Fate::Refused(_) => "refused",
        Fate::New(..) => "new",
        Fate::Changed { .. } => "changed",
        Fate::Same => "same",
    }
}

fn table(t: Language, id: &str, rows: &[&Row]) -> AnyView {
    let heads = ["admin-name", "import-line", "sign-in-name", "admin-team", "import-fate"];
    let lines: Vec<_> = rows.iter().map(|row| line(t, row)).collect();
    let head = format!("{id}-head");
    view! {
        <section id=id.to_owned() aria-labelledby=head.clone()>
            <h2 id=head.clone()>{t.t(&format!("import-head-{id}"))}</h2>
            <table class="stack">
                <thead><tr>{heads.map(|key| view! { <th scope="col">{t.t(key)}</th> }).collect_view()}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn line(t: Language, row: &Row) -> AnyView {
    let line = &row.line;
    let shown = |text: &str| match text {
        "" => t.t("import-blank").into_owned(),
        text => short(text),
    };
    let team = [line.site.as_str(), line.team.as_str()].map(short).join(", ");
    let cells = [
        ("import-line", t.number(i64::try_from(line.number).unwrap_or_default())),
        ("sign-in-name", shown(&line.sign_in_name)),
        ("admin-team", team),
    ];
    let cells = cells.map(|(label, text)| view! { <td data-label=t.t(label)>{text}</td> });
    view! {
        <tr>
            <th scope="row">{shown(&line.name)}</th>
            {cells.collect_view()}
            <td data-label=t.t("import-fate")>{fate(t, row)}</td>
        </tr>
    }
    .into_any()
}

/// A text that may be far too long, as far as it is needed to find it again.
fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn fate(t: Language, row: &Row) -> AnyView {
    let (class, key, words) = match &row.fate {
        Fate::New(_, role) => {
            let role = role.as_ref().map(|wanted| change(t, &Change::Role(wanted.role)));
            ("done", "import-is-new", role.into_iter().collect())
        }
        Fate::Changed { changes, .. } => {
            ("done", "import-is-changed", changes.iter().map(|one| change(t, one)).collect())
        }
        Fate::Same => ("meta", "import-is-same", Vec::new()),
        Fate::Refused(faults) => {
            ("refused", "import-is-refused", faults.iter().map(|one| fault(t, row, one)).collect())
        }
    };
    let words: String = words.join(" ");
    let words = (!words.is_empty()).then(|| view! { " " <span class="meta">{words}</span> });
    view! { <span><span class=class>{t.t(key)}</span>{words}</span> }.into_any()
}

fn change(t: Language, change: &Change) -> String {
    let pair =
        |key, from: &String, to: &String| t.with(key, &[("from", from.clone().into()), ("to", to.clone().into())]);
    match change {
        Change::Name(from, to) => pair("import-change-name", from, to),
        Change::SignInName(from, to) => pair("import-change-sign-in-name", from, to),
        Change::Team(from, to) => pair("import-change-team", from, to),
        Change::Role(role) => {
            let role = t.t(&format!("admin-does-{}", role.id()));
            t.with("import-change-role", &[("role", role.into())])
        }
    }
}

fn fault(t: Language, row: &Row, fault: &Fault) -> String {
    let text = |key, value: &str| t.with(key, &[("text", short(value).into())]);
    let key = match fault {
        Fault::Twice(line) => {
            return t.with("import-fault-twice-in-file", &[("line", i64::try_from(*line).unwrap_or_default().into())]);
        }
        Fault::SiteUnknown => return text("import-fault-site-unknown", &row.line.site),
        Fault::TeamUnknown => return text("import-fault-team-unknown", &row.line.team),
        Fault::RoleUnknown => return text("import-fault-role-unknown", &row.line.role),
        Fault::Fields => "import-fault-fields",
        Fault::NameMissing => "import-fault-name-missing",
        Fault::NameTooLong => "import-fault-name-too-long",
        Fault::SignInNameMissing => "import-fault-sign-in-name-missing",
        Fault::SignInNameTooLong => "import-fault-sign-in-name-too-long",
        Fault::Control => "import-fault-control",
        Fault::SiteMissing => "import-fault-site-missing",
        Fault::TeamMissing => "import-fault-team-missing",
        Fault::RoleBeyond => "import-fault-role-beyond",
        Fault::RoleOneself => "import-fault-role-oneself",
        Fault::Inactive => "import-fault-inactive",
        Fault::Taken => "import-fault-taken",
    };
    t.t(key).into_owned()
}
