//! Reading people in: the file, then what would happen to every line.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::CheckImport,
    reading::{COLUMNS, FileFault, LINES_MAX, read},
    results_page::results,
    store::dry_run,
};
use crate::{
    admin::pages::admin_tabs,
    error::Result,
    language::Language,
    routes::to,
    ui::{Control, Form, Page, Width, hidden, notice},
    visit::Visit,
};

pub async fn show_import(visit: Visit) -> Result<Page> {
    let permit = visit.actor()?.permit_administration()?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let Some(text) = flash.value("file") else {
        return Ok(start(&visit, &form, None));
    };
    match read(text) {
        Err(fault) => Ok(start(&visit, &form, Some(&fault))),
        Ok(lines) => {
            let rows = dry_run(visit.db(), &permit, lines, visit.now).await?;
            Ok(results(&form, text, &rows))
        }
    }
}

/// The page to begin with; and what is wrong with the file that was sent, as a whole.
fn start(visit: &Visit, form: &Form, fault: Option<&FileFault>) -> Page {
    let t = visit.language;
    let fault = fault.map(|fault| {
        view! {
            <div class="notice bad" role="alert" aria-labelledby="file-fault">
                <h2 id="file-fault">{t.t("import-file-fault")}</h2>
                <p>{file_fault(t, fault)}</p>
            </div>
        }
    });
    let body = view! {
        <div class="head"><h1>{t.t("admin-import-title")}</h1><p class="lead">{t.t("admin-import-lead")}</p></div>
        {admin_tabs(visit, &to::admin_import())}
        {done(visit)}
        {form.error_summary()}
        {fault}
        {file_form(form, true)}
        {explanation(t)}
    };
    Page::new(t.t("admin-import-title"), Width::Full, body)
}

/// Choosing a file.
pub(super) fn file_form(form: &Form, is_primary: bool) -> AnyView {
    let t = form.language;
    let file = Control {
        name: "file",
        label: "import-file",
        hint: Some("import-file-hint"),
        kind: "file",
        ..Control::default()
    };
    view! {
        <form method="post" action=CheckImport::PATH enctype="multipart/form-data">
            {hidden("form", Uuid::new_v4())}
            {form.input(Control { is_required: true, ..file })}
            <div class="actions"><button class=is_primary.then_some("primary")>{t.t("import-check")}</button></div>
        </form>
    }
    .into_any()
}

fn done(visit: &Visit) -> Option<AnyView> {
    visit.query("done")?;
    let t = visit.language;
    let count = |name| visit.query(name).and_then(|count| count.parse::<u32>().ok()).map_or(0, i64::from);
    let [new, changed] = ["new", "changed"].map(count);
    let text = if new + changed == 0 {
        t.t("import-done-nothing").into_owned()
    } else {
        t.with("import-done", &[("new", t.number(new).into()), ("changed", t.number(changed).into())])
    };
    let codes = (new > 0).then(|| {
        view! {
            <div class="notice">
                <p>{t.t("import-codes")} " " <a href=to::admin_people().into_string()>{t.t("admin-people")}</a></p>
            </div>
        }
    });
    Some(view! { {notice(text)} {codes} }.into_any())
}

/// The columns, and an example.
fn explanation(t: Language) -> AnyView {
    let example = "sign_in_name,name,site,team,role\nlea.brunner,Lea Brunner,Bern,Service,coach\nyusuf.demir,Yusuf Demir,Bern,Service,";
    let column = |name: &'static str| {
        view! { <li><code>{name}</code> " " {t.t(&format!("import-column-{name}"))}</li> }
    };
    view! {
        <section aria-labelledby="columns">
            <h2 id="columns">{t.t("import-columns")}</h2>
            <p>{t.t("import-columns-text")}</p>
            <ul>{COLUMNS.map(column).collect_view()}</ul>
            <p>{t.t("import-example")}</p>
            <pre tabindex="0"><code>{example}</code></pre>
            <p>{t.t("import-rules")}</p>
        </section>
    }
    .into_any()
}

fn file_fault(t: Language, fault: &FileFault) -> String {
    let with = |key, columns: String| t.with(key, &[("columns", columns.into())]);
    match fault {
        FileFault::Empty => t.t("import-fault-empty").into_owned(),
        FileFault::Unreadable => t.t("import-fault-unreadable").into_owned(),
        FileFault::Missing(columns) => with("import-fault-missing", columns.join(", ")),
        FileFault::Unknown(columns) => with("import-fault-unknown", columns.join(", ")),
        FileFault::Twice(columns) => with("import-fault-twice", columns.join(", ")),
        FileFault::TooManyLines => {
            let lines = i64::try_from(LINES_MAX).unwrap_or_default();
            t.with("import-fault-lines", &[("lines", t.number(lines).into())])
        }
    }
}
