"""Ids that are used must be defined somewhere, in whichever package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from ..errors import SHOWN_OF_A_KIND, Problem, Where, error
from ..model.report import Inputs
from ..model.settings import Settings
from ..packages.rows import in_rows
from . import places
from .remedies import Ids, hint

Use = tuple[str, str, str, Ids]
"""The dotted path where an id is used, the id, what it names, and what is known of that."""


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Ids in YAML, stories and the small tables that nothing defines, and tables' rows too."""
    problems = [
        places.at(inputs, path, f"there is no {kind} '{name}'", hint(name, known, kind), name)
        for path, name, kind, known in _uses(inputs, settings)
        if name and name not in known
    ]
    return [*_each_once(problems), *_of_values(inputs), *_of_targets(inputs, settings.main_area)]


def _each_once(problems: list[Problem]) -> list[Problem]:
    """Of many rows of a table with the same id only the first, with how many they are."""
    same: dict[tuple[object, ...], list[Problem]] = {}
    for at, problem in enumerate(problems):
        here = problem.where
        key = (here.file, here.field, problem.what) if here.row else (at,)
        same.setdefault(key, []).append(problem)
    return [
        replace(each[0], what=f"{each[0].what}{in_rows(len(each))}", times=len(each))
        for each in same.values()
    ]


def _uses(inputs: Inputs, settings: Settings) -> Iterator[Use]:
    yield from _of_settings(inputs, settings)
    yield from _of_metrics(inputs)
    yield from _of_indicators(inputs)
    yield from _of_pathway(inputs)
    yield from _of_stories(inputs)
    yield from _of_tables(inputs)


def area_uses(inputs: Inputs, path: str, area: str) -> Iterator[Use]:
    """The use of an area: any is let through where the site has no areas table."""
    if inputs.areas:
        yield path, area, "area", inputs.areas


def _partners(inputs: Inputs, path: str, organisation: str, programme: str) -> Iterator[Use]:
    if inputs.organisations:
        yield f"{path}organisation", organisation, "organisation", inputs.organisations
    if inputs.programmes:
        yield f"{path}programme", programme, "programme", inputs.programmes


def _of_settings(inputs: Inputs, settings: Settings) -> Iterator[Use]:
    yield from area_uses(inputs, "extra.report.main_area", settings.main_area)


def _of_metrics(inputs: Inputs) -> Iterator[Use]:
    for name, metric in inputs.metrics.items():
        if metric.part_of is not None:
            yield f"metrics.{name}.part_of", metric.part_of.metric, "metric", inputs.metrics
        if metric.total_from is not None:
            path = f"metrics.{name}.total_from"
            yield path, metric.total_from, "breakdown", inputs.breakdowns


def _of_indicators(inputs: Inputs) -> Iterator[Use]:
    outcomes = {str(outcome.id) for outcome in inputs.pathway.outcomes}
    words = ("similar", "parent")
    for name, indicator in inputs.indicators.items():
        path = f"indicators.{name}"
        yield f"{path}.outcome", indicator.outcome or "", "outcome", outcomes
        for metric in indicator.method.metrics:
            if ":" not in metric:  # one of a scale's item is told of as such
                yield f"{path}.method", metric, "metric", inputs.metrics
        yield f"{path}.eligible", indicator.eligible or "", "metric", inputs.metrics
        for position, stage in enumerate(indicator.stages, 1):
            yield f"{path}.stages.{position}", stage, "metric", inputs.metrics
        for position, area in enumerate(indicator.compare_with, 1):
            if area not in words:
                yield from area_uses(inputs, f"{path}.compare_with.{position}", area)
        if (reported := indicator.reported_by) is not None:
            path += ".reported_by"
            for position, programme in enumerate(reported.programmes, 1):
                at = f"{path}.programmes.{position}"
                yield at, programme, "programme", inputs.programmes
            for position, organisation in enumerate(reported.organisations, 1):
                at = f"{path}.organisations.{position}"
                yield at, organisation, "organisation", inputs.organisations


def _of_pathway(inputs: Inputs) -> Iterator[Use]:
    pathway = inputs.pathway
    for outcome in pathway.outcomes:
        yield f"outcomes.{outcome.id}.domain", outcome.domain, "domain", pathway.domains
    ends = {step.id for step in pathway.steps} | {outcome.id for outcome in pathway.outcomes}
    for step in pathway.steps:
        for position, name in enumerate(step.indicators, 1):
            at = f"steps.{step.id}.indicators.{position}"
            yield at, name, "indicator", inputs.indicators
        for position, name in enumerate(step.programmes, 1):
            if inputs.programmes:
                at = f"steps.{step.id}.programmes.{position}"
                yield at, name, "programme", inputs.programmes
    for link in pathway.links:
        yield f"links.{link.id}.from", link.start, "step or outcome", ends
        yield f"links.{link.id}.to", link.end, "step or outcome", ends
        for position, name in enumerate(link.tested_by, 1):
            at = f"links.{link.id}.tested_by.{position}"
            yield at, name, "indicator", inputs.indicators
    for position, name in enumerate(pathway.case.now if pathway.case else (), 1):
        yield f"case.now.{position}", name, "indicator", inputs.indicators


def _of_stories(inputs: Inputs) -> Iterator[Use]:
    about = {outcome.id for outcome in inputs.pathway.outcomes} | set(inputs.indicators)
    for name, story in inputs.stories.items():
        path = f"stories.{name}."
        for position, used in enumerate(story.about, 1):
            yield f"{path}about.{position}", used, "outcome or indicator", about
        yield from area_uses(inputs, f"{path}area", story.area)
        yield from _partners(inputs, path, story.organisation, story.programme)


def _of_tables(inputs: Inputs) -> Iterator[Use]:
    for position, link in enumerate(inputs.area_links, 1):
        yield from area_uses(inputs, f"area-links.{position}.area", link.area)
        yield from area_uses(inputs, f"area-links.{position}.other", link.other)
    for name, organisation in inputs.organisations.items():
        path = f"organisations.{name}"
        yield from area_uses(inputs, f"{path}.area", organisation.area)
        yield f"{path}.reports_to", organisation.reports_to, "organisation", inputs.organisations
    for area in inputs.boundaries:
        yield from area_uses(inputs, f"boundaries.{area}", area)
    for position, correction in enumerate(inputs.corrections, 1):
        path = f"corrections.{position}"
        yield f"{path}.indicator", correction.indicator, "indicator", inputs.indicators
        yield from area_uses(inputs, f"{path}.area", correction.area)
        if inputs.organisations:
            used = correction.organisation
            yield f"{path}.organisation", used, "organisation", inputs.organisations


def _of_values(inputs: Inputs) -> list[Problem]:
    of_scales = [str(n) for n in inputs.values["metric"].array.categories if ":" in str(n)]
    known = {**inputs.metrics, **dict.fromkeys(of_scales)}  # told of as items of scales
    return _of_frame(inputs, inputs.values, "metric", known)


def _of_targets(inputs: Inputs, main_area: str) -> list[Problem]:
    """Of tables: what is written with an indicator names no one but the main area, and that is
    told where the settings name it."""
    rows = places.with_places(inputs.targets)
    rows = rows[rows["file"].str.endswith(".csv")]
    found = _of_frame(inputs, rows, "indicator", inputs.indicators)
    return [each for each in found if each.where.field != "area" or each.value != main_area]


def _of_frame(inputs: Inputs, frame: pd.DataFrame, first: str, of_first: Ids) -> list[Problem]:
    optional: dict[str, Ids] = {
        "area": inputs.areas,
        "organisation": inputs.organisations,
        "programme": inputs.programmes,
    }
    kinds = {first: of_first} | {name: known for name, known in optional.items() if known}
    return [found for name, known in kinds.items() for found in _of_column(frame, name, known)]


def _of_column(frame: pd.DataFrame, name: str, known: Ids) -> list[Problem]:
    """Ids of a column that nothing defines: each once a file, with how many rows have it."""
    rows = frame[places.unknown(known, frame, name)]
    each = rows.groupby(["file", name], observed=True, sort=False)["row"].agg(["min", "size"])
    most = each.nlargest(SHOWN_OF_A_KIND, "size").reset_index()
    most = most.astype({"file": str}).sort_values(["file", "min"])
    problems = []
    for file, text, row, many in zip(*(most[column].tolist() for column in most), strict=True):
        what = f"there is no {name} '{text}'{in_rows(many)}"
        remedy = hint(text, known, name, of_rows=True)
        problems.append(error(Where(file, row=row, field=name), what, remedy, text, many))
    if rest := len(rows) - sum(problem.times for problem in problems):
        what = f"{rest:,} more {'row has' if rest == 1 else 'rows have'} such a problem"
        here = Where(problems[-1].where.file, field=name)
        problems.append(error(here, what, "Mend them in the same way.", times=rest))
    return problems
