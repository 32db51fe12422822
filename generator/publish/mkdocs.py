"""MkDocs, run aside on a staging folder; what it says becomes problems."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from ..errors import Problem, Where, error

_SAID = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(.*)", re.MULTILINE)
_FILE = re.compile(r"'([^']+\.md)'")


class BuilderError(Exception):
    """MkDocs ended without saying what to mend; the message holds its output."""


def build(staging: Path, report_date: date, lock: int) -> list[Problem]:
    """Build `staging`/site; any warning is an error, as it is something missing from the site.

    Dates in the site are those of `report_date`. MkDocs shares the `lock` on the run's folder, so
    that nothing is cleared under it where we are killed. Raises `BuilderError`, and `OSError` where
    the disk is full.
    """
    midnight = datetime.combine(report_date, time(), UTC)
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
    }
    # -P: a folder named mkdocs/ where we happen to run is not the builder. Not --quiet: with it,
    # --strict counts no warnings.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        [*command, "--config-file", str(staging / "mkdocs.yml")],
        cwd=staging,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=(lock,),
        check=False,
    )
    if os.strerror(errno.ENOSPC) in done.stdout:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(staging))
    problems = [_problem(said) for said in _SAID.findall(done.stdout)]
    if (done.returncode and not problems) or "Traceback" in done.stdout:
        raise BuilderError(f"MkDocs ended with {done.returncode}:\n{done.stdout}")
    sitemap = staging / "site" / "sitemap.xml"
    if sitemap.is_file() and b"<loc>" not in sitemap.read_bytes():  # the site has no address
        sitemap.unlink()
        sitemap.with_name("sitemap.xml.gz").unlink(missing_ok=True)
    return problems


def _problem(said: str) -> Problem:
    file = _FILE.search(said)
    return error(
        Where(f"content/{file[1]}" if file else "mkdocs.yml"),
        said.strip().rstrip("."),
        "The site builder says so of the page that was made from this.",
    )
