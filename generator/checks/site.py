"""What a site must say before it may be published, and what is not read yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Problem, Where, error, warning
from ..model.report import Inputs
from ..model.settings import Settings
from . import places

ADDRESS = re.compile(r"https?://[^\s<>\"'\\]+")


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Disclosure, sources, a main area without values, and keys that this version does not read."""
    return [
        *_disclosure(inputs, settings),
        *_sources(inputs),
        *_not_read(inputs),
        *_main_area(inputs, settings),
        *_outcomes(inputs),
    ]


def _disclosure(inputs: Inputs, settings: Settings) -> Iterator[Problem]:
    """A site of illustrative packages alone needs no rule; there is no default for others."""
    if settings.disclosure is None and any(p.status != "illustrative" for p in inputs.packages):
        where = Where(
            "mkdocs.yml", line=places.where(inputs, "extra.report").line, field="extra.report"
        )
        what = "nothing says how small numbers are kept from telling who someone is"
        hint = (
            "Add disclosure: already_published if every value is public elsewhere. "
            "Other rules are not read yet."
        )
        yield error(where, what, hint)


def _sources(inputs: Inputs) -> Iterator[Problem]:
    """Addresses that a page would link to."""
    named = [(f"metrics.{name}.source", metric.source) for name, metric in inputs.metrics.items()]
    named += [(f"indicators.{name}.source", i.source) for name, i in inputs.indicators.items()]
    seen = set[tuple[str, int]]()
    for path, source in named:
        if source is None or not source.url or ADDRESS.fullmatch(source.url):
            continue
        place = inputs.places.get(f"{path}.url")
        if place and place not in seen:  # an implied metric has its indicator's source
            seen.add(place)
            what = f'"{source.url}" is not a web address'
            hint = "Type an address that starts with https://."
            yield places.at(inputs, f"{path}.url", what, hint, source.url)


def _not_read(inputs: Inputs) -> Iterator[Problem]:
    for name, story in inputs.stories.items():
        if story.costs:
            what = "'costs' is not read yet"
            yield places.at(inputs, f"stories.{name}.costs", what, "Take it out until it is.")


def _main_area(inputs: Inputs, settings: Settings) -> Iterator[Problem]:
    """A main area of which, or in which, nothing is counted: most likely another's code."""
    if inputs.areas and settings.main_area not in inputs.areas:
        return  # that there is no such area is told
    inside = {settings.main_area}
    for _ in inputs.area_links:  # areas in areas, until there are no more
        found = {
            link.area for link in inputs.area_links if link.kind == "in" and link.other in inside
        }
        if found <= inside:
            break
        inside |= found
    counted = set(inputs.values["area"].unique())
    if counted and not counted & inside:
        place = places.where(inputs, "extra.report.main_area")
        what = f"no table has a value for the main area '{settings.main_area}' or an area in it"
        hint = "Every number of it will be missing: add its rows, or name another main area."
        yield warning(place, what, hint, settings.main_area)


def _outcomes(inputs: Inputs) -> Iterator[Problem]:
    """Ids that links, or stories, could take for one another."""
    outcomes = {outcome.id for outcome in inputs.pathway.outcomes}
    for step in inputs.pathway.steps:
        if step.id in outcomes:
            what = f"'{step.id}' is the id of a step and of an outcome"
            yield places.at(
                inputs, f"steps.{step.id}", what, "Give one of them another id.", step.id
            )
    for name in sorted(outcomes & set(inputs.indicators)):
        what = f"'{name}' is the id of an indicator and of an outcome"
        yield places.at(
            inputs,
            f"outcomes.{name}",
            what,
            "Give one of them another id: stories name either.",
            name,
        )
