"""Who moved which way: a bar of 100% a row, worse at its left and better at its right."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.chart import Axis, Chart, Tick
from generator.charts.inputs import About
from generator.charts.inputs_change import Moves
from generator.charts.marks import Bar, BarFilling, Label, Mark, Rule
from generator.charts.moved_tables import moved_download, moved_table
from generator.charts.moved_words import Ways, description, notes, pairs_of, says

MOST_ROWS = 14
"""More rows than this stand in the table alone."""

_FILLINGS: tuple[BarFilling, BarFilling, BarFilling] = ("dots", "open", "tone")
_TICKS = (Tick(0.0, "0"), Tick(50.0, "50"), Tick(100.0, "100%"))


@dataclass(frozen=True)
class Moved:
    """`worse`, `same` and `better` name the three ways (`Moved down`, `Stayed`, `Moved up`).

    `counted` is the plural of what pairs count, `heading` heads the names of rows and `rows_are` is
    their plural.
    """

    worse: str = "Worse"
    same: str = "The same"
    better: str = "Better"
    counted: str = "people"
    heading: str = "Item"
    rows_are: str = "items"
    confidence: str = "95%"

    def __call__(self, about: About, rows: tuple[Moves, ...], whole: Moves | None = None) -> Chart:
        """The chart of these rows in the order given, under one of all of them if there is one.

        ValueError for no rows.
        """
        if not rows:
            raise ValueError(f"chart {about.id}: it has no rows")
        ways = Ways(self.worse, self.same, self.better, self.counted, self.confidence)
        every = (*((whole,) if whole else ()), *rows)
        drawn = [(float(y), row) for y, row in enumerate(every[:MOST_ROWS])]
        marks: list[Mark] = [Label("heading", ways.heading, None, None)]
        for name, filling in zip(ways.names, _FILLINGS, strict=True):
            marks.append(Label("key", name, None, None, "subject", filling=filling))
        if whole:
            marks.append(Rule("sum", "subject", None, 0.5, None, 0.5))
        for y, row in drawn:
            marks += _row(y, row, row is whole or row.subject, ways)
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Bars of 100%: {about.measure}",
            description=about.description or description(rows, whole, ways, self.rows_are),
            x=Axis("value", 0.0, 100.0, _TICKS, _TICKS),
            y=Axis("rows", -0.5, len(drawn) - 0.5, tuple(Tick(y, row.name) for y, row in drawn)),
            marks=tuple(marks),
            table=moved_table(about.measure, self.heading, every, whole, ways),
            download=moved_download(every, whole),
            notes=(*about.notes, *notes(every, len(drawn), self.rows_are)),
        )


def _row(y: float, row: Moves, bold: bool, ways: Ways) -> list[Mark]:
    """Its name, its bar of up to three pieces, and how many they are."""
    marks: list[Mark] = [Label("row", row.name, None, y, bold=bold)]
    worse, same, better = (way.percent.value for way in (row.worse, row.same, row.better))
    if worse is not None and same is not None and better is not None:
        first, second = _exactly(worse), 100.0 - _exactly(better)
        starts, ends = (0.0, first, second), (first, second, 100.0)
        pieces = zip(ways.of(row), _FILLINGS, starts, ends, strict=True)
        for (name, share), filling, start, end in pieces:
            if share.percent.value:
                words = f"{share.percent.text}%"
                marks.append(
                    Bar(
                        name,
                        "subject",
                        y,
                        start,
                        end,
                        (row.name, says(name, share, ways.confidence)),
                        thick=True,
                        filling=filling,
                        text=words,
                        aside=f"{name} {words}",
                    )
                )
    marks.append(Label("value", pairs_of(row), None, y, bold=bold))
    if worse is None and row.pairs.value:
        marks.append(Label("under", "shares not published", None, y))
    return marks


def _exactly(percent: float) -> float:
    """The percent to a thousand millionth, so that ends and lengths of pieces add up exactly."""
    return round(percent * 2**30) / 2**30
