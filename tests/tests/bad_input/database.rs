//! A database that goes away or is held by somebody else, and a disk that is full.

use std::{path::Path, process::Command, sync::Arc, time::Duration};

use augenhoehe_tests::{Cluster, Engine, Stage, Talk, eventually};
use futures::join;

use crate::team_assignments::change_person;

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_goes_away_may_come_back() {
    let cluster = Arc::new(tokio::task::spawn_blocking(Cluster::start).await.unwrap());
    let stage = Stage::open_on(Some(Arc::clone(&cluster)), |_| {}).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);

    let away = Arc::clone(&cluster);
    tokio::task::spawn_blocking(move || away.go_away()).await.unwrap();
    // The first answers may come from connections that die now; none of them is anything but 503.
    for _ in 0..3 {
        let page = lena.get("/today").await;
        assert!(page.is(503).header("retry-after").parse::<u64>().is_ok());
        assert!(!page.text("main code").is_empty(), "{}", page.main());
        assert_eq!(talk.step(&lena, 2, "0").await.unwrap(), 503);
    }
    lena.get("/readyz").await.is(503);
    stage.stranger().get("/healthz").await.is(200);
    stage.stranger().get("/sign-in").await.is(200);

    tokio::task::spawn_blocking(move || cluster.go_on()).await.unwrap();
    let is_back = || async { lena.get("/readyz").await.status == 200 && lena.get("/today").await.status == 200 };
    eventually("the server finds the database again, by itself", is_back).await;
    let is_recorded = || async { talk.step(&lena, 2, "0").await.unwrap() == 200 };
    eventually("what was not acknowledged can be sent again", is_recorded).await;
    eventually("the test's own connections are back", || async {
        sqlx::query("SELECT 1").execute(stage.db.read()).await.is_ok()
    })
    .await;
    assert_eq!(stage.count("SELECT COUNT(*) FROM steps").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_another_program_holds_is_there_again_afterwards() {
    let stage = Stage::open(Engine::Sqlite).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    let mut other = stage.db.begin().await.unwrap();
    sqlx::query("UPDATE teams SET name = 'Team Z'").execute(&mut *other).await.unwrap();
    assert_eq!(talk.step(&lena, 2, "0").await.unwrap(), 503);
    lena.get("/today").await.is(200);
    other.rollback().await.unwrap();
    let is_recorded = || async { talk.step(&lena, 2, "0").await.unwrap() == 200 };
    eventually("what was not acknowledged can be sent again", is_recorded).await;
    assert_eq!(stage.count("SELECT COUNT(*) FROM steps").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_writes_beside_another_program_waits_for_it() {
    let stage = Stage::open(Engine::Sqlite).await;
    let (lena, admin, talk) = (stage.browser("lena").await, stage.browser("admin").await, Talk::begin(&stage).await);
    let mut other = stage.db.begin().await.unwrap();
    sqlx::query("UPDATE teams SET name = 'Team Z'").execute(&mut *other).await.unwrap();
    let soon = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        other.commit().await.unwrap();
    };
    let (recorded, ..) = join!(talk.step(&lena, 1, "0"), change_person(&admin, "karim", "Karim Neumann", "A"), soon);
    assert_eq!(recorded.unwrap(), 200);
}

/// A small disk of its own, if this machine lets us make one.
struct SmallDisk<'a>(&'a Path);

impl SmallDisk<'_> {
    fn make(folder: &Path) -> Option<SmallDisk<'_>> {
        let made = Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"]).arg(folder).output();
        made.is_ok_and(|made| made.status.success()).then_some(SmallDisk(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.0).output();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_loses_nothing_and_is_over_once_there_is_room() {
    let disk = tempfile::tempdir().unwrap();
    let Some(_disk) = SmallDisk::make(disk.path()) else {
        println!("skipped: making a small disk takes root");
        return;
    };
    let file = disk.path().join("augenhoehe.db");
    let url = format!("sqlite://{}", file.display());
    let stage = Stage::open_with(Engine::Sqlite, |options| options.database_url = url).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    let filler = disk.path().join("filler");
    let full = std::fs::write(&filler, vec![0; 16 << 20]);
    assert!(full.is_err(), "the disk is full");

    // As plain forms, until there is no room left; the log of the database has some.
    let (mut acknowledged, mut refused) = (1_i64, None);
    while refused.is_none() && acknowledged < 5000 {
        let form = lena.get(&format!("/attempts/{}", talk.attempt)).await.form(augenhoehe_tests::RECORD_STEP);
        let event = if acknowledged % 2 == 0 { "0" } else { "back" };
        let answer = lena.submit(&form.with("event", event)).await;
        if answer.status == 200 { acknowledged += 1 } else { refused = Some(answer) }
    }
    let page = refused.expect("a full disk refuses at last");
    page.is(503);
    assert!(!page.text("main code").is_empty(), "{}", page.main());
    let steps = || async { stage.count("SELECT COUNT(*) FROM steps").await };
    assert_eq!(steps().await, acknowledged, "what was acknowledged is there, and nothing else");

    std::fs::remove_file(&filler).unwrap();
    let event = if acknowledged % 2 == 0 { "0" } else { "back" };
    let is_recorded = || async { talk.step(&lena, acknowledged + 1, event).await.unwrap() == 200 };
    eventually("there is room again", is_recorded).await;
    assert_eq!(steps().await, acknowledged + 1);
}
