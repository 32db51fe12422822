"""Groups side by side, now and as they were: a dot with its interval, and a ring joined to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.charts.axes import with_unit
from generator.charts.bars import Dots, shown
from generator.charts.chart import Chart, Column, Download, Table, TableRow
from generator.charts.inputs import About, Comparator, Row
from generator.charts.marks import Dot, Mark, Role, Rule
from generator.charts.tables import NOT_APPLICABLE, cell, titled


@dataclass(frozen=True)
class DotRange:
    """Fields as in Bars; `then` and `now` name the two periods where rows have an earlier value.

    Groups that are too few to show keep their row, and are named under the picture.
    """

    unit: str = ""
    heading: str = "Group"
    rows_are: str = "groups"
    confidence: str = "95%"
    then: str = ""
    now: str = ""

    def __call__(
        self, about: About, rows: tuple[Row, ...], comparators: tuple[Comparator, ...] = ()
    ) -> Chart:
        """The chart of these rows, in the order given. ValueError for earlier values of no
        period."""
        style = Dots(self.unit, self.heading, self.rows_are, self.confidence)
        chart = style(about, rows, comparators)
        withheld = _withheld(rows)
        chart = replace(chart, notes=(*chart.notes, *withheld))
        if all(row.earlier is None for row in rows):
            return chart
        if not self.then or not self.now:
            raise ValueError(f"chart {about.id}: rows have earlier values, but then or now is ''")
        marks: list[Mark] = []
        for place, row in enumerate(shown(rows)):
            marks += self._earlier(float(place), row)
        said = f" {self._moves(rows)}" if not about.description else ""
        return replace(
            chart,
            kind=chart.kind.replace(":", f", {self.then} and {self.now}:", 1),
            description=f"{chart.description}{said}",
            marks=(*marks, *chart.marks),
            table=self._table(chart.table, rows),
            download=_download(chart.download, rows),
            notes=(*chart.notes, f"Dot: {self.now}. Ring, with a thin line to it: {self.then}."),
        )

    def _earlier(self, y: float, row: Row) -> list[Mark]:
        """A ring where the row stood, and a thin line from there to where it stands."""
        then = row.earlier
        if then is None or then.value is None:
            return []
        says = (row.name, f"{self.then}: {with_unit(then.text, self.unit)}")
        role: Role = "subject" if row.subject else "comparator"
        ring = Dot(row.name, role, "ring", then.value, y, says)
        if row.value.value is None:
            return [ring]
        return [Rule("range", role, then.value, y, row.value.value, y), ring]

    def _moves(self, rows: tuple[Row, ...]) -> str:
        """ "Since 2019/20: 3 higher, 2 lower, 1 the same."."""
        both = [
            (row.earlier.value, row.value.value)
            for row in rows
            if row.earlier and row.earlier.value is not None and row.value.value is not None
        ]
        counts = (
            (sum(now > then for then, now in both), "higher"),
            (sum(now < then for then, now in both), "lower"),
            (sum(now == then for then, now in both), "the same"),
        )
        said = [f"{many} {word}" for many, word in counts if many]
        return f"Since {self.then}: {', '.join(said) or 'nothing to compare'}."

    def _table(self, plain: Table, rows: tuple[Row, ...]) -> Table:
        """The table of rows with the earlier value as its last column."""
        first, _, *rest = plain.columns
        columns = (
            first,
            Column(titled(self.now, self.unit), True),
            *rest,
            Column(titled(self.then, self.unit), True),
        )
        last = [cell(row.earlier) if row.earlier else NOT_APPLICABLE for row in rows]
        last += [NOT_APPLICABLE] * (len(plain.rows) - len(rows))
        made = zip(plain.rows, last, strict=True)
        return Table(
            plain.caption,
            columns,
            tuple(TableRow((*row.cells, one), row.subject) for row, one in made),
        )


def _withheld(rows: tuple[Row, ...]) -> list[str]:
    names = [row.name for row in rows if row.value.value is None and "c" in row.value.flags]
    return [f"Too few to show: {', '.join(names)}."] if names else []


def _download(plain: Download, rows: tuple[Row, ...]) -> Download:
    own = [row.earlier.value if row.earlier else None for row in rows]
    own += [None] * (len(plain.rows) - len(rows))
    return Download(
        (*plain.columns, "earlier"),
        tuple((*row, one) for row, one in zip(plain.rows, own, strict=True)),
    )
