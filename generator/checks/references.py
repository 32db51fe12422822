"""Ids that are used must be defined somewhere, in whichever package."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pandas as pd

from ..errors import SHOWN_OF_A_KIND, Problem, Where, did_you_mean, error
from ..model.report import Inputs
from ..model.settings import Settings
from . import places

Ids = Collection[str]
Use = tuple[str, str, str, Ids]
"""The dotted path where an id is used, the id, what it names, and what is known of that."""

NEAR = 40
"""How many known ids a hint may list; of more, only the nearest is named."""


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Ids in YAML, stories and the small tables that nothing defines, and tables' rows too."""
    problems = [
        places.at(inputs, path, f"there is no {kind} '{name}'", hint(name, known, kind), name)
        for path, name, kind, known in _uses(inputs, settings)
        if name and name not in known
    ]
    return [*problems, *_of_values(inputs), *_of_targets(inputs)]


def hint(name: str, known: Ids, kind: str) -> str:
    """What to type in place of an id that is not known."""
    if not known:
        return f"No {kind} is defined yet: define it, or leave this out."
    guess = did_you_mean(name, known)
    if len(known) <= NEAR:
        return guess
    near = guess.partition(" Known: ")[0] if guess.startswith("Did") else ""
    return f"{near} Define the {kind}, or correct the id.".strip()


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
            yield f"{path}.method", metric, "metric", inputs.metrics
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
    return _of_frame(inputs, inputs.values, "metric", inputs.metrics)


def _of_targets(inputs: Inputs) -> list[Problem]:
    rows = places.with_places(inputs.targets)
    return _of_frame(inputs, rows, "indicator", inputs.indicators)


def _of_frame(inputs: Inputs, frame: pd.DataFrame, first: str, of_first: Ids) -> list[Problem]:
    optional: dict[str, Ids] = {
        "area": inputs.areas,
        "organisation": inputs.organisations,
        "programme": inputs.programmes,
    }
    kinds = {first: of_first} | {name: known for name, known in optional.items() if known}
    return [found for name, known in kinds.items() for found in _of_column(frame, name, known)]


def _of_column(frame: pd.DataFrame, name: str, known: Ids) -> list[Problem]:
    """Ids of a column that nothing defines: each once where it has many rows, else row by row."""
    rows = frame[places.unknown(known, frame, name)]
    each = rows.groupby(["file", name], observed=True, sort=False)["row"].agg(["min", "size"])
    if (each["size"] <= SHOWN_OF_A_KIND).all():
        texts = [str(text) for text in rows[name]]

        def fault(place: int) -> places.Fault:
            return _missing(name, texts[place], known)

        return places.told(rows, name, fault, value=lambda place: texts[place])
    problems = []
    most = each.nlargest(SHOWN_OF_A_KIND, "size").reset_index()
    for file, text, row, many in zip(*(most[column].tolist() for column in most), strict=True):
        what, remedy = _missing(name, text, known)
        here = Where(file, row=row, field=name)
        problems.append(error(here, f"{what} ({many:,} rows)", remedy, text, many))
    if rest := len(rows) - sum(problem.times for problem in problems):
        what = f"{rest:,} more {'row has' if rest == 1 else 'rows have'} such a problem"
        here = Where(problems[-1].where.file, field=name)
        problems.append(error(here, what, "Mend them in the same way.", times=rest))
    return problems


def _missing(kind: str, name: str, known: Ids) -> places.Fault:
    guess = did_you_mean(name, known).partition(" Known: ")[0] if len(known) > NEAR else ""
    guess = guess if guess.startswith("Did") else "" if guess else did_you_mean(name, known)
    return f"there is no {kind} '{name}'", f"{guess} Define it, or delete its rows.".strip()
