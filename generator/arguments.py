"""What may be typed: the verbs and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

from .listing import FORMATS
from .publish.serve.server import USUAL_PORT

NAME = "prove-and-improve"


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
    check.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    _verb(verbs, "render", common, "the same, then leave the staging folder at SITE/build/staging")
    site = _verb(verbs, "site", common, "build the site aside, check it, put it in its place")
    site.add_argument(
        "--output", type=Path, metavar="FOLDER", help="where the site goes (default: SITE/site)"
    )
    serve = _verb(verbs, "serve", common, "show the site on this machine while you write it")
    serve.add_argument(
        "--port",
        type=_port,
        metavar="NUMBER",
        help=f"where to serve it (default: {USUAL_PORT}, or a free one if that is taken)",
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


def _port(typed: str) -> int:
    if not typed.isdecimal() or not 0 < int(typed) < 2**16:
        raise argparse.ArgumentTypeError(f"'{typed}' is not a port. Type a number up to 65535.")
    return int(typed)
