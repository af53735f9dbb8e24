#!/bin/sh
# Start ipak on Linux and macOS: finds a Python that the wheels beside this file are for, and leaves the rest to it.
set -u
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
fits="import sys; sys.exit('.'.join(map(str, sys.version_info[:2])) not in '@PYTHONS@'.split() or sys.maxsize < 2**32)"

# Ctrl-C is for the page's program; this one then tells how that ended.
trap : INT
for python in @NAMES@ python3 python; do
  if command -v "$python" >/dev/null 2>&1 && "$python" -c "$fits" >/dev/null 2>&1; then
    "$python" "$folder/roda/mulai.py" "$@"
    code=$?
    # Opened by a double click, the window would close before anybody has read what went wrong.
    if [ "$code" -ne 0 ] && [ "$code" -ne 130 ] && [ -t 0 ]; then
      printf '\nTekan Enter untuk menutup. '
      read -r _
    fi
    exit "$code"
  fi
done

cat >&2 <<'END'
Python yang cocok belum ada di komputer ini.

ipak memerlukan Python 64-bit, salah satu dari versi ini: @PYTHONS@.
- Debian dan Ubuntu: sudo apt install python3
- Fedora: sudo dnf install python3
- macOS: pasang dari berkas pemasang Python di python.org
Sesudah Python terpasang, jalankan berkas ini lagi.
END
if [ -t 0 ]; then
  printf '\nTekan Enter untuk menutup. '
  read -r _
fi
exit 1
