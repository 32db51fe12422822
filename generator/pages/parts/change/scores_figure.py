"""How many of the pairs stood at each score before and after, in a chart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from generator import charts
from generator.model.scale import Item
from generator.wording import change as wording
from generator.wording.numbers import number

from ..figures import Drawn, drawn
from .item import OfItem
from .moves_figure import cited
from .said import period

MOST = 12
"""More scores than this are put together in bands."""
BANDS = 8
WIDTHS = (1.0, 2.0, 2.5, 4.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0)
WHEN = ("before", "after")


def scores_figure(of: OfItem, page: str) -> Drawn | None:
    """The figure of everyone; None where no table of scores says how many stood where, or only
    some partners have sent one: it would show others than the pairs that it stands beside."""
    lookup = of.standing.lookup
    rows = lookup.worked.changed.scores(str(of.item.scale), str(of.item.item), of.found.period)
    counts = [sum(getattr(row, name) for row in rows) for name in WHEN]
    if not rows or any(many < of.row.pairs for many in counts):  # unknown ones are no fewer
        return None
    stood = distributed(of.item, rows, of.row.pairs)
    when = period(lookup, of.found.period)
    subtitle = f"{of.named}, people at each score, {of.standing.place}, {when}"
    chart = charts.PairedDistribution()(
        charts.About("scores", _title(stood), subtitle, f"{of.named}, people at each score"),
        stood,
        _value(of.row.pairs),
        _mean(of.row.mean_before),
        _mean(of.row.mean_after),
    )
    scales = (str(of.item.scale),)
    status = lookup.worked.changed.status(*scales)
    marked = status == "illustrative" and not lookup.all_made_up
    return drawn(chart, page, cited(lookup, scales, when), status, marked)


def distributed(item: Item, rows: Sequence[Any], pairs: float) -> tuple[charts.Stood, ...]:
    """Each score, or bands of scores where there are many, from the least to the most.

    A score that no row names is nobody's only where those named make up all the pairs.
    """
    given = {name: {row.score: getattr(row, name) for row in rows} for name in WHEN}
    whole = [math.isclose(sum(given[name].values()), pairs) for name in WHEN]
    steps = _single(item, [row.score for row in rows])
    if steps:
        ends = [(score, score, f"{score:g}") for score in steps]
    else:
        ends = [(a, b, f"{a:g} to under {b:g}") for a, b in _bands(item)]
        last = ends[-1]
        ends[-1] = (last[0], last[1], f"{last[0]:g} to {last[1]:g}")
    return tuple(
        charts.Stood(
            label,
            low,
            high,
            *(
                _within(given[name], low, high, high == ends[-1][1], full)
                for name, full in zip(WHEN, whole, strict=True)
            ),
        )
        for low, high, label in ends
    )


def _single(item: Item, scores: Sequence[float]) -> list[float]:
    """Every score, where they are few: all whole ones, else those that somebody had."""
    span = item.maximum - item.minimum
    if all(float(score).is_integer() for score in (*scores, item.minimum)) and span < MOST:
        return [item.minimum + step for step in range(int(span) + 1)]
    known = sorted(set(scores))
    return known if len(known) <= MOST else []


def _bands(item: Item) -> list[tuple[float, float]]:
    """Bands of one width from the least possible score to the most; the last may be narrower."""
    span = item.maximum - item.minimum
    fitting = [width for width in WIDTHS if span / width <= BANDS]
    width = fitting[0] if fitting else span / BANDS
    starts = [item.minimum + width * n for n in range(math.ceil(span / width))]
    return [(start, min(start + width, item.maximum)) for start in starts]


def _within(
    counts: dict[float, float], low: float, high: float, last: bool, whole: bool
) -> charts.Value:
    """The people at a score, or from `low` to under `high`; the last band holds its end too."""
    own = [
        many
        for score, many in counts.items()
        if low <= score < high or (score == high and (last or low == high))
    ]
    if not own:
        return _value(0.0 if whole else math.nan)
    return _value(sum(own))


def _value(many: float) -> charts.Value:
    if math.isnan(many):
        return charts.Value(None, flags=("x",))
    return charts.Value(many, number(many, 0))


def _mean(value: float) -> charts.Value:
    return charts.NO_VALUE if math.isnan(value) else charts.Value(value, number(value, 1))


def _title(stood: Sequence[charts.Stood]) -> str:
    """ "Score 5 or lower: 81% before, 48% after": how many stand in the lower half."""
    middle = (stood[0].low + stood[-1].high) / 2
    low = [one for one in stood if one.high <= middle] or [stood[0]]
    shares = []
    for name in WHEN:
        every = [getattr(one, name).value for one in stood]
        if any(value is None for value in every) or not sum(every):
            return "People at each score, before and after"
        shares.append(100 * sum(every[: len(low)]) / sum(every))
    before, after = map(wording.percent, shares)
    end = low[-1]
    name = f"Score {end.label} or lower" if end.low == end.high else f"Below {end.high:g}"
    return f"{name}: {before} before, {after} after"
