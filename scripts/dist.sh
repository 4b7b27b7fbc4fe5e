#!/usr/bin/env bash
# Builds the one file to deploy. What is up to date is left alone.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Of what these files hold, and where.
digest() { { find "$@" -type f -print0 2>/dev/null || true; } | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum; }

# Cargo keeps one of the islands: asked for the next one, it builds anew what it has built before. So they wait for a reason, too.
mkdir -p target/islands
sources="$(digest app .cargo Cargo.toml Cargo.lock) $(rustc -V) ${RUSTFLAGS-}"
for island in $ISLANDS; do
    [ -e "target/islands/$island.wasm" ] || rm -f target/islands.inputs
done
if [ "$sources" != "$(cat target/islands.inputs 2>/dev/null)" ]; then
    say "Building the browser's part (WebAssembly)"
    for island in $ISLANDS; do
        cargo build --locked -p augenhoehe-browser --target wasm32-unknown-unknown --profile wasm-release --no-default-features --features "$island"
        cmp -s "$WASM" "target/islands/$island.wasm" || cp "$WASM" "target/islands/$island.wasm"
    done
    echo "$sources" > target/islands.inputs
fi

# Bundling rewrites the files that the server embeds.
inputs=$(digest target/islands style server/assets scripts/bundle tests/browser/node_modules/.installed)
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
