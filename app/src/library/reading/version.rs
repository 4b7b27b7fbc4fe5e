//! A content version: a short hash that changes whenever structure or a text does.

use serde::Serialize;

use crate::hex::sha256;

/// Enough of the hash that two versions never share it.
const LENGTH: usize = 32;

/// The version of an item whose own version is still empty.
pub fn of(item: &impl Serialize) -> String {
    // Items are plain data; should JSON ever refuse one, the hash of nothing still is a version.
    let json = serde_json::to_vec(item).unwrap_or_default();
    sha256(json).chars().take(LENGTH).collect()
}
