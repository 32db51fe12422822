"""Kinds of things side by side: a bar from 0 each, in one level or two, and its share of all."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.axes import count_axis, value_axis, with_unit
from generator.charts.bars import MOST_ROWS
from generator.charts.chart import Axis, Cell, Chart, Column, Download, Table, TableRow, Tick
from generator.charts.inputs import About, Value
from generator.charts.inputs_improve import NO_VALUE
from generator.charts.marks import Bar, Label, Mark, Role
from generator.charts.tables import NOT_APPLICABLE, cell, titled
from generator.model.words import FLAG_MEANINGS

TWO_LEVELS = "What stands in plain type is part of what stands in bold above it."


@dataclass(frozen=True)
class Detail:
    """One kind: how many, and its share of all in percent, worded bare, where it is known.

    `within` names the larger kind that it is a part of, which stands somewhere before it.
    """

    name: str
    count: Value
    share: Value = NO_VALUE
    code: str = ""
    within: str = ""


@dataclass(frozen=True)
class Details:
    """`unit` is `£` or nothing, `heading` heads the names, `counted` their counts (`Referrals`).

    `rows_are` is the plural that a note may need. `of` says what shares are of: `all 270
    referrals`; '' where no row has one.
    """

    unit: str = ""
    heading: str = "Kind"
    counted: str = "Number"
    rows_are: str = "kinds"
    of: str = ""

    def __call__(self, about: About, rows: tuple[Detail, ...], whole: Value = NO_VALUE) -> Chart:
        """The chart of these kinds in the order given; `whole` is how many there are in all.
        ValueError for none, or for shares of nothing."""
        if not rows:
            raise ValueError(f"chart {about.id}: it has no rows")
        shared = any(row.share.value is not None for row in rows)
        if shared and not self.of:
            raise ValueError(f"chart {about.id}: rows have shares, but of is ''")
        two_levels = any(row.within for row in rows)
        drawn = rows[:MOST_ROWS]
        counts = [row.count.value for row in drawn if row.count.value is not None]
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Bar chart: {about.measure}",
            description=about.description or self._description(rows),
            x=self._axis(counts),
            y=Axis(
                "rows",
                -0.5,
                len(drawn) - 0.5,
                tuple(Tick(float(place), row.name) for place, row in enumerate(drawn)),
            ),
            marks=tuple(
                mark
                for place, row in enumerate(drawn)
                for mark in self._row(row, float(place), two_levels and not row.within)
            ),
            table=self._table(about.measure, rows, whole, shared),
            download=_download(rows, whole),
            notes=(*about.notes, *self._notes(rows, shared, two_levels)),
        )

    def _axis(self, counts: list[float]) -> Axis:
        if self.unit:
            return value_axis(counts, self.unit, wide=340.0, narrow=250.0)
        return count_axis(counts, wide=340.0, narrow=250.0)

    def _row(self, row: Detail, y: float, bold: bool) -> list[Mark]:
        role: Role = "subject" if bold else "comparator"
        marks: list[Mark] = [Label("row", row.name, None, y, role, bold=bold)]
        if row.count.value is not None:
            says = (row.name, self._said(row))
            marks.append(Bar(row.name, role, y, 0.0, row.count.value, says))
        share = f" ({row.share.text}%)" if row.share.value is not None else ""
        marks.append(Label("value", f"{cell(row.count).text}{share}", None, y, role))
        return marks

    def _said(self, row: Detail) -> str:
        if row.count.value is None:
            return "not published"
        share = f", {row.share.text}% of all" if row.share.value is not None else ""
        return f"{with_unit(row.count.text, self.unit)}{share}"

    def _description(self, rows: tuple[Detail, ...]) -> str:
        said = (
            f"{f'{row.within}, ' if row.within else ''}{row.name}: {self._said(row)}"
            for row in rows
        )
        return f"{len(rows)} {self.rows_are}. {'. '.join(said)}."

    def _table(self, caption: str, rows: tuple[Detail, ...], whole: Value, shared: bool) -> Table:
        columns = [Column(self.heading, False), Column(titled(self.counted, self.unit), True)]
        columns += [Column("Share of all (%)", True)] * shared
        made = [
            TableRow((Cell(row.name), cell(row.count), *(_share(row),) * shared), within=row.within)
            for row in rows
        ]
        if whole.value is not None:
            made.append(TableRow((Cell("All"), cell(whole), *(Cell("100", 100.0),) * shared)))
        return Table(caption, tuple(columns), tuple(made))

    def _notes(self, rows: tuple[Detail, ...], shared: bool, two_levels: bool) -> list[str]:
        said = [TWO_LEVELS] if two_levels else []
        said += [f"Shares are of {self.of}."] if shared else []
        if rest := len(rows[MOST_ROWS:]):
            said.append(
                f"The chart shows {MOST_ROWS} of {len(rows)} {self.rows_are}; "
                f"the other {rest} are in the table."
            )
        flags = {flag: None for row in rows for flag in row.count.flags}
        if flags:
            said.append(", ".join(f"[{flag}] {FLAG_MEANINGS[flag]}" for flag in flags) + ".")
        return said


def _share(row: Detail) -> Cell:
    return NOT_APPLICABLE if row.share.value is None else cell(row.share)


def _download(rows: tuple[Detail, ...], whole: Value) -> Download:
    codes = {row.name: row.code for row in rows if not row.within}
    own: list[tuple[str | float | None, ...]] = [
        (
            row.name,
            row.code,
            "part" if row.within else "row",
            codes.get(row.within, row.within),
            row.count.value,
            row.share.value,
            " ".join(row.count.flags),
        )
        for row in rows
    ]
    if whole.value is not None:
        own.append(("All", "", "all", "", whole.value, 100.0, " ".join(whole.flags)))
    return Download(("name", "code", "kind", "within", "value", "share", "flag"), tuple(own))
