//! The database: one SQL text on SQLite and PostgreSQL through `sqlx::Any`. What is stored is each room's own business (`store.rs`).

mod batch;
mod database;
mod flash;
mod gathered;
mod lookup;
mod migrations;
mod readers;
mod rows;
pub mod strung;

pub use batch::{Applying, Record, Recorder};
pub use database::{Connection, Database, Engine, Transaction, is_unavailable, is_unique_violation};
pub use flash::{Flash, keep_flash, take_flash};
pub use gathered::Found;
pub use lookup::Lookup;
pub use migrations::schema_version;
pub use readers::{Reader, Readers};
pub use rows::{Rows, Value, Write};
