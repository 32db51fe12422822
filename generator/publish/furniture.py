"""What stands around every page: edition, dates, who publishes, and the trust pages there are."""

from __future__ import annotations

import posixpath
from datetime import date
from typing import Any

from ..model.page import File, Site
from ..model.period import MONTHS
from ..model.report import Report
from ..wording.citations import absolute, attribution

# Addresses of trust pages by the list that they stand in, in that order, where a site has them.
CHECK = ("methods/", "evidence-plan/", "learning/", "corrections/", "data/")
ALL = "data/results.csv"
ALL_MADE_UP = "Everything on this site is made up, to show what such a report can do."
FEED = "feed.xml"
IMAGE = "assets/images/share.png"
IMAGE_ALT = "A solid line for what changed, and a dashed line for where to act."
RIGHTS = ("accessibility/", "privacy/")


def furniture(site: Site, report: Report) -> dict[str, Any]:
    """`extra.furniture` of the staged mkdocs.yml. Addresses are relative to the site's root."""
    settings = report.settings
    titles = {address(page.path): page.title for page in site.pages}
    contact, licence = settings.contact, settings.licence
    write_to = contact if contact.startswith("https://") else f"mailto:{contact}"
    return {
        "brand": settings.site_name,
        "edition_line": f"Edition {settings.edition}",
        "last_updated": in_words(settings.report_date),
        "next_update": settings.next_update,
        "publisher": settings.publisher,
        "about": settings.about,
        "illustrative": ALL_MADE_UP if all_made_up(report) else "",
        "attribution": attribution(settings),
        "licence": _link(licence.title, licence.url if licence.url.startswith("http") else ""),
        "share_image": absolute(IMAGE, settings) or IMAGE,
        "share_image_alt": IMAGE_ALT,
        "feed": FEED,
        "report_problem": write_to,
        "check": [
            *(_link(titles[url], url) for url in CHECK if url in titles),
            _link("Feed of editions and corrections", FEED),
            *(_link(f"All values ({_size(file)})", ALL) for file in site.files if file.path == ALL),
        ],
        "rights": [
            *(_link(titles[url], url) for url in RIGHTS if url in titles),
            *([_link(licence.title, licence.url)] if licence.url else []),
            _link("Contact us", write_to),
        ],
    }


def all_made_up(report: Report) -> bool:
    """Whether every package is illustrative."""
    return all(package.status == "illustrative" for package in report.inputs.packages)


def _size(file: File) -> str:
    """CSV, 412 kB."""
    return f"CSV, {max(1, round(len(file.content) / 1000)):,} kB"


def address(path: str) -> str:
    """Where the builder serves the Markdown file `path`: `a/b.md` at `a/b/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    served = folder if name == "index" else posixpath.join(folder, name)
    return f"{served}/" if served else ""


def in_words(day: date) -> str:
    """4 January 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _link(title: str, url: str) -> dict[str, str]:
    return {"title": title, "url": url}
