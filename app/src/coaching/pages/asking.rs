//! The form to assign something.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use crate::{
    access::Role,
    activity::model::{Kind, day_of},
    coaching::{
        actions::CreateAssignment,
        model::{Team, What, assignable, usual_due},
        store::find_members,
    },
    error::Result,
    language::Language,
    library::Library,
    routes::to,
    ui::{Control, Form, Page, Width, hidden},
    visit::Visit,
};

pub async fn show_new_assignment(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let (scope, id) = (actor.scope(Role::Coach)?, visit.param("team")?);
    let team = find_members(visit.db().read(), &scope, &id, visit.now).await?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let back = to::team(&team.id).into_string();
    let due = usual_due(day_of(visit.now, &actor.time_zone)).to_string();
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=back.clone()>{team.name.clone()}</a></p>
            <h1>{t.t("assign")}</h1>
        </div>
        {form.error_summary()}
        <form method="post" action=CreateAssignment::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("assignment", Uuid::now_v7().to_string())}
            {hidden("team", team.id.clone())}
            {form.radios(
                Control { name: "whom", label: "assign-whom", hint: Some("assign-whom-hint"), value: "team".into(), ..Control::default() },
                people(t, &team),
            )}
            {form.select(
                Control { name: "what", label: "assign-what", is_required: true, ..Control::default() },
                groups(t, &visit.library()),
            )}
            {due_and_note(&form, due, String::new())}
            <div class="actions"><button class="primary">{t.t("assign")}</button><a href=back>{t.t("assign-cancel")}</a></div>
        </form>
    };
    Ok(Page::new(t.t("assign"), Width::Reading, body))
}

/// The two fields that can be changed later. The note has no `maxlength`: a browser would cut off in silence what was pasted.
pub fn due_and_note(form: &Form, due: String, note: String) -> AnyView {
    let due = Control {
        name: "due",
        label: "assign-due",
        hint: Some("assign-due-hint"),
        kind: "date",
        value: due,
        is_required: true,
        ..Control::default()
    };
    let note = Control {
        name: "note",
        label: "assign-note",
        hint: Some("assign-note-hint"),
        value: note,
        ..Control::default()
    };
    view! { {form.input(due)} {form.text_area(note)} }.into_any()
}

fn people(t: Language, team: &Team) -> Vec<(String, String)> {
    let whole = ("team".to_owned(), t.t("assign-whole-team").into_owned());
    let people = team.members.iter().map(|member| (member.id.clone(), member.name.clone()));
    [whole].into_iter().chain(people).collect()
}

/// Paths, modules and drills by name.
fn groups(t: Language, library: &Library) -> Vec<(String, Vec<(String, String)>)> {
    let all = assignable(library);
    let option = |what: &What| (what.to_field(), what.title(library, t.locale).to_owned());
    let group = |key: &str, kind: Kind| {
        (t.t(key).into_owned(), all.iter().filter(|what| what.kind == kind).map(option).collect::<Vec<_>>())
    };
    let choose = (String::new(), vec![(String::new(), t.t("assign-choose").into_owned())]);
    let groups = [
        choose,
        group("assign-paths", Kind::Path),
        group("assign-modules", Kind::Module),
        group("assign-drills", Kind::Drill),
    ];
    groups.into_iter().filter(|(_, options)| !options.is_empty()).collect()
}
