//! Builds what browsers load: `bundle FOLDER` takes the compiled `app/browser`s, the styles and the loader, and leaves them in `target/assets`,
//! each under a hashed name, beside its compressed forms, with a manifest.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

const OUT: &str = "target/assets";
const BOUND: &str = "target/bindgen";

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("which folder of wasm files?")?;
    let mut assets = Assets::start()?;
    assets.add("style.css", read_styles(Path::new("style"))?.as_bytes())?;
    assets.add("icon.svg", &fs::read("style/icon.svg")?)?;
    for entry in fs::read_dir(folder)? {
        add_island(&mut assets, &entry?.path())?;
    }
    assets.finish()
}

/// A wasm with its glue and its loader, all by the island's name.
fn add_island(assets: &mut Assets, wasm: &Path) -> Result<()> {
    let island = wasm.file_stem().and_then(|name| name.to_str()).context("a wasm file without a name")?;
    bind(wasm, island)?;
    let bound = PathBuf::from(BOUND);
    let module = assets.add(&format!("{island}.wasm"), &optimise(&bound.join(format!("{island}_bg.wasm")))?)?;
    let glue = assets.add(&format!("{island}.js"), &fs::read(bound.join(format!("{island}.js")))?)?;
    let loader = fs::read_to_string("server/assets/loader.js")?;
    let loader = loader.replace("APP_JS", &format!("./{glue}")).replace("APP_WASM", &format!("./{module}"));
    assets.add(&format!("{island}-loader.js"), loader.as_bytes())?;
    Ok(())
}

/// All styles in the order of their names, without comments and indentation.
fn read_styles(folder: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
    files.sort();
    let mut css = String::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("/*") {
            css.push_str(before);
            rest = after.split_once("*/").with_context(|| format!("{}: a comment does not end", file.display()))?.1;
        }
        css.push_str(rest);
    }
    Ok(css.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn bind(wasm: &Path, name: &str) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false);
    bindgen.web(true)?;
    bindgen.generate(BOUND)
}

/// What is shipped goes through `wasm-opt`; without it (see the README) a development build goes on as it is.
fn optimise(wasm: &Path) -> Result<Vec<u8>> {
    let tool = Path::new("tests/browser/node_modules/.bin/wasm-opt");
    if !tool.exists() {
        eprintln!("bundle: wasm-opt is not installed; the wasm stays larger than what is shipped");
        return Ok(fs::read(wasm)?);
    }
    let small = wasm.with_extension("opt.wasm");
    let done = Command::new(tool).args(["-Oz", "--all-features"]).arg(wasm).arg("-o").arg(&small).status()?;
    if !done.success() {
        bail!("wasm-opt failed");
    }
    Ok(fs::read(small)?)
}

struct Assets {
    names: BTreeMap<String, String>,
}

impl Assets {
    fn start() -> Result<Assets> {
        if Path::new(OUT).exists() {
            fs::remove_dir_all(OUT)?;
        }
        fs::create_dir_all(OUT)?;
        Ok(Assets { names: BTreeMap::new() })
    }

    /// Writes one file and its compressed forms; returns its hashed name.
    fn add(&mut self, name: &str, content: &[u8]) -> Result<String> {
        let hash = Sha256::digest(content).iter().take(6).fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
        let (stem, ending) = name.rsplit_once('.').context("a name without an ending")?;
        let hashed = format!("{stem}-{hash}.{ending}");
        let path = Path::new(OUT).join(&hashed);
        fs::write(&path, content)?;
        fs::write(path.with_extension(format!("{ending}.br")), brotlied(content)?)?;
        fs::write(path.with_extension(format!("{ending}.gz")), gzipped(content)?)?;
        self.names.insert(name.to_owned(), hashed.clone());
        Ok(hashed)
    }

    fn finish(self) -> Result<()> {
        for (name, hashed) in &self.names {
            let size =
                |ending: &str| fs::metadata(Path::new(OUT).join(format!("{hashed}{ending}"))).map(|file| file.len());
            println!("{name}: {} bytes, {} in brotli", size("")?, size(".br")?);
        }
        Ok(fs::write(Path::new(OUT).join("manifest.json"), serde_json::to_string_pretty(&self.names)?)?)
    }
}

fn brotlied(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(content)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn gzipped(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
