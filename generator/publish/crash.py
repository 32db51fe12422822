"""What we leave behind when a mistake of ours stops a command."""

from __future__ import annotations

import traceback
from pathlib import Path

from .run import BUILD


def keep(site_folder: Path, problem: BaseException) -> Path | None:
    """Write the traceback to SITE/build/crash.txt; None where that can't be written."""
    file = site_folder / BUILD / "crash.txt"
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(traceback.format_exception(problem)), "utf-8")
    except OSError:
        return None
    return file
