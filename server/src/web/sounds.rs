//! The sound of a recording: for whoever made it, and for whom it is shared with.

use app::{
    error::Error,
    recordings::{Part, store::find_sound},
    visit::Visit,
};
use axum::{
    body::Body,
    extract::{Path, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::render;

/// Plays it, whole or in part: some browsers play nothing that they cannot ask for in parts.
pub async fn play(Path(id): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let Some(visit) = parts.extensions.get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    match find(&visit, &id, &parts.headers).await {
        Ok(response) => response,
        Err(error) => render::failure(visit, parts, error).await,
    }
}

async fn find(visit: &Visit, id: &str, headers: &HeaderMap) -> Result<Response, Error> {
    let permit = visit.actor()?.permit_learning();
    let sound = find_sound(visit.db().read(), &permit, id, visit.now).await?.ok_or(Error::NotFound)?;
    let wanted = headers.get(header::RANGE).and_then(|range| range.to_str().ok()).map_or(Part::All, part);
    if !wanted.is_within(sound.bytes) {
        let all = format!("bytes */{}", sound.bytes);
        return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, all)]).into_response());
    }
    let flow = visit.app.sounds.get(&sound.object, wanted).await?;
    let length = flow.range.end - flow.range.start;
    let mut response = Body::from_stream(flow.bytes).into_response();
    let told = response.headers_mut();
    told.insert(header::CONTENT_TYPE, HeaderValue::from_str(&sound.kind).map_err(Error::internal)?);
    told.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    told.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // Never a page of this site, whatever it holds.
    told.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"recording\""));
    if wanted != Part::All {
        let range = format!("bytes {}-{}/{}", flow.range.start, flow.range.end.saturating_sub(1), flow.length);
        told.insert(header::CONTENT_RANGE, HeaderValue::from_str(&range).map_err(Error::internal)?);
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    Ok(response)
}

/// One range; several, or what is none, are answered with everything, as may be done.
fn part(range: &str) -> Part {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::All;
    };
    match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => Part::Between(first, last),
        (Ok(first), Err(_)) if last.trim().is_empty() => Part::From(first),
        (Err(_), Ok(count)) if first.trim().is_empty() => Part::Last(count),
        _ => Part::All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        assert_eq!(part("bytes=0-1"), Part::Between(0, 1));
        assert_eq!(part("bytes=5-"), Part::From(5));
        assert_eq!(part("bytes=-3"), Part::Last(3));
        for other in ["bytes=3-1", "bytes=0-1,4-5", "bytes=-", "lines=0-1", "bytes=a-b", ""] {
            assert_eq!(part(other), Part::All, "{other}");
        }
    }

    #[test]
    fn a_range_lies_within_the_sound() {
        for (part, is_within) in [
            (Part::All, true),
            (Part::Between(9, 99), true),
            (Part::Between(10, 99), false),
            (Part::From(10), false),
            (Part::Last(0), false),
            (Part::Last(99), true),
        ] {
            assert_eq!(part.is_within(10), is_within, "{part:?}");
        }
    }
}
