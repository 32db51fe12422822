"""The samples of DATA.md, as the files that they say they are."""

from __future__ import annotations

import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
DATA = (REPOSITORY / "DATA.md").read_text("utf-8")
_SAMPLE = re.compile(r"`([\w./-]+)`[^`]*:\n\n```(\w+)\n(.*?)```", re.S)


def part(title: str) -> str:
    """The text under a heading of level 2."""
    return DATA.split(f"\n## {title}\n")[1].split("\n## ")[0]


def files(text: str) -> list[tuple[str, str]]:
    """Path and content of each sample that names its file, in the order of the page."""
    return [(path, content) for path, _, content in _SAMPLE.findall(text)]


def write(folder: Path, named: list[tuple[str, str]]) -> None:
    """Write the files; of pieces of one file, one after another."""
    for path, content in named:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text() if file.exists() else ""
        file.write_text(before + content)
