//! Passwords and tokens: Argon2id for what people choose, SHA-256 for what is random and long.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use rand::RngExt;
use tokio::sync::Semaphore;

use crate::{
    error::{Error, Result},
    hex::{hex, sha256},
};

/// Each hash takes 19 MiB: two at a time keep the server small.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Checked against when there is no such account, so that the answer takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5aXNoZXJlIQ$qKLpmJm2PAyIXAkdZ5mFF7mdSdoSfKQnWVbKrpU3xzM";

/// Argon2id with the defaults that OWASP recommends (19 MiB, 2 passes).
pub async fn hash_password(password: String) -> Result<String> {
    blocking(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()))
        .await?
        .map_err(|error| Error::internal(error.to_string()))
}

/// Whether the password belongs to the hash; `None` takes as long and is false.
pub async fn verify_password(password: String, hash: Option<String>) -> Result<bool> {
    blocking(move || {
        let is_known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let matches = PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        is_known && matches
    })
    .await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _turn = AT_ONCE.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

/// 256 random bits as hexadecimal digits.
pub fn make_token() -> String {
    hex(&rand::rng().random::<[u8; 32]>())
}

/// What of a token is stored.
pub fn hash_token(token: &str) -> String {
    sha256(token)
}

/// A code that is read out or written down: ten letters and digits (50 bits) that are not mixed up with one another.
pub fn make_code() -> String {
    const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let sign = |_| char::from(SIGNS[usize::from(rand::rng().random::<u8>() % 32)]);
    let code: String = (0..10).map(sign).collect();
    format!("{}-{}", &code[..5], &code[5..])
}

/// A code as it was typed, without what people add or leave out.
pub fn normalise_code(typed: &str) -> String {
    let signs: String =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect();
    match signs.split_at_checked(5) {
        Some((head, tail)) => format!("{head}-{tail}"),
        None => signs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_survives_being_typed() {
        let code = make_code();
        assert_eq!(normalise_code(&code), code);
        assert_eq!(normalise_code(" abcde fgh23 "), "ABCDE-FGH23");
        assert_eq!(normalise_code("ab"), "AB");
    }

    #[tokio::test]
    async fn only_the_right_password_fits() {
        let hash = hash_password("vier gute Worte".into()).await.unwrap();
        assert!(verify_password("vier gute Worte".into(), Some(hash.clone())).await.unwrap());
        assert!(!verify_password("vier gute Wort".into(), Some(hash)).await.unwrap());
        assert!(!verify_password("vier gute Worte".into(), None).await.unwrap());
        assert!(PasswordHash::new(NOBODY).is_ok());
    }
}
