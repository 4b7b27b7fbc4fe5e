//! What a recording may be, and how long it is kept.

/// A recording has at most so many bytes …
pub const MOST_BYTES: usize = 2 * 1024 * 1024;
/// … and lasts at most so many seconds.
pub const MOST_SECONDS: u32 = 90;
/// How long it is kept after it was made, kept on purpose, shared or reviewed, in days.
pub const KEPT_DAYS: i64 = 30;

/// So many recordings of one person are kept at a time: five days of practising all day long, and 100 MB.
pub const MOST_KEPT: i64 = 50;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// When a recording is deleted of which something was decided (or nothing, when it was made) at this moment.
pub fn delete_after(at: i64) -> i64 {
    at + KEPT_DAYS * DAY
}

/// What is wrong with what was sent as a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No file, or one without content.
    Empty,
    /// Ended in the second in which it began.
    Silent,
    TooLong,
    TooLarge,
    /// Something else than a sound.
    NoSound,
    /// The person has [`MOST_KEPT`] already.
    TooMany,
}

impl Fault {
    /// The message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Fault::Empty => "recording-empty",
            Fault::Silent => "recording-silent",
            Fault::TooLong => "recording-too-long",
            Fault::TooLarge => "recording-too-large",
            Fault::NoSound => "recording-no-sound",
            Fault::TooMany => "recording-too-many",
        }
    }
}

/// The media type of a recording, if it may be one. `seconds` is what a browser measured: believed where it refuses, never where it would allow.
pub fn check(bytes: &[u8], seconds: Option<u32>) -> Result<&'static str, Fault> {
    match (bytes.len(), seconds) {
        (0, _) => Err(Fault::Empty),
        (_, Some(0)) => Err(Fault::Silent),
        (_, Some(seconds)) if seconds > MOST_SECONDS => Err(Fault::TooLong),
        (length, _) if length > MOST_BYTES => Err(Fault::TooLarge),
        _ => media_type(bytes).ok_or(Fault::NoSound),
    }
}

/// As the first bytes say; what a browser calls a file says nothing. Containers that can also hold pictures count as sound.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    match (at(0, 4), at(4, 8), at(8, 11)) {
        (_, b"ftyp", b"3gp" | b"3g2") => Some("audio/3gpp"),
        (_, b"ftyp", _) => Some("audio/mp4"),
        (b"\x1a\x45\xdf\xa3", ..) => Some("audio/webm"),
        (b"OggS", ..) => Some("audio/ogg"),
        (b"RIFF", _, b"WAV") => Some("audio/wav"),
        (b"fLaC", ..) => Some("audio/flac"),
        ([b'I', b'D', b'3', _], ..) => Some("audio/mpeg"),
        (b"#!AM", ..) => Some("audio/amr"),
        // Frames without a head: the same eleven bits, then the layer, which AAC leaves empty.
        ([0xff, second, ..], ..) if second & 0xf6 == 0xf0 => Some("audio/aac"),
        ([0xff, second, ..], ..) if second & 0xe0 == 0xe0 && second & 0x06 != 0 => Some("audio/mpeg"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_are_known_by_their_first_bytes() {
        for (bytes, kind) in [
            (&b"\0\0\0\x20ftypM4A \0\0"[..], "audio/mp4"),
            (b"\0\0\0\x18ftypiso5\0\0", "audio/mp4"),
            (b"\0\0\0\x18ftyp3gp5\0\0", "audio/3gpp"),
            (b"\x1a\x45\xdf\xa3\x9f\x42", "audio/webm"),
            (b"OggS\0\x02", "audio/ogg"),
            (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
            (b"fLaC\0", "audio/flac"),
            (b"ID3\x04\0", "audio/mpeg"),
            (b"\xff\xfb\x90\x64", "audio/mpeg"),
            (b"\xff\xf1\x50\x80", "audio/aac"),
            (b"#!AMR\n", "audio/amr"),
        ] {
            assert_eq!(check(bytes, Some(3)), Ok(kind), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_sound_is_refused() {
        for bytes in [
            &b"<html><script>"[..],
            b"%PDF-1.7",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe0",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"a",
            b"\xff\xe1",
        ] {
            assert_eq!(check(bytes, None), Err(Fault::NoSound), "{bytes:?}");
        }
    }

    #[test]
    fn a_recording_has_its_bounds() {
        let mut sound = b"OggS".to_vec();
        assert_eq!(check(b"", None), Err(Fault::Empty));
        assert_eq!(check(&sound, Some(0)), Err(Fault::Silent));
        assert_eq!(check(&sound, Some(91)), Err(Fault::TooLong));
        assert_eq!(check(&sound, Some(90)), Ok("audio/ogg"));
        sound.resize(MOST_BYTES, 0);
        assert_eq!(check(&sound, None), Ok("audio/ogg"));
        sound.push(0);
        assert_eq!(check(&sound, None), Err(Fault::TooLarge));
        assert_eq!(delete_after(0), 2_592_000_000);
    }
}
