"""What is said over a page while the site is written: the problems, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...errors import Problem, count
from ...listing import few, summary

LAST_GOOD = "What you see is the last good site."
NOT_YET = "The site is shown here as soon as this is mended."


def panel(problems: Sequence[Problem], building: bool, is_built: bool) -> str:
    """HTML: whether a build is under way, and what the last one found."""
    said = "<p><strong>Building the site …</strong></p>" if building else ""
    if not problems:
        return said
    wrong = count(problems, "error") > 0
    then = f" {LAST_GOOD if is_built else NOT_YET}" if wrong else ""
    items = "".join(map(_item, few(problems)))
    summed = f"<strong>{escape(summary(problems))}</strong>{then}"
    return (
        f"{said}<details{' open' if wrong else ''}><summary>{summed}</summary>"
        f"<ul>{items}</ul></details>"
    )


def over(page: bytes, panel: str, site: str) -> bytes:
    """The page with the panel at its end, and the script that keeps both up to date."""
    before, end, after = page.rpartition(b"</body>")
    return b"".join((before or after, _added(panel, site).encode(), end, after if end else b""))


def page(panel: str, site: str) -> str:
    """The page at every address while no site has been built."""
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<title>Not built yet</title></head>"
        f'<body class="serve-alone"><h1>Not built yet</h1>{_added(panel, site)}</body></html>\n'
    )


def _added(panel: str, site: str) -> str:
    return (
        '<link rel="stylesheet" href="/.serve/live.css">'
        f'<aside id="_serve" aria-label="While you write" aria-live="polite">{panel}</aside>'
        f'<script src="/.serve/live.js" data-site="{escape(site)}"></script>'
    )


def _item(problem: Problem) -> str:
    level = "Warning: " if problem.level == "warning" else ""
    hint = f"<br>{escape(problem.hint)}" if problem.hint else ""
    where = f"<code>{escape(str(problem.where))}</code>"
    return f"<li>{where}<br>{level}{escape(problem.what)}{hint}</li>"
