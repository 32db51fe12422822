"""The verbs: what people type, what they are told, and the exit code.

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
from .errors import Problem, count
from .indicators.methods import METHODS
from .publish import BUILD, STAGING, UnusableOutputError, crash

WELL, TO_MEND, WRONG_USE, OUR_FAULT, STOPPED = 0, 1, 2, 3, 130
NAME = "prove-and-improve"
DISK_FULL = "the disk is full. Nothing was published. Make room, then run this again."


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one verb; the exit code."""
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # whoever reads us may leave, as `| head` does
    try:
        return _carry_out(options)
    except UnusableOutputError as problem:
        return _say(f"{NAME}: {problem}", WRONG_USE)
    except PermissionError as problem:
        return _say(
            f"{NAME}: {problem.filename} can't be written or read. Mend its permissions.", 2
        )
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            return _say(f"{NAME}: {DISK_FULL}", WRONG_USE)
        return _say(f"{NAME}: {_crash(options.site, problem)}", OUR_FAULT)
    except KeyboardInterrupt:
        return _say(f"{NAME}: stopped. Nothing was published.", STOPPED)
    except Exception as problem:
        return _say(f"{NAME}: {_crash(options.site, problem)}", OUR_FAULT)


def parser() -> argparse.ArgumentParser:
    """What may be typed."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--site",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="where mkdocs.yml, content/ and datapackages/ are (default: here)",
    )
    loudness = common.add_mutually_exclusive_group()
    loudness.add_argument("--quiet", action="store_true", help="say only what is wrong")
    loudness.add_argument("--verbose", action="store_true", help="name each step")

    whole = argparse.ArgumentParser(prog=NAME, description="From data packages to a published site")
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    check = _verb(
        verbs, "check", common, "read, compute, lay out; list every problem, write nothing"
    )
    check.add_argument("--format", choices=listing.FORMATS, default="text", help="default: text")
    _verb(verbs, "render", common, "the same, then leave the staging folder at SITE/build/staging")
    site = _verb(verbs, "site", common, "build the site aside, check it, put it in its place")
    site.add_argument(
        "--output", type=Path, metavar="FOLDER", help="where the site goes (default: SITE/site)"
    )
    _verb(verbs, "describe", common, "write or refresh each package's datapackage.json")
    return whole


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    common: argparse.ArgumentParser,
    what: str,
) -> argparse.ArgumentParser:
    return verbs.add_parser(name, parents=[common], help=what, description=what.capitalize())


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


def _progress(options: argparse.Namespace) -> build.Say:
    shown = options.verbose or (sys.stderr.isatty() and not options.quiet)

    def say(step: str) -> None:
        if shown:
            print(f"{step} ...", file=sys.stderr, flush=True)

    return say


def _say(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


def _crash(site_folder: Path, problem: Exception) -> str:
    kept = crash.keep(site_folder, problem)
    with_it = f", with {os.path.relpath(kept)}" if kept else f": {problem}"
    return f"something went wrong on our side ({type(problem).__name__}). Please report it{with_it}"


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
