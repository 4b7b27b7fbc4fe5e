#!/usr/bin/env bash
# Builds the one file to deploy. What is up to date is left alone.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

say "Building the browser's part (WebAssembly)"
cargo build --locked -p augenhoehe-browser --target wasm32-unknown-unknown --profile wasm-release

# Bundling rewrites the files that the server embeds, so it waits for a reason.
inputs=$(cat "$WASM" style/* server/assets/* scripts/bundle/Cargo.toml scripts/bundle/src/* \
    tests/browser/node_modules/.installed 2>/dev/null | sha256sum)
if [ "$inputs" != "$(cat target/assets.inputs 2>/dev/null)" ] || [ ! -e target/assets/manifest.json ]; then
    say "Bundling styles, loader and wasm"
    cargo run -q --release -p augenhoehe-bundle -- "$WASM"
    echo "$inputs" > target/assets.inputs
fi

say "Building the server (the first time takes several minutes)"
cargo build --locked --release -p augenhoehe-server

mkdir -p target/dist
# A running program cannot be overwritten, but it can be replaced.
cmp -s target/release/augenhoehe target/dist/augenhoehe ||
    { cp target/release/augenhoehe target/dist/.new && mv target/dist/.new target/dist/augenhoehe; }
say "target/dist/augenhoehe is ready ($(du -h target/dist/augenhoehe | cut -f1))"
