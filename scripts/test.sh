#!/usr/bin/env bash
# Everything that must hold before a change is merged: against the very file that is deployed.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/setup.sh tests
scripts/check.sh
scripts/dist.sh
export AUGENHOEHE_BIN=$PWD/target/dist/augenhoehe
say "Tests"
cargo test --workspace --exclude augenhoehe-browser
say "Tests in the browser"
npm test --prefix tests/browser
say "All tests passed in $((SECONDS / 60)) min $((SECONDS % 60)) s"
