#!/usr/bin/env bash
# Builds the one file to deploy. What is up to date is left alone.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

say "Building the browser's part (WebAssembly)"
mkdir -p target/islands
for island in $ISLANDS; do
    cargo build --locked -p augenhoehe-browser --target wasm32-unknown-unknown --profile wasm-release --no-default-features --features "$island"
    cmp -s "$WASM" "target/islands/$island.wasm" || cp "$WASM" "target/islands/$island.wasm"
done

# Bundling rewrites the files that the server embeds, so it waits for a reason.
inputs=$(find target/islands style server/assets scripts/bundle tests/browser/node_modules/.installed -type f 2>/dev/null |
    LC_ALL=C sort | xargs cat | sha256sum) || true
if [ "$inputs" != "$(cat target/assets.inputs 2>/dev/null)" ] || [ ! -e target/assets/manifest.json ]; then
    say "Bundling styles, loader and wasm"
    cargo run -q --release -p augenhoehe-bundle -- target/islands
    echo "$inputs" > target/assets.inputs
fi

say "Building the server (the first time takes several minutes)"
cargo build --locked --release -p augenhoehe-server

mkdir -p target/dist
# A running program cannot be overwritten, but it can be replaced.
cmp -s target/release/augenhoehe target/dist/augenhoehe ||
    { cp target/release/augenhoehe target/dist/.new && mv target/dist/.new target/dist/augenhoehe; }
say "target/dist/augenhoehe is ready ($(du -h target/dist/augenhoehe | cut -f1))"
