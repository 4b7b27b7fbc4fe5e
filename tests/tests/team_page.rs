//! A team as its coach sees it, read together with the session.

use app::activity::model::day_of;
use augenhoehe_tests::{Answer, Browser, Engine, ITEM, Stage, id, on_both_engines, team};
use chrono::{Days, NaiveDate, Utc};
use futures::future::join_all;

use crate::team_assignments::change_person;

on_both_engines!(
    four_weeks_are_shown_and_what_is_older_on_request,
    everybody_who_learns_is_shown_by_name_with_what_they_have_done,
    teams_that_are_asked_for_at_once_are_not_mixed_up,
    names_are_text_whatever_they_hold,
);

/// A day at the team's site, so many days from now.
fn day(days: i64) -> NaiveDate {
    let today = day_of(Utc::now().timestamp_millis(), "Europe/Berlin");
    let apart = Days::new(days.unsigned_abs());
    if days < 0 { today - apart } else { today + apart }
}

async fn write(stage: &Stage, statement: &'static str, values: &[&str]) {
    let mut tx = stage.db.begin().await.unwrap();
    values.iter().fold(sqlx::query(statement), |query, value| query.bind(*value)).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Asks a whole team for a drill, seventy days ago.
async fn ask(stage: &Stage, name: &str, whom: &str, due: NaiveDate) {
    let values = [name, &id("karim"), &team(whom), ITEM, &due.to_string(), &day(-70).to_string()];
    let ask = "INSERT INTO assignments (id, created_by, team_id, kind, item, due_on, note, created_at, changed_at)
               VALUES ($1, $2, $3, 'drill', $4, $5, $6, 1, 1)";
    write(stage, ask, &values).await;
}

async fn look(coach: &Browser, at: &str, query: &str) -> Answer {
    coach.get(&format!("/teams/{}{query}", team(at))).await
}

/// The assignments on the page, in their order.
fn asked(page: &Answer) -> Vec<String> {
    let links = page.is(200).all("tbody a", "href");
    links.iter().filter_map(|link| Some(link.split_once("/assignments/")?.1.to_owned())).collect()
}

async fn four_weeks_are_shown_and_what_is_older_on_request(engine: Engine) {
    let stage = Stage::open(engine).await;
    for (name, due) in [("coming", 3), ("last", -28), ("older", -29), ("taken-back", 2), ("oldest", -60)] {
        ask(&stage, name, "A", day(due)).await;
    }
    ask(&stage, "elsewhere", "B", day(3)).await;
    write(&stage, "UPDATE assignments SET withdrawn_at = 1 WHERE id = $1", &["taken-back"]).await;
    let karim = stage.browser("karim").await;
    assert_eq!(asked(&look(&karim, "A", "").await), ["coming", "last"]);
    assert_eq!(asked(&look(&karim, "A", "?done=changed").await), ["coming", "last"]);
    assert_eq!(asked(&look(&karim, "A", "?older=1").await), ["coming", "last", "older", "oldest"]);
}

async fn everybody_who_learns_is_shown_by_name_with_what_they_have_done(engine: Engine) {
    let stage = Stage::open(engine).await;
    let hired = stage.hire("A", 3).await;
    write(&stage, "UPDATE people SET is_active = 0 WHERE id = $1", &[&hired[1]]).await;
    write(&stage, "UPDATE grants SET ends_at = 1 WHERE person_id = $1", &[&hired[2]]).await;
    for (name, first, last) in [("past", -9, -8), ("next", 2, 4)] {
        let values = [name, &id("lena"), &day(first).to_string(), &day(last).to_string()];
        write(&stage, "INSERT INTO absences (id, person_id, first_day, last_day) VALUES ($1, $2, $3, $4)", &values)
            .await;
    }
    ask(&stage, "coming", "A", day(3)).await;
    stage.finish("karim", "drill", ITEM, Utc::now().timestamp_millis()).await;
    let page = look(&stage.browser("karim").await, "A", "").await;
    let people = page.is(200).text(".matrix tbody");
    let at = |text: &str| people.find(text).unwrap_or_else(|| panic!("{text} in {people}"));
    assert!(at("Karim") < at("done on") && at("done on") < at("Lena") && at("Lena") < at("away from"), "{people}");
    assert!(at("away from") < at("has until") && at("has until") < at(&hired[0]), "{people}");
    assert_eq!((people.matches("away").count(), people.matches("not yet").count()), (1, 2), "{people}");
    for gone in &hired[1..] {
        assert!(!people.contains(gone), "{gone} in {people}");
    }
    assert!(page.main().contains("1 of 3"), "{}", page.main());
}

async fn teams_that_are_asked_for_at_once_are_not_mixed_up(engine: Engine) {
    let stage = Stage::open(engine).await;
    stage.give_grant("karim", "coach", &format!("team:{}", team("C"))).await;
    let (karim, ines) = (stage.browser("karim").await, stage.browser("ines").await);
    let visits =
        [(&karim, "A", true), (&karim, "B", false), (&karim, "C", true), (&ines, "A", false), (&ines, "C", true)];
    let looks = (0..8).flat_map(|_| visits).map(|(coach, at, is_theirs)| async move {
        let page = look(coach, at, "").await;
        assert_eq!(
            (page.status.as_u16() == 200, page.text("h1").contains(&format!("Team {at}"))),
            (is_theirs, is_theirs)
        );
    });
    join_all(looks).await;
}

async fn names_are_text_whatever_they_hold(engine: Engine) {
    let stage = Stage::open(engine).await;
    let name = "Lena <b>\"O'Neil\"</b> & Co";
    change_person(&stage.browser("admin").await, "lena", name, "A").await;
    let page = look(&stage.browser("karim").await, "A", "").await;
    assert!(page.is(200).text(".matrix tbody").contains(name), "{}", page.text(".matrix tbody"));
    assert!(!page.body.contains("<b>"), "{}", page.body);
}
