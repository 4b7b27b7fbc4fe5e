# Read by the other scripts: go to the repository, say what happens, fail with a sentence.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

WASM=target/wasm32-unknown-unknown/wasm-release/augenhoehe_browser.wasm
# Each is a wasm of its own (app/browser/Cargo.toml).
ISLANDS="dialogue phrase recall recorder"

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
fail() { printf 'augenhoehe: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Installs packages where that is allowed; fails where it is not, or where it did not help.
install() {
    local why=$1; shift
    local root=()
    if [ "$(id -u)" != 0 ]; then root=(sudo -n); fi
    if has apt-get && "${root[@]}" true 2>/dev/null; then
        say "Installing $* ($why)"
        "${root[@]}" apt-get update -qq || true
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null && return
    fi
    fail "$why is missing. On Debian or Ubuntu: apt-get install $*"
}
