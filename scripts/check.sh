#!/usr/bin/env bash
# Format, lints, content, licences: what needs no running server.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

say "Format"
cargo fmt --all -- --check
say "Lints of the server's side"
cargo clippy -q --workspace --exclude augenhoehe-browser --all-targets -- -D warnings
say "Lints of the browser's side"
cargo clippy -q -p augenhoehe-browser --target wasm32-unknown-unknown -- -D warnings
say "Content"
cargo run -q -p augenhoehe-server -- check-content --quiet content
say "Licences and sources"
if has cargo-deny; then
    cargo deny --log-level error check licenses bans sources
else
    # The same deny.toml, read by a test of our own: building cargo-deny takes longer than everything else here.
    cargo test -q -p augenhoehe-tests --test all licences::
fi
