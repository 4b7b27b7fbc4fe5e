//! Rules of signing in: names, passwords, and how failures slow further tries.

use crate::language::fold;

/// Shortest password, in characters.
pub const PASSWORD_MIN: usize = 10;
/// Longest password, in characters: more is cost without safety.
pub const PASSWORD_MAX: usize = 200;
/// A one-time code works for so many milliseconds (three days).
pub const CODE_LASTS: i64 = 3 * 24 * 60 * 60 * 1000;
/// Failures are forgotten after so many milliseconds (a day).
pub const FAILURES_KEPT: i64 = 24 * 60 * 60 * 1000;

/// What sign-in names are compared by: case and surrounding space do not count.
pub fn sign_in_key(name: &str) -> String {
    fold(name)
}

/// How many milliseconds to wait after so many failures with one account from one address: nothing for five, then twice as long each time, at
/// most a quarter of an hour. Others at the same address, and the same person elsewhere, are not slowed.
pub fn wait_after(failures: i64) -> i64 {
    const FREE: i64 = 5;
    const LONGEST: i64 = 15 * 60 * 1000;
    if failures < FREE { 0 } else { (15_000_i64 << (failures - FREE).min(10)).min(LONGEST) }
}

/// The message key of what is wrong with a new password, if anything.
pub fn password_fault(password: &str, repeated: &str, sign_in_name: &str) -> Option<&'static str> {
    let length = password.chars().count();
    if length < PASSWORD_MIN {
        Some("password-too-short")
    } else if length > PASSWORD_MAX {
        Some("password-too-long")
    } else if fold(password).contains(&fold(sign_in_name)) {
        Some("password-has-name")
    } else if password != repeated {
        Some("password-differs")
    } else {
        None
    }
}

/// The kind of browser in a few words, so that people recognise their sign-ins: `Firefox, Android`.
pub fn describe_agent(header: &str) -> String {
    let first =
        |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| header.contains(mark)).map(|(_, name)| *name);
    let browser = first(&[
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_are_free_then_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        assert_eq!([0, 4, 5, 6, 7].map(wait_after), [0, 0, 15_000, 30_000, 60_000]);
        assert_eq!([20, i64::MAX].map(wait_after), [15 * 60 * 1000; 2]);
    }

    #[test]
    fn passwords_are_long_and_not_the_name() {
        assert_eq!(password_fault("kurz", "kurz", "lena"), Some("password-too-short"));
        assert_eq!(password_fault("Lena-ist-hier", "Lena-ist-hier", "lena"), Some("password-has-name"));
        assert_eq!(password_fault("vier gute Worte", "vier gute Wort", "lena"), Some("password-differs"));
        assert_eq!(password_fault("vier gute Worte", "vier gute Worte", "lena"), None);
    }

    #[test]
    fn agents_are_told_apart() {
        let chrome =
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Mobile Safari/537.36";
        assert_eq!(describe_agent(chrome), "Chrome, Android");
        assert_eq!(describe_agent("curl/8"), "");
    }
}
