"""Several packages as one: an id is defined once, whoever uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ..errors import Problem, Where, error
from ..model import frames
from ..model.indicator import Indicator
from ..model.metric import Metric
from ..model.pathway import Pathway
from ..model.period import Period
from ..model.report import Inputs
from ..model.scale import scales
from ..model.settings import Settings
from . import assessed, columns, periods, statuses, values
from .contents import shown
from .package import Held, Place, Texts


class Defined:
    """Definitions by id, with the place of each; a second one of an id is a problem."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.problems: list[Problem] = []
        self._by_kind: dict[str, dict[str, Any]] = {}

    def add(self, kind: str, name: str, item: Any, place: Place) -> None:
        """Note a definition; `kind` is the first part of its dotted path."""
        path = f"{kind}.{name}"
        if name in self._by_kind.setdefault(kind, {}):
            first, here = where(self.places[path]), where(place, path)
            what = f"'{name}' is defined a second time"
            self.problems.append(
                error(here, what, f"It stands at {first} already: keep one.", name)
            )
            return
        self.places[path] = place
        self._by_kind[kind][name] = item

    def note(self, lines: Mapping[str, int], file: str) -> None:
        """Keep the places of what stands within definitions."""
        for path, line in lines.items():
            self.places.setdefault(path, (file, line))

    def of(self, kind: str) -> dict[Any, Any]:
        """All definitions of a kind by id, in the order in which they were added."""
        return self._by_kind.get(kind, {})


def where(place: Place, field: str = "") -> Where:
    """The place as problems name it: a row of a CSV, a line of any other file."""
    file, number = place
    if file.endswith(".csv"):
        return Where(file, row=number, field=field)
    return Where(file, line=number or None, field=field)


def define(packages: Iterable[Texts], site: Any, published: type) -> Defined:
    """What the YAML files of all packages define.

    An indicator published as given (its method is the `published` one) whose metric nobody
    defines gets one of its own title and source, that is summed over nothing.
    """
    defined = Defined()
    implied: list[tuple[Indicator, Place]] = []
    for texts in packages:
        of_yaml, of_pathway = texts.definitions, texts.pathway
        if texts.files.definitions is not None and of_yaml.content is not None:
            file = shown(texts.files.definitions, site)
            at = _placer(file, of_yaml.lines)
            _of_definitions(defined, of_yaml.content, at)
            implied += [(i, at(f"indicators.{i.id}")) for i in of_yaml.content.indicators]
            defined.note(of_yaml.lines, file)
        if texts.files.pathway is not None and of_pathway.content is not None:
            file = shown(texts.files.pathway, site)
            _of_pathway(defined, of_pathway.content, _placer(file, of_pathway.lines))
            defined.note(of_pathway.lines, file)
    for indicator, place in implied:
        if isinstance(indicator.method, published):
            name = indicator.method.metrics[0]
            if name not in defined.of("metrics"):
                metric = Metric(name, indicator.title, "scores", indicator.source)
                defined.add("metrics", name, metric, place)
    return defined


def _placer(file: str, lines: Mapping[str, int]) -> Callable[[str], Place]:
    return lambda path: (file, lines.get(path, 0))


def _of_definitions(defined: Defined, content: Any, at: Callable[[str], Place]) -> None:
    for kind, found in (("metrics", content.metrics), ("breakdowns", content.breakdowns)):
        for name, item in found.items():
            defined.add(kind, name, item, at(f"{kind}.{name}"))
    for indicator in content.indicators:
        defined.add("indicators", indicator.id, indicator, at(f"indicators.{indicator.id}"))


def _of_pathway(defined: Defined, pathway: Pathway, at: Callable[[str], Place]) -> None:
    for single in ("vision", "case"):
        if found := getattr(pathway, single):
            defined.add("pathway", single, found, at(single))
    for person in pathway.made_with:
        defined.add("made_with", str(len(defined.of("made_with")) + 1), person, at("made_with"))
    for name, domain in pathway.domains.items():
        defined.add("domains", name, domain, at(f"domains.{name}"))
    for kind in ("outcomes", "steps", "links"):
        for item in getattr(pathway, kind):
            defined.add(kind, item.id, item, at(f"{kind}.{item.id}"))


def pathway(defined: Defined) -> Pathway:
    """The one pathway of all packages."""
    single = defined.of("pathway")
    return Pathway(
        vision=single.get("vision", ""),
        case=single.get("case"),
        made_with=tuple(defined.of("made_with").values()),
        domains=defined.of("domains"),
        outcomes=tuple(defined.of("outcomes").values()),
        steps=tuple(defined.of("steps").values()),
        links=tuple(defined.of("links").values()),
    )


def add_held(defined: Defined, held: Held) -> None:
    """What one package's tables and stories define."""
    for role, key in (
        ("areas", "area"),
        ("organisations", "organisation"),
        ("programmes", "programme"),
        ("learning", "id"),
    ):
        for item, place in held.records.get(role, ()):
            defined.add(role, getattr(item, key), item, place)
    for item, place in held.records.get("scales", ()):
        defined.add("scales", f"{item.scale}.{item.item}", item, place)
    for role in ("area-links", "corrections"):
        for item, place in held.records.get(role, ()):
            defined.add(role, str(len(defined.of(role)) + 1), item, place)
    for shape, place in held.boundaries:
        defined.add("boundaries", shape.area, shape, place)
    for story in held.stories:
        defined.add("stories", story.id, story, (story.file, 0))
    defined.places |= held.places


@dataclass(frozen=True)
class Frames:
    """The tables of all packages one under another, with canonical periods and their meaning."""

    values: pd.DataFrame
    targets: pd.DataFrame
    periods: Mapping[str, Period]


def frames_of(defined: Defined, held: Iterable[Held]) -> tuple[Frames, list[Problem]]:
    """The values and the targets of all tables; problems of their periods."""
    listed = list(held)
    found = columns.together([frame for h in listed for frame in h.values], frames.METRICS)
    found, of_values, problems, monthly = periods.canonical(found, "metric")
    indicators: dict[str, Indicator] = defined.of("indicators")
    in_months = frozenset(
        name
        for name, i in indicators.items()
        if i.method.metrics and set(i.method.metrics) <= monthly
    )
    rows = columns.together([frame for h in listed for frame in h.targets], frames.TARGETS)
    rows, of_targets, more, _ = periods.canonical(rows, "indicator", in_months)
    return Frames(found, rows, of_values | of_targets), [*problems, *more]


def add_assessed(defined: Defined, read: Frames) -> None:
    """The metrics under which the sums of scales' items are kept, where their rows stand."""
    for item, metric in assessed.metrics(defined.of("scales").values(), read.values):
        place = defined.places[f"scales.{item.scale}.{item.item}"]
        defined.add("metrics", metric.id, metric, place)


def inputs(defined: Defined, packages: Iterable[Texts], read: Frames, settings: Settings) -> Inputs:
    """All packages as one report's inputs."""
    indicators: dict[str, Indicator] = defined.of("indicators")
    written = values.targets_of(indicators.values(), settings.main_area, defined.places)
    meaning = dict(read.periods)
    meaning |= {str(t.period): t.period for i in indicators.values() for t in i.targets}
    made = Inputs(
        packages=tuple(t.package for t in packages if t.package is not None),
        metrics=defined.of("metrics"),
        breakdowns=defined.of("breakdowns"),
        indicators=indicators,
        pathway=pathway(defined),
        areas=defined.of("areas"),
        area_links=tuple(defined.of("area-links").values()),
        boundaries=defined.of("boundaries"),
        organisations=defined.of("organisations"),
        programmes=defined.of("programmes"),
        stories=defined.of("stories"),
        corrections=tuple(defined.of("corrections").values()),
        values=read.values,
        targets=columns.together([read.targets, written], frames.TARGETS),
        periods=dict(sorted(meaning.items())),
        learning=defined.of("learning"),
        scales=scales(defined.of("scales").values()),
        illustrative=frozenset(),
        places=defined.places,
    )
    made_up = statuses.resting_on(made, "illustrative")
    unsettled = statuses.resting_on(made, "provisional")
    return replace(made, illustrative=made_up, provisional=unsettled - made_up)
