//! Where content comes from: built in, or a folder. Checked as a whole before anything is served.

use std::path::Path;

use anyhow::{Context, bail};
use app::library::{Fault, Library, SourceFile, read};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../content"]
#[exclude = "README.md"]
struct BuiltIn;

/// Reads the content that is built in, or a folder.
pub fn load(folder: Option<&Path>) -> anyhow::Result<Library> {
    let files = match folder {
        Some(folder) => read_folder(folder)?,
        None => read_built_in(),
    };
    read(&files).map_err(|faults| anyhow::anyhow!("the content has faults, so nothing is started:\n{}", list(&faults)))
}

/// The faults of a folder (or of what is built in), all at once; more than would stop a server.
pub fn check(folder: Option<&Path>) -> anyhow::Result<Result<Library, Vec<Fault>>> {
    let files = match folder {
        Some(folder) => read_folder(folder)?,
        None => read_built_in(),
    };
    Ok(app::library::check(&files))
}

/// One fault a line.
pub fn list(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("  {fault}\n")).collect()
}

fn read_built_in() -> Vec<SourceFile> {
    let file = |path: std::borrow::Cow<'static, str>| {
        let bytes = BuiltIn::get(&path)?.data.into_owned();
        Some(SourceFile { path: path.into_owned(), bytes })
    };
    BuiltIn::iter().filter_map(file).collect()
}

fn read_folder(folder: &Path) -> anyhow::Result<Vec<SourceFile>> {
    if !folder.is_dir() {
        bail!("the content folder {} is not there", folder.display());
    }
    let mut files = Vec::new();
    collect(folder, folder, &mut files)
        .with_context(|| format!("the content folder {} cannot be read", folder.display()))?;
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let parts = path.strip_prefix(root).unwrap_or(&path).components();
            let relative = parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            if relative != "README.md" {
                files.push(SourceFile { path: relative, bytes: std::fs::read(&path)? });
            }
        }
    }
    Ok(())
}
