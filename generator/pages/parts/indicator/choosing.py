"""Any place and group of an indicator over time, chosen in the page: what there is to choose from.

The page holds the lists; a script draws what is chosen from the file of `every_series`. Without
script nothing of it shows, and nothing is missing: the tables and their download hold the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from generator.model.page import File
from generator.wording import names

from .. import address as at
from ..choosable import Choosing, Option, Options, Select
from ..known.sources import cited
from ..known.standing import Standing
from ..layout import joined
from ..worded import Download
from .definitions import kind_of_periods
from .every_series import series_file

COLUMNS = ("area", "group", "organisation", "programme", "frequency")
"""What a series is chosen by, in the order of the lists."""


def choosing(standing: Standing, page: str, download: Download) -> tuple[Choosing, File] | None:
    """The lists with their file; None where there is one series, or none."""
    rows = standing.lookup.results(standing.indicator.id)
    rows = rows[rows["value"].notna() | (rows["flag"] != "")]
    selects = tuple(_selects(standing, rows))
    if not any(select.holds_a_choice for select in selects):
        return None
    order = {name: select.values for name, select in zip(COLUMNS, selects, strict=True)}
    file = series_file(standing, rows, order)
    several = [select.label.lower() for select in selects if select.holds_a_choice]
    parts = (standing.indicator.title, standing.unit_words)
    made = Choosing(
        id="choose",
        title=f"Choose a {joined(several, 'or')}",
        selects=selects,
        series=at.link(page, file.path),
        subtitle=", ".join(part for part in parts if part),
        sources=cited(standing.lookup, standing.indicator, ""),
        download=download,
        illustrative=standing.marked,
    )
    return made, file


def _selects(standing: Standing, rows: pd.DataFrame) -> Iterable[Select]:
    found = {name: rows[name].cat.categories[_used(rows[name])] for name in COLUMNS}
    yield Select("place", "Place", _places(standing, set(found["area"])))
    yield Select("group", "Group", _groups(standing, set(found["group"])))
    inputs = standing.lookup.report.inputs
    partners = {str(key): one.name for key, one in inputs.organisations.items()}
    yield Select("partner", "Partner", _named("All partners", partners, found["organisation"]))
    programmes = {str(key): one.name for key, one in inputs.programmes.items()}
    yield Select("programme", "Programme", _named("All programmes", programmes, found["programme"]))
    own = standing.series[-1].frequency if standing.series else ""
    periods = sorted(found["frequency"], key=lambda name: (name != own, name))
    options = tuple(Option(name, kind_of_periods(name) or name) for name in periods)
    yield Select("periods", "Kind of period", (Options("", options),))


def _used(column: pd.Series) -> list[int]:
    return sorted(int(code) for code in column.cat.codes.unique() if code >= 0)


def _places(standing: Standing, found: set[str]) -> tuple[Options, ...]:
    """The main area, those in it by name, then the others by name."""
    lookup = standing.lookup
    inside = [code for code in lookup.within.get(standing.area, ()) if code in found]
    rest = found - {standing.area, *inside}
    others = sorted(rest, key=lambda code: (lookup.area_name(code), code))

    def options(codes: Iterable[str]) -> tuple[Option, ...]:
        return tuple(Option(code, lookup.area_name(code)) for code in codes)

    return _filled(
        Options("", options([standing.area] * (standing.area in found))),
        Options(f"Places in {lookup.area_name(standing.area)}", options(inside)),
        Options("Other places", options(others)),
    )


def _groups(standing: Standing, found: set[str]) -> tuple[Options, ...]:
    """Everyone, then the groups of each breakdown in the order written, then intersections."""
    inputs = standing.lookup.report.inputs
    lists = [Options("", (Option("", "Everyone"),))] if "" in found else []
    for id, breakdown in inputs.breakdowns.items():
        written = [f"{id}={name}" for name in (*breakdown.categories, *breakdown.not_stated)]
        own = {g for g in found if ";" not in g and g.partition("=")[0] == str(id)}
        ordered = [*dict.fromkeys(g for g in written if g in own)]
        ordered += sorted(own - set(ordered))
        options = tuple(Option(g, names.group(g, inputs)) for g in ordered)
        lists.append(Options(breakdown.title, options))
    both = sorted((g for g in found if ";" in g), key=lambda g: (names.group(g, inputs), g))
    options = tuple(Option(g, names.group(g, inputs)) for g in both)
    return _filled(*lists, Options("Two or more together", options))


def _named(everyone: str, known: Mapping[str, str], found: Iterable[str]) -> tuple[Options, ...]:
    """All of them together, then each by name."""
    each = sorted((known.get(id, id), id) for id in found if id)
    whole = [Option("", everyone)] if "" in set(found) else []
    return (Options("", (*whole, *(Option(id, name) for name, id in each))),)


def _filled(*lists: Options) -> tuple[Options, ...]:
    return tuple(one for one in lists if one.options)
