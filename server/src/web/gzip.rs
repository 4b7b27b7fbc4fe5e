//! Pages are compressed here, in one piece: several times faster than by the layer that streams, which does the rest.

use std::cell::RefCell;

use axum::http::{HeaderMap, header};
use libdeflater::{CompressionLvl, Compressor};

/// The least that compresses at all; more would cost more time than it saves on the way.
const LEVEL: i32 = 1;
/// Below this many bytes it does not pay.
const LEAST: usize = 512;

thread_local! {
    // Its tables are tens of kilobytes: one a thread, not one a page.
    static COMPRESSOR: RefCell<Compressor> = RefCell::new(Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default()));
}

/// Whether the reader takes gzip.
pub fn is_accepted(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut codings = lines.flat_map(|line| line.split(','));
    codings.any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
        let quality = quality.trim().strip_prefix("q=").and_then(|quality| quality.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case("gzip") && quality != Some(0.0)
    })
}

/// The page as gzip; `None` if that is not worth it.
pub fn compress(page: &[u8]) -> Option<Vec<u8>> {
    if page.len() < LEAST {
        return None;
    }
    COMPRESSOR.with_borrow_mut(|compressor| {
        let mut compressed = vec![0; compressor.gzip_compress_bound(page.len())];
        let length = compressor.gzip_compress(page, &mut compressed).ok()?;
        compressed.truncate(length);
        Some(compressed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(line: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, line.parse().unwrap());
        is_accepted(&headers)
    }

    #[test]
    fn only_who_takes_gzip_gets_it() {
        assert!(accepts("gzip, deflate, br"));
        assert!(accepts("br;q=1.0, GZIP;q=0.5"));
        assert!(!accepts("br, gzip;q=0"));
        assert!(!accepts("identity"));
        assert!(!is_accepted(&HeaderMap::new()));
    }

    #[test]
    fn what_is_compressed_can_be_read_again() {
        let page = "<p>Augenhöhe</p>".repeat(100);
        let compressed = compress(page.as_bytes()).unwrap();
        let mut read = vec![0; page.len()];
        let length = libdeflater::Decompressor::new().gzip_decompress(&compressed, &mut read).unwrap();
        assert!(compressed.len() < page.len() / 4, "{} of {} bytes", compressed.len(), page.len());
        assert_eq!(&read[..length], page.as_bytes());
        assert_eq!(compress(b"short"), None);
    }
}
