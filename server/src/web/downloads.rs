//! Files to keep, made when they are asked for.

use app::{
    error::Error,
    visit::{Give, Visit},
};
use axum::{
    extract::{Query, Request},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::render;

/// Gives the file of a request that the gate has admitted.
pub async fn give(give: Give, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let Some(visit) = parts.extensions.get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Ok(Query(query)) = Query::try_from_uri(&parts.uri) else {
        return render::failure(visit, parts, Error::BadRequest).await;
    };
    match give(visit.clone().at(Vec::new(), query)).await {
        Ok(file) => {
            let name = format!("attachment; filename=\"{}\"", file.name);
            let headers = [(header::CONTENT_TYPE, file.kind.to_owned()), (header::CONTENT_DISPOSITION, name)];
            (headers, file.body).into_response()
        }
        Err(error) => render::failure(visit, parts, error).await,
    }
}
