//! The copy for programs: tables and columns as they are stored.

use serde_json::{Map, Value, json};

use super::store::{Own, find_own};
use crate::{
    error::Result,
    visit::{Download, Visit},
};

pub async fn give_json(visit: Visit) -> Result<Download> {
    let kinds = find_own(visit.db(), &visit.actor()?.permit_learning()).await?;
    let kinds = kinds.into_iter().map(|(kind, tables)| {
        let tables = tables.into_iter().map(|own| (own.table.name.to_owned(), rows(&own)));
        (kind.id.to_owned(), Value::Object(tables.collect()))
    });
    let copy = json!({
        "augenhoehe_copy": 1,
        "made_at": visit.now,
        "times_are": "UTC milliseconds",
        "data": Value::Object(kinds.collect()),
    });
    let body = serde_json::to_vec_pretty(&copy)?;
    Ok(Download { name: "augenhoehe.json", kind: "application/json", body })
}

fn rows(own: &Own) -> Value {
    let row = |row: &Vec<Value>| {
        let values =
            own.columns().filter_map(|(position, column)| Some((column.to_owned(), row.get(position)?.clone())));
        Value::Object(values.collect::<Map<_, _>>())
    };
    own.rows.iter().map(row).collect()
}
