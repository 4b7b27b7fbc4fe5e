//! What leaders see: always the present state, though pages are kept, and only what lies within their own reach.

use app::storage::Database;
use augenhoehe_tests::{Browser, Engine, Stage, on_both_engines, site, team};
use uuid::Uuid;

on_both_engines!(a_kept_page_follows_every_change, leaders_with_different_reach_see_different_pages);

/// Publishes a week as closing does: every group with the same reach.
async fn publish(db: &Database, week: &str, closed_at: i64, reach: i64) {
    let mut tx = db.begin().await.unwrap();
    sqlx::query("INSERT INTO closed_weeks (week, closed_at, minimum_group) VALUES ($1, $2, 8)")
        .bind(week)
        .bind(closed_at)
        .execute(&mut *tx)
        .await
        .unwrap();
    let at = |name: &str| Some(site(name));
    let groups = [
        ("organisation", "organisation".to_owned(), None),
        ("site", site("Hamburg"), at("Hamburg")),
        ("site", site("Zürich"), at("Zürich")),
        ("team", team("A"), at("Hamburg")),
        ("team", team("B"), at("Hamburg")),
        ("team", team("C"), at("Zürich")),
    ];
    for (level, group, site) in groups {
        let row = sqlx::query(
            "INSERT INTO uptake (week, level, group_id, site_id, people, reach) VALUES ($1, $2, $3, $4, 20, $5)",
        );
        row.bind(week).bind(level).bind(group).bind(site).bind(reach).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The page, which is the same when it is asked for again.
async fn uptake(leader: &Browser) -> String {
    let (first, again) = (leader.get("/uptake").await, leader.get("/uptake").await);
    first.is(200);
    assert_eq!(first.main(), again.main());
    first.main()
}

async fn a_kept_page_follows_every_change(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (eva, admin) = (stage.browser("eva").await, stage.browser("admin").await);
    uptake(&eva).await;
    publish(&stage.db, "2025-11-10", 1, 35).await;
    let page = uptake(&eva).await;
    assert!(page.contains("Team A") && page.contains("35") && !page.contains("65"), "{page}");
    let form = Uuid::new_v4().to_string();
    let renamed =
        [("form", &*form), ("team", &team("A")), ("team_name", "Team Apfel"), ("team_site", &site("Hamburg"))];
    admin.post("/api/admin/change-team", &renamed).await.is(200);
    assert!(uptake(&eva).await.contains("Team Apfel"));
    publish(&stage.db, "2025-11-17", 2, 65).await;
    assert!(uptake(&eva).await.contains("65"), "the week that was closed meanwhile");
    eva.get("/uptake?week=2025-11-10").await.is(200);
    eva.get("/uptake?week=2025-11-11").await.is(404);
}

async fn leaders_with_different_reach_see_different_pages(engine: Engine) {
    let stage = Stage::open(engine).await;
    publish(&stage.db, "2025-11-10", 1, 35).await;
    let eva = stage.browser("eva").await;
    let (karim, ines) = (stage.browser("karim").await, stage.browser("ines").await);
    let teams = |page: String| ["Team A", "Team B", "Team C"].map(|team| page.contains(team));
    assert_eq!(teams(uptake(&eva).await), [true; 3]);
    karim.get("/uptake").await.is(403);
    stage.give_grant("karim", "leader", &format!("site:{}", site("Hamburg"))).await;
    stage.give_grant("ines", "leader", &format!("site:{}", site("Zürich"))).await;
    assert_eq!(teams(uptake(&karim).await), [true, true, false]);
    assert_eq!(teams(uptake(&ines).await), [false, false, true]);
    karim.get(&format!("/uptake?site={}", site("Zürich"))).await.is(404);
    stage.give_grant("ines", "leader", &format!("team:{}", team("A"))).await;
    assert_eq!(teams(uptake(&ines).await), [true, false, true]);
    assert_eq!(teams(uptake(&karim).await), [true, true, false]);
    assert_eq!(teams(uptake(&eva).await), [true; 3]);
}
