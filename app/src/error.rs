//! The one error type. What a person is told follows from the variant; what went wrong inside goes to the log.

use crate::storage::is_unavailable;

/// Why a request was not fulfilled.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 400: the request itself makes no sense (not a mistake in a form).
    #[error("the request could not be understood")]
    BadRequest,
    /// 401: signing in is needed first.
    #[error("nobody is signed in")]
    SignInNeeded,
    /// 403: signed in, but not allowed.
    #[error("not allowed")]
    Forbidden,
    /// 404: not there, or not for this person; the two are not told apart.
    #[error("not found")]
    NotFound,
    /// 409: something else was stored under the same name meanwhile.
    #[error("in conflict with what is stored")]
    Conflict,
    /// 410: authors have taken it out of the contents meanwhile.
    #[error("no longer among the contents")]
    Gone,
    /// 413: too much was sent.
    #[error("too large")]
    TooLarge,
    /// 422: fields are filled in wrongly and there is no form to go back to.
    #[error("invalid input")]
    Invalid,
    /// 429: too many tries; again after so many seconds.
    #[error("too many tries")]
    TooMany { retry_after: u64 },
    /// 503: the database does not answer, or has no room left.
    #[error("the database does not answer, or has no room left: {0}")]
    Unavailable(sqlx::Error),
    /// 503: what keeps recordings does not answer, or has no room left.
    #[error("recordings cannot be stored or fetched: {0}")]
    NoRecordings(Box<dyn std::error::Error + Send + Sync>),
    /// 500: everything else.
    #[error("internal: {0}")]
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// The HTTP status that goes with it.
    pub fn status(&self) -> u16 {
        match self {
            Error::BadRequest => 400,
            Error::SignInNeeded => 401,
            Error::Forbidden => 403,
            Error::NotFound => 404,
            Error::Conflict => 409,
            Error::Gone => 410,
            Error::TooLarge => 413,
            Error::Invalid => 422,
            Error::TooMany { .. } => 429,
            Error::Internal(_) => 500,
            Error::Unavailable(_) | Error::NoRecordings(_) => 503,
        }
    }

    /// Wraps what only the log should know.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        Error::Internal(cause.into())
    }

    /// Whether the store failed, as opposed to a refusal that wrote nothing.
    pub fn is_fault(&self) -> bool {
        matches!(self, Error::Internal(_) | Error::Unavailable(_) | Error::NoRecordings(_))
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Error {
        if is_unavailable(&error) { Error::Unavailable(error) } else { Error::internal(error) }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Error {
        Error::internal(error)
    }
}
