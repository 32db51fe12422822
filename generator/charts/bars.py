"""Areas or groups side by side: a bar from 0, or a dot, with an interval, in the order given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.charts.axes import starts_at_zero, value_axis, with_unit
from generator.charts.chart import Axis, Chart, Tick
from generator.charts.inputs import CARE, About, Comparator, Row
from generator.charts.marks import Bar, Dot, Label, Mark, Rule
from generator.charts.tables import by_row, cell, download_by_row, spread, worded
from generator.charts.trend_words import AXIS_NOTE
from generator.model.words import FLAG_MEANINGS

MOST_ROWS = 30
"""More rows than this stand in the table alone."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars from 0. `unit` is `%`, `£` or nothing; `heading` heads the column of names.

    `rows_are` is the plural that a note may need ("places", "groups").
    """

    unit: str = ""
    heading: str = "Place"
    rows_are: str = "places"
    confidence: str = "95%"

    def __call__(
        self, about: About, rows: tuple[Row, ...], comparators: tuple[Comparator, ...] = ()
    ) -> Chart:
        """The chart of these rows, drawn in the order given."""
        return _chart(self, "bar", about, rows, comparators)


@dataclass(frozen=True)
class Dots:
    """Dots with intervals, for values of which 0 is not the natural start; fields as in Bars."""

    unit: str = ""
    heading: str = "Place"
    rows_are: str = "places"
    confidence: str = "95%"

    def __call__(
        self, about: About, rows: tuple[Row, ...], comparators: tuple[Comparator, ...] = ()
    ) -> Chart:
        """The chart of these rows, drawn in the order given."""
        return _chart(self, "dot", about, rows, comparators)


def _chart(
    style: Bars | Dots,
    kind: Literal["bar", "dot"],
    about: About,
    rows: tuple[Row, ...],
    comparators: tuple[Comparator, ...],
) -> Chart:
    if not rows:
        raise ValueError(f"chart {about.id}: it has no rows")
    drawn = shown(rows)
    bounded = any(row.value.has_interval for row in drawn)
    numbers = _numbers(drawn, comparators)
    zero = kind == "bar" or not numbers or starts_at_zero(numbers)
    marks: list[Mark] = []
    for one in comparators:
        marks.append(Rule("comparator", "comparator", one.value, None, one.value, None))
        said = f"{one.name} {with_unit(one.text, style.unit)}"
        marks.append(Label("top", said, one.value, None))
    for place, row in enumerate(drawn):
        marks += _row(style, kind, float(place), row)
    name = {"bar": "Bar chart", "dot": "Dot chart"}[kind]
    return Chart(
        id=about.id,
        title=about.title,
        subtitle=about.subtitle,
        kind=f"{name}{' with intervals' if bounded else ''}: {about.measure}",
        description=about.description or _description(style, rows, comparators),
        x=value_axis(numbers, style.unit, zero, wide=340.0, narrow=250.0),
        y=Axis(
            "rows",
            -0.5,
            len(drawn) - 0.5,
            tuple(Tick(float(place), row.name) for place, row in enumerate(drawn)),
        ),
        marks=tuple(marks),
        table=by_row(about.measure, style.unit, style.heading, rows, comparators),
        download=download_by_row(rows, comparators),
        notes=(*about.notes, *_notes(style, kind, rows, drawn, bounded, zero)),
    )


def shown(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows that are drawn: the first thirty, and always the subject, in the order given."""
    if len(rows) <= MOST_ROWS:
        return rows
    subjects = [place for place, row in enumerate(rows) if row.subject][:MOST_ROWS]
    others = [place for place, row in enumerate(rows) if not row.subject]
    kept = sorted([*subjects, *others[: MOST_ROWS - len(subjects)]])
    return tuple(rows[place] for place in kept)


def _numbers(rows: tuple[Row, ...], comparators: tuple[Comparator, ...]) -> list[float]:
    found = [row.value.value for row in rows]
    for row in rows:
        found += [row.value.lower, row.value.upper] if row.value.has_interval else []
        found += [row.earlier.value] if row.earlier else []
    return [
        number for number in (*found, *(one.value for one in comparators)) if number is not None
    ]


def _row(style: Bars | Dots, kind: Literal["bar", "dot"], y: float, row: Row) -> list[Mark]:
    role: Literal["subject", "comparator"] = "subject" if row.subject else "comparator"
    value = row.value
    marks: list[Mark] = [Label("row", row.name, None, y, role, bold=row.subject)]
    says = (row.name, worded(value, style.unit, style.confidence))
    if value.value is not None:
        if kind == "bar":
            marks.append(Bar(row.name, role, y, 0.0, value.value, says))
        if value.has_interval:
            marks.append(Rule("interval", role, value.lower, y, value.upper, y))
        if kind == "dot":
            care = bool(set(value.flags) & set(CARE))
            shape: Literal["hollow", "disc"] = "hollow" if care else "disc"
            marks.append(Dot(row.name, role, shape, value.value, y, says))
    marks.append(Label("value", cell(value).text, None, y, role, bold=row.subject))
    return marks


def _description(
    style: Bars | Dots, rows: tuple[Row, ...], comparators: tuple[Comparator, ...]
) -> str:
    """Lowest and highest, the subject, the comparators, and how many have no value."""
    said = [f"{len(rows)} {style.rows_are}.", *spread(rows, style.unit)]
    said += [
        f"{row.name}: {worded(row.value, style.unit, style.confidence)}."
        for row in rows
        if row.subject
    ]
    said += [f"{one.name}: {with_unit(one.text, style.unit)}." for one in comparators]
    if missing := sum(row.value.value is None for row in rows):
        said.append(f"No value is published for {missing}.")
    return " ".join(said)


def _notes(
    style: Bars | Dots,
    kind: Literal["bar", "dot"],
    rows: tuple[Row, ...],
    drawn: tuple[Row, ...],
    bounded: bool,
    zero: bool,
) -> tuple[str, ...]:
    said = [] if zero else [AXIS_NOTE.format(which="")]
    if bounded:
        mark = "Bar: the value" if kind == "bar" else "Dot: the value"
        said.append(f"{mark}. Line: where the true value most likely lies ({style.confidence}).")
    if rest := len(rows) - len(drawn):
        said.append(
            f"The chart shows {len(drawn)} of {len(rows)} {style.rows_are}; "
            f"the other {rest} are in the table."
        )
    flags = {flag: None for row in drawn for flag in row.value.flags}
    if flags:
        said.append(", ".join(f"[{flag}] {FLAG_MEANINGS[flag]}" for flag in flags) + ".")
    if kind == "dot" and any(set(row.value.flags) & set(CARE) for row in drawn):
        said.append("Hollow diamond: a figure to be read with care.")
    return tuple(said)
