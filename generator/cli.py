"""The verbs: carried out, what people are told, and the exit code.

Exit codes: 0 well · 1 something in the data, the content or the built pages to mend · 2 wrong
use, or an output that can't be written · 3 our fault · 130 stopped.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from . import build, listing, packages
from .arguments import NAME, parser
from .errors import Problem, Where, count, error
from .indicators.methods import METHODS
from .publish import BUILD, STAGING, PortTakenError, UnusableOutputError, crash

WELL, TO_MEND, WRONG_USE, OUR_FAULT, STOPPED = 0, 1, 2, 3, 130
DISK_FULL = "the disk is full. Nothing was published. Make room, then run this again."


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one verb; the exit code."""
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # whoever reads us may leave, as `| head` does
    try:
        return _carry_out(options)
    except KeyboardInterrupt:
        return _say(f"{NAME}: stopped. Nothing was published.", STOPPED)
    except Exception as problem:
        why, code = _why(options.site, problem)
        return _say(f"{NAME}: {why}", code)


def _carry_out(options: argparse.Namespace) -> int:
    folder: Path = options.site.resolve()
    if not folder.is_dir():
        return _say(
            f"{NAME}: there is no folder {options.site}. Name the site's folder: --site FOLDER", 2
        )
    if not (folder / "mkdocs.yml").is_file():
        hint = "A site's folder holds mkdocs.yml and datapackages/: --site FOLDER"
        return _say(f"{NAME}: there is no mkdocs.yml in {folder}. {hint}", WRONG_USE)
    say = _progress(options)
    match options.verb:
        case "check":
            laid = build.lay_out(folder, say)
            print(listing.FORMATS[options.format](laid.problems, os.path.relpath(folder)))
            return TO_MEND if laid.stops else WELL
        case "render":
            laid = build.render(folder, say)
            done = f"Staged in {os.path.relpath(folder / BUILD / STAGING)}"
            return _told(options, laid.problems, done)
        case "site":
            output = (options.output or folder / "site").resolve()
            published = build.site(folder, output, say)
            shown = os.path.relpath(output)
            state = "is ready" if published.swapped_in else "is as it was: nothing has changed"
            done = (
                f"The site {state}: {shown}\n"
                f"Open it with: python3 -m http.server --directory {shown}\n"
                "and go to http://localhost:8000/"
            )
            return _told(options, published.problems, done)
        case "serve":
            return _serve(options, folder, say)
        case _:
            written, problems = packages.describe(folder, METHODS)
            done = "\n".join(f"Written: {path}" for path in written) or "Nothing has changed"
            return _told(options, problems, done)


def _told(options: argparse.Namespace, problems: Sequence[Problem], done: str) -> int:
    """Say what is wrong to stderr and, where nothing stops us, what was done to stdout."""
    if problems:
        print(listing.text(problems), file=sys.stderr)
    if count(problems, "error"):
        return TO_MEND
    if not options.quiet:
        print(done)
    return WELL


def _serve(options: argparse.Namespace, folder: Path, say: build.Say) -> int:
    """Show the site until stopped. What is wrong is said here as well as in the page."""
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a browser that leaves does not end us

    def at(address: str) -> None:
        if not options.quiet:
            print(f"Open {address}\nIt follows what you change. Ctrl-C stops it.", flush=True)

    def told(problems: Sequence[Problem], is_new: bool) -> None:
        if problems:
            print(listing.text(problems), file=sys.stderr, flush=True)
        if not options.quiet:
            print("Shown anew." if is_new else "Shown as before.", file=sys.stderr, flush=True)

    def failed(problem: Exception) -> Problem:
        return error(Where("mkdocs.yml"), _why(options.site, problem)[0])

    build.serve(folder, options.port, say, at, told, failed)
    return WELL


def _progress(options: argparse.Namespace) -> build.Say:
    shown = options.verbose or (sys.stderr.isatty() and not options.quiet)

    def say(step: str) -> None:
        if shown:
            print(f"{step} ...", file=sys.stderr, flush=True)

    return say


def _say(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


def _why(site_folder: Path, problem: Exception) -> tuple[str, int]:
    """What to tell of something that is no problem of the site, and the exit code."""
    match problem:
        case UnusableOutputError() | PortTakenError():
            return str(problem), WRONG_USE
        case PermissionError():
            where = problem.filename
            return f"{where} can't be written or read. Mend its permissions.", WRONG_USE
        case OSError() if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            return DISK_FULL, WRONG_USE
        case _:
            return _crash(site_folder, problem), OUR_FAULT


def _crash(site_folder: Path, problem: Exception) -> str:
    kept = crash.keep(site_folder, problem)
    with_it = f", with {os.path.relpath(kept)}" if kept else f": {problem}"
    return f"something went wrong on our side ({type(problem).__name__}). Please report it{with_it}"


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
