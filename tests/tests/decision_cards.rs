//! What the organisation says itself: decision cards, and whose they are.

use app::{
    access::{Administration, Learning, Permit},
    decision_cards::model::Card,
    decision_cards::store::{find_own_card, save_card},
    language::Bilingual,
};
use augenhoehe_tests::{Browser, Engine, Form, Stage, id, on_both_engines, site, team};

on_both_engines!(
    a_card_is_written_given_and_read,
    a_line_more_is_asked_for_without_losing_a_word,
    a_card_counts_once_and_overtaken_words_are_told,
    a_card_that_is_taken_away_leaves_the_next_one,
    the_card_lies_beside_the_drills_that_need_it,
    what_was_written_before_there_were_lines_is_kept,
    a_persons_copy_holds_their_card,
    holders_stand_in_the_order_of_their_names,
    a_note_alone_is_no_card_to_cut_out,
    only_cards_that_are_there_are_offered,
);

pub const SAVE: &str = "/api/decision-cards/save";
const GIVE: &str = "/api/decision-cards/give";

pub fn fill(form: Form, line: usize, parts: [&str; 3]) -> Form {
    let names = ["what", "limit", "tell"].map(|part| format!("lines[{line}][{part}][en]"));
    names.iter().zip(parts).fold(form, |form, (name, value)| form.with(name, value))
}

/// Writes a card for a job; where it was written.
pub async fn write(admin: &Browser, job: &str, what: &str) -> String {
    let form = admin.get("/admin/decision-cards/new").await.is(200).form(SAVE);
    let saved = admin.submit(&fill(form.with("job[en]", job), 0, [what, "up to 20", "the shift lead"])).await;
    saved.is(200).url.split('?').next().unwrap().to_owned()
}

pub async fn give(admin: &Browser, at: &str, card: &str) {
    let form = admin.get(at).await.is(200).form(GIVE);
    admin.submit(&form.with("card", card)).await.is(200);
}

async fn a_card_is_written_given_and_read(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, lena) = (stage.browser("admin").await, stage.browser("lena").await);
    let own = async || lena.get("/decision-card").await.is(200).main();
    assert!(own().await.contains("has not filled in the card yet"));
    // The common card first: nobody has another one.
    let form = admin.get("/admin/decision-cards/common").await.is(200).form(SAVE);
    admin.submit(&fill(form, 1, ["A small mistake of ours", "up to 10", ""])).await.is(200);
    let read = own().await;
    for words in ["Common card", "A small mistake of ours", "up to 10", "nothing more"] {
        assert!(read.contains(words), "{words}: {read}");
    }
    // A card for a job: given to the team, then another one to the person.
    let till = write(&admin, "Till", "Voucher has expired").await;
    assert!(admin.get(&till).await.main().contains("Nobody has it yet"));
    let till_id = till.rsplit('/').next().unwrap();
    give(&admin, &format!("/admin/teams/{}", team("A")), till_id).await;
    assert!(own().await.contains("Voucher has expired"));
    assert!(admin.get("/admin/decision-cards").await.main().contains("For Team A (Hamburg)"));
    let advice = write(&admin, "Advice", "Exchange after the deadline").await;
    let person = format!("/admin/people/{}", id("lena"));
    give(&admin, &person, advice.rsplit('/').next().unwrap()).await;
    assert!(own().await.contains("Exchange after the deadline"));
    assert!(stage.browser("karim").await.get("/decision-card").await.main().contains("Voucher has expired"));
    give(&admin, &person, "common").await;
    assert!(own().await.contains("A small mistake of ours"), "the common card, although the team has another one");
    give(&admin, &person, "").await;
    assert!(own().await.contains("Voucher has expired"));
    let log = admin.get("/admin/audit-log").await.main();
    assert!(log.contains("Decision card written") && log.contains("Decision card given"), "{log}");
}

async fn a_line_more_is_asked_for_without_losing_a_word(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let form = admin.get("/admin/decision-cards/new").await.is(200).form(SAVE);
    let card = form.value("card").to_owned();
    let form = fill(form.with("job[en]", "Till"), 2, ["Rain", "an umbrella", ""]).with("note[en]", "Be kind.");
    let more = admin.submit(&form.with("add", "row")).await.is(200).form(SAVE);
    assert_eq!(stage.count("SELECT COUNT(*) FROM decision_cards").await, 0, "nothing is written yet");
    assert_eq!((more.value("card"), more.value("job[en]"), more.value("note[en]")), (&*card, "Till", "Be kind."));
    assert_eq!(more.value("lines[2][limit][en]"), "an umbrella");
    assert!(more.fields.iter().any(|(name, _)| name == "lines[3][what][de]"), "there is room for a fourth line");
    // What is wrong is said beside its field, and everything else is still there.
    let wrong = admin.submit(&fill(more.clone(), 3, ["Hail", "", ""])).await;
    assert_eq!(
        wrong.is(200).text("#line-3-limit-de-error"),
        "How far? Without a limit, careful people ask again after all."
    );
    assert_eq!(wrong.all("[role=alert] a", "href"), ["#line-3-limit-de"]);
    let again = wrong.form(SAVE);
    assert_eq!((again.value("lines[2][what][en]"), again.value("lines[3][what][en]")), ("Rain", "Hail"));
    let saved = admin.submit(&fill(again, 3, ["Hail", "a lift home", ""])).await;
    assert_eq!(saved.is(200).form(SAVE).value("lines[0][what][en]"), "Rain", "empty lines fall away");
    let twice = admin.get("/admin/decision-cards/new").await.form(SAVE).with("job[en]", " till ");
    assert!(admin.submit(&twice).await.text("#job-de-error").contains("already a card"));
}

async fn a_card_counts_once_and_overtaken_words_are_told(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let new = admin.get("/admin/decision-cards/new").await.form(SAVE);
    let new = fill(new.with("job[en]", "Till"), 0, ["Rain", "an umbrella", ""]);
    for _ in 0..2 {
        admin.submit(&new).await.is(200);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM decision_cards").await, 1);
    assert_eq!(stage.count("SELECT COUNT(*) FROM audit_log WHERE action = 'card-written'").await, 1);
    let page = format!("/admin/decision-cards/{}", new.value("card"));
    let (mine, theirs) = (admin.get(&page).await.form(SAVE), admin.get(&page).await.form(SAVE));
    admin.submit(&fill(theirs, 1, ["Snow", "a shovel", ""])).await.is(200);
    let told = admin.submit(&fill(mine, 1, ["Hail", "a roof", ""])).await;
    assert!(told.is(200).text("#state").contains("changed the card meanwhile"), "{}", told.main());
    let knowing = told.form(SAVE);
    assert_eq!(knowing.value("lines[1][what][en]"), "Hail", "what was written is still there");
    admin.submit(&knowing).await.is(200);
    let kept = admin.get(&page).await.form(SAVE);
    assert_eq!(kept.value("lines[1][what][en]"), "Hail");
    assert!(told.is(200).url.starts_with(&page));
    for (field, nonsense) in [("card", "nonsense"), ("seen", "x")] {
        admin.submit(&new.clone().with(field, nonsense)).await.is(400);
    }
    // A form that is not ours empties nothing.
    let whole = admin.get(&page).await.form(SAVE);
    for missing in ["lines", "lines[0][tell]", "lines[1][what][de]", "note", "note[de]"] {
        let mut form = whole.clone();
        form.fields.retain(|(name, _)| !name.starts_with(missing));
        admin.submit(&form).await.is(400);
    }
    assert_eq!(admin.get(&page).await.form(SAVE).fields.len(), whole.fields.len());
}

async fn a_card_that_is_taken_away_leaves_the_next_one(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, lena) = (stage.browser("admin").await, stage.browser("lena").await);
    let (till, advice) = (write(&admin, "Till", "Voucher").await, write(&admin, "Advice", "Exchange").await);
    let last = |url: &str| url.rsplit('/').next().unwrap().to_owned();
    give(&admin, &format!("/admin/teams/{}", team("A")), &last(&till)).await;
    give(&admin, &format!("/admin/people/{}", id("lena")), &last(&advice)).await;
    let form = admin.get(&advice).await.form("/api/decision-cards/remove");
    for _ in 0..2 {
        admin.submit(&form).await.is(200);
    }
    assert!(lena.get("/decision-card").await.main().contains("Voucher"), "the team's");
    let gone = admin.get(&format!("/admin/people/{}", id("lena"))).await.form(GIVE).with("card", &last(&advice));
    assert!(admin.submit(&gone).await.text("#given-card-error").contains("no longer exists"));
    admin.submit(&form.with("card", "common")).await.is(404);
    // Out of an admin's reach there is neither team nor person.
    let mut tx = stage.db.begin().await.unwrap();
    let bound = sqlx::query("UPDATE grants SET team_id = $1 WHERE person_id = $2 AND role = 'admin'");
    bound.bind(team("C")).bind(id("admin")).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let form = gone.with("card", &last(&till));
    admin.submit(&form).await.is(404);
    admin.submit(&form.with("whose", &format!("team:{}", team("B")))).await.is(404);
}

async fn the_card_lies_beside_the_drills_that_need_it(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, lena) = (stage.browser("admin").await, stage.browser("lena").await);
    let form = admin.get("/admin/decision-cards/common").await.form(SAVE);
    admin.submit(&fill(form, 0, ["A small mistake of ours", "up to 10", ""])).await.is(200);
    for (drill, has_card) in [
        ("decide/drills/wages-on-thursday", true),
        ("decide/drills/ask-first", true),
        ("decide/drills/the-dent", true),
        ("decide/drills/decide-once", true),
        ("complaints-goodwill/drills/grey-blouse", true),
        ("appreciative-communication/drills/winter-coat", false),
    ] {
        let start = lena.get(&format!("/modules/{drill}")).await;
        assert_eq!(start.is(200).text("details.at-hand").contains("A small mistake of ours"), has_card, "{drill}");
    }
    // During play, and not once it is over.
    let url = format!("/modules/decide/drills/wages-on-thursday?attempt={}", uuid::Uuid::new_v4());
    let mut page = lena.get(&url).await;
    for _ in 0..20 {
        let card = page.is(200).text("details.at-hand");
        let Some(form) = page.forms().into_iter().find(|form| form.action == "/api/drills/record-step") else {
            assert!(card.is_empty(), "the debrief needs no card");
            return;
        };
        assert!(card.contains("up to 10") && card.contains("In this scene"), "{card}");
        page = lena.submit(&form.with("event", "0")).await;
    }
    panic!("the talk does not end");
}

/// The schema as it was when a card was one free text.
async fn what_was_written_before_there_were_lines_is_kept(engine: Engine) {
    let old = Stage::scratch_at(engine, 11).await;
    let db = &old.db;
    let mut tx = db.begin().await.unwrap();
    for (page, de) in [("decision-card", "- Bis **50**: sofort."), ("help", "Ruf an.")] {
        let row = sqlx::query("INSERT INTO handbook (page, de, en, changed_at) VALUES ($1, $2, 'Up to 50.', 7)");
        row.bind(page).bind(de).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    db.migrate().await.unwrap();
    let left: Vec<String> = sqlx::query_scalar("SELECT page FROM handbook").fetch_all(db.read()).await.unwrap();
    assert_eq!(left, ["help"]);
    let card: (String, String, String, String, i64) =
        sqlx::query_as("SELECT id, lines, note_de, note_en, changed_at FROM decision_cards")
            .fetch_one(db.read())
            .await
            .unwrap();
    let kept = ("common".into(), "[]".into(), "- Bis **50**: sofort.".into(), "Up to 50.".into(), 7);
    assert_eq!(card, kept);
    db.close().await;
}

async fn a_persons_copy_holds_their_card(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, lena) = (stage.browser("admin").await, stage.browser("lena").await);
    let till = write(&admin, "Till", "Voucher").await;
    write(&admin, "Advice", "Exchange").await;
    give(&admin, &format!("/admin/teams/{}", team("A")), till.rsplit('/').next().unwrap()).await;
    let copy = lena.get_once("/my-data.html").await;
    assert!(copy.is(200).body.contains("Voucher · up to 20 · the shift lead") && !copy.body.contains("Exchange"));
    assert_eq!(copy.body.matches("<td>Till</td>").count(), 2, "the card's job, and what the team's card is called");
    let common = admin.get("/admin/decision-cards/common").await.form(SAVE);
    admin.submit(&fill(common, 0, ["A small mistake of ours", "up to 10", ""])).await.is(200);
    give(&admin, &format!("/admin/people/{}", id("lena")), "common").await;
    assert!(lena.get_once("/my-data.html").await.is(200).body.contains("<td>Common card</td>"));
    give(&admin, &format!("/admin/people/{}", id("lena")), "").await;
    let permit = Permit::<Administration>::operator();
    let card = Card { job: Bilingual::new("Lager", ""), ..Card::default() };
    save_card(&stage.db, &permit, ("by-hand", &card, 0), 1).await.unwrap().unwrap();
    let own = find_own_card(stage.db.read(), &Permit::<Learning>::invented(&id("lena"))).await.unwrap().unwrap();
    assert_eq!(own.card.job.en, "Till");
}

/// The engines sort letters differently; names are kept with a key for that.
async fn holders_stand_in_the_order_of_their_names(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let till = write(&admin, "Till", "Voucher").await;
    let mut tx = stage.db.begin().await.unwrap();
    let renamed = sqlx::query("UPDATE sites SET name = 'Ägeri', name_key = 'ageri' WHERE id = $1");
    renamed.bind(site("Zürich")).execute(&mut *tx).await.unwrap();
    for name in ["A", "C"] {
        let given = sqlx::query("UPDATE teams SET name = 'Floor', name_key = 'floor', card_id = $1 WHERE id = $2");
        given.bind(till.rsplit('/').next().unwrap()).bind(team(name)).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    let list = admin.get("/admin/decision-cards").await.main();
    assert!(list.contains("For Floor (Ägeri), Floor (Hamburg)"), "{list}");
}

async fn a_note_alone_is_no_card_to_cut_out(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, lena) = (stage.browser("admin").await, stage.browser("lena").await);
    let form = admin.get("/admin/decision-cards/common").await.form(SAVE).with("note[en]", "Ask the shift lead.");
    admin.submit(&form).await.is(200);
    let page = lena.get("/decision-card").await;
    assert!(page.is(200).main().contains("Ask the shift lead.") && !page.main().contains("cut along the line"));
    assert!(page.all(".pocket", "class").is_empty());
    let form = admin.get("/admin/decision-cards/common").await.form(SAVE);
    admin.submit(&fill(form, 0, ["A small mistake of ours", "up to 10", ""])).await.is(200);
    assert_eq!(lena.get("/decision-card").await.all("main article", "class"), ["pocket"]);
}

async fn only_cards_that_are_there_are_offered(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let (a_person, a_team) = (format!("/admin/people/{}", id("lena")), format!("/admin/teams/{}", team("A")));
    let offered = async |page: &str| admin.get(page).await.is(200).all("#given-card option", "value");
    assert!(offered(&a_person).await.is_empty(), "there is nothing to choose");
    let till = write(&admin, "Till", "Voucher").await;
    let till = till.rsplit('/').next().unwrap();
    assert_eq!([offered(&a_person).await, offered(&a_team).await], [["", till], ["", till]]);
    let common = admin.get("/admin/decision-cards/common").await.form(SAVE);
    admin.submit(&fill(common, 0, ["A small mistake of ours", "up to 10", ""])).await.is(200);
    assert_eq!(offered(&a_person).await, ["", "common", till]);
    assert_eq!(offered(&a_team).await, ["", till], "a team has it without");
}
