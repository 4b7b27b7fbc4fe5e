//! Ids and the names of files.

/// Lower-case ASCII letters, digits and hyphens, a letter first.
pub fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// A file's name without language and kind.
pub fn stem(name: &str) -> Result<&str, &'static str> {
    let stem = name.strip_suffix(".de.md").or_else(|| name.strip_suffix(".en.md"));
    stem.ok_or("The file's name must end in .de.md or .en.md.")
}

pub fn lesson_name(stem: &str) -> Result<(u32, &str), &'static str> {
    let parts = stem.split_once('-').filter(|(_, id)| is_id(id));
    let (number, id) = parts.ok_or("A lesson's file is named by its number and a valid id: 10-listening.de.md.")?;
    let plain = number.parse().ok().filter(|plain: &u32| plain.to_string() == number);
    Ok((plain.ok_or("A lesson's file begins with its number: 10-listening.de.md.")?, id))
}

pub fn drill_name(stem: &str) -> Result<&str, &'static str> {
    if stem == "cards" {
        return Err("The id \"cards\" is kept for the module's cards.");
    }
    is_id(stem)
        .then_some(stem)
        .ok_or("The file's name is not a valid id: use a to z, digits and hyphens, a letter first.")
}
