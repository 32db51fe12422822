"""Who moved which way: a bar of 100% for each item, partner, group or outcome."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from generator import charts
from generator.wording import change as wording
from generator.wording import names
from generator.wording.change import Ways
from generator.wording.numbers import number

from ..charted import titled
from ..figures import Drawn, drawn
from ..known.lookup import Lookup
from ..known.sources import web
from ..worded import Cited, Link
from .moves_table import standing
from .named import Named

TOGETHER = 1e-6
"""Shares that miss 100 by more do not come from one table: none of them is drawn."""


def moved_figure(
    lookup: Lookup,
    page: str,
    about: charts.About,
    ways: Ways,
    rows: Sequence[Named],
    whole: Named | None = None,
    *,
    scales: Sequence[str],
    period: str,
    heading: str = "Item",
    rows_are: str = "items",
    counted: str = "people",
) -> Drawn:
    """The figure of these rows in their order, under one of them all; `scales` are cited."""
    chart = charts.Moved(
        ways.worse, ways.same, ways.better, counted=counted, heading=heading, rows_are=rows_are
    )(about, tuple(map(_moves, rows)), _moves(whole) if whole else None)
    status = lookup.worked.changed.status(*scales)
    marked = status == "illustrative" and not lookup.all_made_up
    return drawn(chart, page, cited(lookup, scales, period), status, marked)


def title(ways: Ways, rows: Sequence[Named]) -> str:
    """The finding: the widest and the narrowest share that did better, by name."""
    known = [one for one in rows if not math.isnan(one.row.better_share)]
    better = ways.better.partition(" (")[0]
    if not known:
        nobody = bool(rows) and all(one.row.pairs == 0 for one in rows)
        return "Nobody was assessed twice" if nobody else "Who moved which way is not published"
    if len(known) == 1:
        row = known[0].row
        said = [wording.percent(row.better_share), wording.percent(row.worse_share)]
        worse = ways.worse.partition(" (")[0].lower()
        return f"{better}: {said[0]}, {worse}: {said[1]}"
    high = max(known, key=lambda one: one.row.better_share)
    low = min(known, key=lambda one: one.row.better_share)
    most, least = (wording.percent(one.row.better_share) for one in (high, low))
    return titled(
        f"{better} most often: {high.name} ({most}), least often: {low.name} ({least})",
        f"{better}: {most} for {high.name}, {least} for {low.name}",
        f"{better}: from {least} to {most}",
    )


def title_together(row: Any) -> str:
    """The finding of items pooled: "62% of pairs moved for the better, 15% for the worse"."""
    if math.isnan(row.better_share):
        return "How many moved for the better is not published"
    better, worse = map(wording.percent, (row.better_share, row.worse_share))
    return f"{better} of pairs moved for the better, {worse} for the worse"


def cited(lookup: Lookup, scales: Iterable[str], period: str) -> tuple[Cited, ...]:
    """Where the assessments come from: the sources of the packages that hold them."""
    packages = lookup.worked.changed.packages(*scales)
    sources = dict.fromkeys(source for package in packages for source in package.sources)
    return tuple(
        Cited(Link(source.title, web(source.url)), names.publisher(source.publisher), period)
        for source in sources
    )


def _moves(one: Named) -> charts.Moves:
    row = one.row
    if row is None:
        return charts.Moves(one.name, charts.Value(None, flags=("x",)), code=one.code)
    pairs = _count(row.pairs, standing(getattr(row, "flag", "")))
    shares = [row.worse_share, row.same_share, row.better_share]
    if math.isnan(sum(shares)) or abs(sum(shares) - 100) > TOGETHER:
        return charts.Moves(one.name, pairs, code=one.code)
    worse, same, better = (
        charts.Share(_count(count, ()), _percent(row, name))
        for count, name in ((row.worse, "worse"), (row.stayed, "same"), (row.better, "better"))
    )
    return charts.Moves(one.name, pairs, worse, same, better, one.code, one.subject)


def _count(many: float, flags: tuple[str, ...]) -> charts.Value:
    if math.isnan(many):
        return charts.Value(None, flags=flags or ("x",))
    return charts.Value(many, number(many, 0), flags=flags)


def _percent(row: Any, name: str) -> charts.Value:
    share = getattr(row, f"{name}_share")
    lower, upper = (getattr(row, f"{name}_{end}", math.nan) for end in ("lower", "upper"))
    text = number(share, 0)
    if math.isnan(lower + upper):
        return charts.Value(share, text)
    return charts.Value(share, text, lower, upper, number(lower, 0), number(upper, 0))
