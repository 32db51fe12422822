"""The staging folder: all that a site builder needs, and nothing that it could run.

    docs/         a Markdown file a page, and every file that stands beside them
    theme/        the generator's theme, with the site's own overrides/ laid over it
    mkdocs.yml    names, navigation, furniture and folders

The site's own mkdocs.yml is not inherited: what may stand in it is in `Settings`, and Zensical
adds an inherited navigation to ours instead of replacing it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from ..model.page import Page, Site
from ..model.report import Report
from .feed import feed
from .furniture import address, furniture
from .sharing import sharing
from .written import OVERRIDES

PLOTLY = Path("assets/javascripts/plotly.min.js")
HIDDEN = ["navigation", "toc"]
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""In C where PyYAML was built with it: ten times as fast. It reads back as the same; an emoji is
written as its number."""


def stage(site: Site, report: Report, site_folder: Path, folder: Path) -> None:
    """Write the staging folder of `site` into the empty `folder`."""
    docs = folder / "docs"
    whole = next((page.data_period for page in site.pages if page.path == "index.md"), "")
    sizes = {file.path: len(file.content) for file in site.files}
    for page in site.pages:
        shared = sharing(page, report, sizes)
        _write(docs / file_of(page), markdown(page, whole, shared).encode())
    for file in (*site.files, feed(report, site)):
        _write(docs / file.path, file.content)
    script = resources.files("plotly") / "package_data" / "plotly.min.js"
    _write(docs / PLOTLY, script.read_bytes())
    shutil.copytree(theme(), folder / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    own = site_folder / OVERRIDES
    if own.is_dir() and own.resolve() != theme().resolve():
        shutil.copytree(own, folder / "theme", dirs_exist_ok=True)
    _write(folder / "mkdocs.yml", _yaml(configuration(site, report)).encode())


def theme() -> Path:
    """The theme: in the installed package, or beside it in the repository."""
    package = Path(__file__).parents[1]
    carried = package / "theme"
    return carried if carried.is_dir() else package.parent / "overrides"


def file_of(page: Page) -> str:
    """Where a page's file goes: in the folder that it is served at, so that its links lead to the
    same place from both. (Zensical turns those of HTML, MkDocs does not.)"""
    return f"{address(page.path)}index.md"


def markdown(page: Page, whole: str = "", shared: Mapping[str, str] | None = None) -> str:
    """The file of a page: front matter with the keys that the theme reads, and the body.

    `whole` is the period of all data: every page says one, and those that speak of no number
    (accessibility, say) have none of their own. `shared` is what `sharing` says of the page.
    """
    meta = {
        "title": page.title,
        "description": page.description,
        "half": page.half,
        "data_period": page.data_period or whole,
        "illustrative": page.illustrative,
        **(shared or {}),
        "hide": HIDDEN,
    }
    return f"---\n{_yaml(meta)}---\n{page.body.rstrip()}\n"


def configuration(site: Site, report: Report) -> Mapping[str, Any]:
    """The staged mkdocs.yml."""
    settings = report.settings
    named = {
        "site_name": settings.site_name,
        "site_url": settings.site_url,
        "site_description": settings.site_description,
    }
    return {
        **{key: text for key, text in named.items() if text},
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "nav": _nav(page for page in site.pages if page.in_navigation),
        "theme": {
            "name": "material",
            "custom_dir": "theme",
            "language": "en",
            "font": False,
            "features": [],
        },
        "plugins": [{"search": {"lang": "en"}}],
        "markdown_extensions": ["tables", {"toc": {"permalink": False}}],
        "extra": {"generator": False, "furniture": furniture(site, report)},
        "validation": {"omitted_files": "ignore", "absolute_links": "warn", "anchors": "warn"},
    }


def _nav(pages: Iterable[Page]) -> list[dict[str, Any]]:
    """The navigation: pages of one section under its title, where the first of them stands."""
    nav: dict[str, Any] = {}
    for page in pages:
        entry = {page.in_navigation: file_of(page)}
        if page.section:
            nav.setdefault(f"section {page.section}", {page.section: []})[page.section].append(
                entry
            )
        else:
            nav[page.path] = entry
    return list(nav.values())


def _yaml(content: Mapping[str, Any]) -> str:
    dumped: str = yaml.dump(
        dict(content), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10**9
    )
    return dumped


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:  # two pages or files of one path would be our mistake
        file.write(content)
