//! The process: command line, settings, and what runs.

mod commands;
mod content;
mod jobs;
mod recordings;
mod reload;
mod settings;
mod web;

use std::process::ExitCode;

use clap::Parser;

/// Many small allocations on many threads: the system's allocator keeps more memory than it uses.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    use_small_pages();
    let command = commands::Command::parse();
    settings::start_log(command.log_format());
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&anyhow::Error::new(error).context("no threads could be started")),
    };
    match runtime.block_on(command.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// Huge pages of memory are filled to less than half here: they would more than double what the process holds, and make nothing faster.
fn use_small_pages() {
    #[cfg(target_os = "linux")]
    // Refused: then it is larger.
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

/// A sentence for whoever started the program; causes follow.
fn fail(error: &anyhow::Error) -> ExitCode {
    eprintln!("augenhoehe: {error:#}");
    ExitCode::FAILURE
}
