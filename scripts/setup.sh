#!/usr/bin/env bash
# Installs what building takes; with `tests`, what testing takes as well. Skips what is there.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
RUST=1.94

has cargo || fail "Rust is missing. See https://rustup.rs, then start again."
version=$(rustc --version | cut -d' ' -f2)
[ "$(printf '%s\n' "$RUST" "$version" | sort -V | head -1)" = "$RUST" ] ||
    fail "Rust $version is too old: at least $RUST is needed. With rustup: rustup update"
has cc || install "a C compiler" build-essential

if ! ls "$(rustc --print target-libdir --target wasm32-unknown-unknown)"/libstd-*.rlib >/dev/null 2>&1; then
    has rustup || fail "Rust's target wasm32-unknown-unknown is missing, and there is no rustup to add it with."
    say "Adding Rust's target wasm32-unknown-unknown"
    rustup target add wasm32-unknown-unknown
fi

if [ "${1:-}" = tests ]; then
    has npm || install "Node with npm" nodejs npm
    has chromium || has chromium-browser || has google-chrome || install "Chromium" chromium
    ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || has postgres || install "PostgreSQL" postgresql
    scripts/reference.sh
elif ! has npm; then
    say "There is no npm: going on without wasm-opt, so the browser's part stays a third larger than what is shipped"
    exit 0
fi

lock=tests/browser/package-lock.json
if ! cmp -s "$lock" tests/browser/node_modules/.installed; then
    say "Installing wasm-opt and what browser tests take (npm)"
    npm ci --prefix tests/browser --no-audit --no-fund --loglevel=error
    cp "$lock" tests/browser/node_modules/.installed
fi
