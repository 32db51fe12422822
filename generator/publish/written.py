"""The pages that people write in content/, as text. They are read here and never written to."""

from __future__ import annotations

from pathlib import Path

from ..errors import Problem, Where, error
from ..packages.contents import read_text, shown
from ..packages.folder import CONTENT

OVERRIDES = "overrides"


def content(site_folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """The text of each page by its path from the site's folder, and what can't be read.

    Links out of the folder are refused, and so is everything that is not a page.
    """
    folder, texts, problems = site_folder / CONTENT, dict[str, str](), list[Problem]()
    for path in sorted(folder.rglob("*")):
        name = shown(path, site_folder)
        if path.name.startswith(".") or (path.is_dir() and not path.is_symlink()):
            continue
        if path.suffix != ".md" and not path.is_symlink():
            hint = f"Pages are Markdown, {path.stem}.md. Take everything else out of content/."
            problems.append(error(Where(name), "this is not a page", hint, path.name))
            continue
        text, more = read_text(path, folder, site_folder)
        problems += more
        if text is not None:
            texts[name] = text
    return texts, problems


def own_theme(site_folder: Path) -> list[Problem]:
    """What keeps a site's own overrides/ from being laid over the theme.

    A link in it would bring a file of this machine into the published site.
    """
    hint = "Put the file itself there, or take the link out."
    folder = site_folder / OVERRIDES
    inside = [folder] if folder.is_symlink() else sorted(folder.rglob("*"))
    links = (path for path in inside if path.is_symlink())
    return [
        error(Where(shown(path, site_folder)), "this is a link to another place", hint)
        for path in links
    ]
