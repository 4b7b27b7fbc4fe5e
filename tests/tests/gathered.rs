//! What many look up at once: everybody gets their own answer.

use app::{error::Error, storage::Lookup};
use augenhoehe_tests::{Engine, Scratch, Stage, on_both_engines};
use futures::future::join_all;
use sqlx::{Executor, FromRow};

on_both_engines!(
    everybody_gets_their_own,
    whoever_asks_after_a_change_sees_it,
    a_statement_that_fails_holds_up_nobody_else,
    without_a_database_all_are_told,
);

static SHELF: Lookup = Lookup::new(
    "SELECT id, books, CAST(CASE WHEN $1 > 0 THEN 1 ELSE 0 END AS BIGINT) AS now FROM asked CROSS JOIN shelves WHERE id = asked.key",
);
static WRONG: Lookup =
    Lookup::new("SELECT id, books, $1 AS now FROM asked CROSS JOIN shelves_that_nobody_made WHERE id = asked.key");

#[derive(Debug, FromRow, PartialEq, Eq)]
struct Shelf {
    id: String,
    books: i64,
    now: i64,
}

async fn shelves(engine: Engine) -> Scratch {
    let scratch = Stage::scratch(engine).await;
    let mut tx = scratch.db.begin().await.unwrap();
    tx.execute("CREATE TABLE shelves (id TEXT PRIMARY KEY, books BIGINT NOT NULL)").await.unwrap();
    for number in 0..200_i64 {
        let insert = sqlx::query("INSERT INTO shelves (id, books) VALUES ($1, $2)").bind(name(number)).bind(number);
        insert.execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    scratch
}

fn name(number: i64) -> String {
    format!("shelf {number}")
}

async fn look_up(scratch: &Scratch, number: i64) -> Result<Option<i64>, Error> {
    let shelf = scratch.db.read().look_up(&SHELF, &name(number)).await?;
    let shelf = shelf.map(|shelf| shelf.read::<Shelf>()).transpose()?;
    Ok(shelf.map(|shelf| {
        assert_eq!((shelf.id, shelf.now), (name(number), 1));
        shelf.books
    }))
}

async fn everybody_gets_their_own(engine: Engine) {
    let scratch = shelves(engine).await;
    // More than one statement takes, some twice, some not there.
    let asked = || (0..400_i64).map(|number| number * 7 % 250);
    let found = join_all(asked().map(|number| look_up(&scratch, number))).await;
    for (number, found) in asked().zip(found) {
        assert_eq!(found.unwrap(), (number < 200).then_some(number));
    }
    assert_eq!(look_up(&scratch, 3).await.unwrap(), Some(3), "one alone");
}

async fn whoever_asks_after_a_change_sees_it(engine: Engine) {
    let scratch = shelves(engine).await;
    let lend = async |number: i64| {
        for left in (0..20).rev() {
            let mut tx = scratch.db.begin().await.unwrap();
            let update = sqlx::query("UPDATE shelves SET books = $2 WHERE id = $1").bind(name(number)).bind(left);
            update.execute(&mut *tx).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(look_up(&scratch, number).await.unwrap(), Some(left));
        }
    };
    join_all((0..8).map(lend)).await;
}

async fn a_statement_that_fails_holds_up_nobody_else(engine: Engine) {
    let scratch = shelves(engine).await;
    let wrong = async |number: i64| scratch.db.read().look_up(&WRONG, &name(number)).await.map(|_| ());
    let asked = join_all((0..100).map(async |number| (look_up(&scratch, number).await, wrong(number).await)));
    for (number, (right, wrong)) in (0..).zip(asked.await) {
        assert_eq!(right.unwrap(), Some(number));
        assert!(matches!(wrong, Err(Error::Internal(_))), "{wrong:?}");
    }
}

async fn without_a_database_all_are_told(engine: Engine) {
    let scratch = shelves(engine).await;
    scratch.db.close().await;
    for answer in join_all((0..10).map(|number| look_up(&scratch, number))).await {
        assert!(matches!(answer, Err(Error::Unavailable(_))), "{answer:?}");
    }
}
