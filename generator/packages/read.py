"""A site's packages → settings, inputs, and every problem on the way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import Problem, count
from ..model.report import Inputs
from ..model.settings import Settings
from . import folder, package, together
from . import settings as site_settings


def read(
    site: Path, methods: Mapping[str, type]
) -> tuple[Settings | None, Inputs | None, list[Problem]]:
    """Read all that a site's folder says.

    `methods` maps the words of `method: {use: …}` to frozen dataclasses; it holds `published`.
    Settings and inputs are None where an error keeps them from being read whole; all problems of
    all files are listed.
    """
    site = site.resolve()
    read_settings = site_settings.read(site)
    settings = read_settings.settings
    search = read_settings.search
    files, problems = folder.packages(site)
    texts = [package.read_texts(each, site, methods, search) for each in files]
    defined = together.define(texts, site, methods["published"])
    known = package.Known(
        defined.of("breakdowns"),
        defined.of("metrics"),
        settings.main_area if settings else "",
        settings.report_date if settings else None,
        search,
        not any(count(each.definitions.problems, "error") for each in texts),
    )
    held = [package.read_held(each, site, known) for each in texts]
    for each in held:
        together.add_held(defined, each)
    for path, line in read_settings.lines.items():
        defined.places.setdefault(path, (site_settings.FILE, line))
    frames, of_periods = together.frames_of(defined, held)
    together.add_assessed(defined, frames)
    problems = [
        *read_settings.problems,
        *problems,
        *(problem for each in texts for problem in each.problems),
        *(problem for each in held for problem in each.problems),
        *of_periods,
        *defined.problems,
        *search.in_pages(site),
    ]
    if settings is None or count(problems, "error"):
        return settings, None, problems
    problems += search.unmet(read_settings.lines, site_settings.FILE)
    return settings, together.inputs(defined, texts, frames, settings), problems
