#!/usr/bin/env bash
# Installs what recall is compared with: the reference implementation of FSRS, in a Python environment of its own. Skips what is there.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

list=tests/reference/requirements.txt
home=target/reference
cmp -s "$list" "$home/.installed" && exit 0

has python3 || install "Python" python3
python3 -c 'import ensurepip' 2>/dev/null || install "Python's environments" python3-venv
say "Installing the reference implementation of FSRS (PyPI)"
rm -rf "$home"
python3 -m venv "$home"
"$home/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
cp "$list" "$home/.installed"
