"""Write DATA.md: `make docs`."""

from __future__ import annotations

from .page import FILE, text

FILE.write_text(text(), encoding="utf-8", newline="\n")
print(f"Written: {FILE.name}")
