"""Places and partners around their average: who stands apart by more than chance, in a funnel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from generator.indicators.methods import Standardised, made_as
from generator.model.page import File
from generator.wording import names, spreads
from generator.wording.numbers import number
from generator.wording.verdicts import capitalised

from ..indicator.indicator_tables import Part
from ..known.standing import Standing
from ..layout import joined
from ..shapes import verdict
from ..worded import Definition
from .made import Made
from .spread_figure import funnel

APART = (
    *("worse than expected", "better than expected"),
    *("higher than expected", "lower than expected"),
)
MANY = 0.25
"""From this share of them outside the limits on, it is not chance and size alone that part them."""
MOST = 3
"""Sentences of a paragraph; the working names those that are not judged, too."""
Named = list[tuple[str, Any]]
"""Units of one set with their names, in the order of these."""


def spread(standing: Standing, page: str) -> Made:
    """A section for each kind of place, and for the partners of each programme, that is judged."""
    own = standing.lookup.worked.of("spread", standing.indicator.id)
    own = own[own["frequency"].isin({r.frequency for r in standing.series})]
    parts, files = [], list[File]()
    for among in own.loc[own["judged"], "among"].drop_duplicates():
        named = _named(standing, own[own["among"] == among])
        others = _others(standing, named)
        made = funnel(standing, page, str(among), others, named)
        found = [unit.verdict for _, unit in named if unit.verdict in APART]
        worst = min(found, key=APART.index, default="as expected")
        where = "at" if named[0][1].organisation else "in"
        parts.append(
            Part(
                f"spread-{among}",
                f"{capitalised(others)} around their average",
                verdict=verdict(worst, f"{where} {joined(_who(named, worst))}" if found else ""),
                lead=_lead(standing, others, named, worst),
                figure=made.figure,
                worked=tuple(_worked(standing, others, named)),
            )
        )
        files += made.files
    return Made(tuple(parts), tuple(files))


def _named(standing: Standing, rows: pd.DataFrame) -> Named:
    """The units by name: no league table."""
    inputs = standing.lookup.report.inputs
    found = [
        (
            names.part(str(unit.organisation), "", "", inputs)
            or standing.lookup.area_name(str(unit.area)),
            unit,
        )
        for unit in rows.itertuples()
    ]
    return sorted(found, key=lambda pair: pair[0].casefold())


def _others(standing: Standing, named: Named) -> str:
    unit = named[0][1]
    inputs = standing.lookup.report.inputs
    return spreads.who(unit.area, unit.organisation, unit.programme, inputs)


def _who(named: Named, word: str) -> list[str]:
    return [name for name, unit in named if unit.verdict == word]


def _lead(standing: Standing, others: str, named: Named, verdict_says: str) -> str:
    """Who else stands apart, by name; how many do not; and what to think where many do."""
    judged = [unit for _, unit in named if unit.judged]
    around = f"their average ({standing.said(judged[0].average)})"
    also = [word for word in APART if word != verdict_says and _who(named, word)]
    told = [f"{capitalised(word)}: {joined(_who(named, word))}." for word in also]
    apart = sum(unit.verdict in APART for unit in judged)
    rest = len(judged) - apart
    if not apart:
        none = f"None of the {names.in_words(rest)} {others} differs from {around} by more than"
        return " ".join([f"{none} chance can give.", *_left_out(named)])
    if rest:
        which = "other differs" if rest == 1 else f"other {names.in_words(rest)} differ"
        told.append(f"The {which} from {around} by no more than chance can give.")
    if apart >= MANY * len(judged):
        told.append(spreads.MANY_APART)
    return " ".join([*told, *_left_out(named)][:MOST])


def _left_out(named: Named) -> Iterator[str]:
    out = [name for name, unit in named if not unit.judged]
    if out:
        yield f"Not judged: {joined(out)}."


def _worked(standing: Standing, others: str, named: Named) -> Iterator[Definition]:
    judged = [unit for _, unit in named if unit.judged]
    x, n = (sum(getattr(unit, name) for unit in judged) for name in ("numerator", "size"))
    method = standing.indicator.method
    shares = made_as(method) == "proportion"
    counts = f"{number(x, 0)} {'out of' if shares else 'divided by'} {number(n, 0)}"
    average = f"{standing.said(judged[0].average)}, {counts}"
    yield Definition("Rule", (spreads.RULE,))
    yield Definition("Limits", (spreads.LIMITS_OF_SHARES if shares else spreads.LIMITS_OF_RATES,))
    if isinstance(method, Standardised) and method.per is not None:
        yield Definition("Size", (spreads.STANDS_FOR,))
    yield Definition(f"Average of {names.in_words(len(judged))} {others}", (average,))
    watch = [name for name, unit in named if unit.judged and abs(unit.level) == 1]
    if watch:
        yield Definition(spreads.WATCH_TERM, (f"{joined(watch)}. {spreads.WATCH_WHY}",))
    for name, unit in named:
        if not unit.judged:
            yield Definition(f"Not judged: {name}", (unit.reason,))
