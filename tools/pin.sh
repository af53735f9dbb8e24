#!/usr/bin/env bash
# Write requirements.txt (to run), requirements-dev.txt (to test) and requirements-offline.txt (what installs without
# internet): exact versions, hashes for every platform.
# Needs uv. Give --upgrade to move every pin forward; without it pins that still fit stay as they are.
set -euo pipefail
cd "$(dirname "$0")/.."

pin() {
  local file=$1
  shift
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
    --output-file "$file" "$@"
}

pin requirements.txt --group install "$@" pyproject.toml
pin requirements-dev.txt --group dev --constraint requirements.txt "$@" pyproject.toml
pin requirements-offline.txt --group offline "$@"
