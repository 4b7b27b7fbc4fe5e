#!/usr/bin/env bash
# The long runs. SOAK_ROUNDS, SOAK_ATTEMPTS, SOAK_HISTORIES and PROPTEST_CASES say how long.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/setup.sh tests
scripts/dist.sh
export AUGENHOEHE_BIN=$PWD/target/dist/augenhoehe
export SOAK_ROUNDS=${SOAK_ROUNDS:-1000} SOAK_ATTEMPTS=${SOAK_ATTEMPTS:-200} SOAK_HISTORIES=${SOAK_HISTORIES:-10000}
export PROPTEST_CASES=${PROPTEST_CASES:-20000}
say "$SOAK_ROUNDS rounds of killing the server while steps are recorded, on both engines"
cargo test -p augenhoehe-tests --test all kill:: -- --nocapture
say "$SOAK_ATTEMPTS random attempts at every drill, by the rules and by the server, on both engines"
cargo test -p augenhoehe-tests --test all kinds:: -- --nocapture
say "$SOAK_HISTORIES review histories beside the reference implementation"
cargo test -p augenhoehe-tests --test all fsrs:: -- --nocapture
say "$PROPTEST_CASES random inputs for each property"
cargo test -p augenhoehe-app --features ssr --lib
