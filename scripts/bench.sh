#!/usr/bin/env bash
# Speed beside a plain handler and raw inserts. BENCH_ENGINE, BENCH_SECONDS and BENCH_ONLY say how much of it; arguments go on to the program.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || has postgres || install "PostgreSQL" postgresql
scripts/dist.sh
# Together with the server: so both are built from the very same parts.
cargo build -q --release -p augenhoehe-server -p augenhoehe-bench
say "Measuring ($(nproc) cores; figures of one run are to be compared with one another only)"
target/release/bench "$@"
