"""Places on a map, by the class of their value or by their verdict, numbered as in the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.charts.by_place import lay_out_map
from generator.charts.chart import Axis, Cell, Chart, Column, Download, Key, Table, TableRow
from generator.charts.classes import JUDGED, Class, by_value, judged
from generator.charts.inputs import About, Comparator, Row
from generator.charts.layout import NARROW, WIDE
from generator.charts.map_words import SMALL, description, judging, notes
from generator.charts.marks import Patch
from generator.charts.outlines import Ground
from generator.charts.tables import by_row, download_by_row, titled, worded


@dataclass(frozen=True)
class AreaMap:
    """Places numbered from 1 in the order given. `unit` is `%`, `£` or nothing; `heading` heads
    the column of names, `rows_are` is the plural of what the places are ("wards").

    Where a row has the verdict better, worse or similar, and there is a comparator, the classes
    are verdicts; else they are classes of values with their limits.
    """

    unit: str = ""
    heading: str = "Place"
    rows_are: str = "places"
    confidence: str = "95%"

    def __call__(
        self,
        about: About,
        rows: tuple[Row, ...],
        comparators: tuple[Comparator, ...],
        ground: Ground,
    ) -> Chart:
        """The map of these rows; the first comparator is the one that verdicts are against.

        A place without an outline on the ground stands in the table alone.
        """
        if not rows:
            raise ValueError(f"chart {about.id}: it has no rows")
        is_judged = any(row.verdict in JUDGED for row in rows)
        other = comparators[0] if is_judged and comparators else None
        classes = (
            judged(rows, other.name, self.rows_are)
            if other
            else by_value(rows, self.unit, self.rows_are)
        )
        of_row = {n: one for one in classes for n in one.members}
        shapeless = [row for row in rows if row.code not in ground.outlines]
        said = description(rows, classes, other, self.unit, self.rows_are)
        limits = (judging(other, self.unit, self.confidence),) if other else ()
        last = f"Against {other.name}" if other else titled("Class", self.unit)
        chart = Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Map: {about.measure}",
            description=about.description or said,
            x=Axis("map", 0.0, ground.width),
            y=Axis("map", 0.0, ground.height),
            marks=tuple(self._patches(rows, of_row, ground)),
            table=_table(
                by_row(about.measure, self.unit, self.heading, rows, comparators), of_row, last
            ),
            download=_download(download_by_row(rows, comparators), of_row),
            notes=(*about.notes, *limits, *notes(rows, shapeless)),
            keys=tuple(Key(one.filling, one.words) for one in classes),
        )
        fewest = min(len(lay_out_map(chart, size).texts) for size in (WIDE, NARROW))
        crowded = fewest < len(chart.marks)
        return replace(chart, notes=(*chart.notes, SMALL)) if crowded else chart

    def _patches(
        self, rows: Sequence[Row], of_row: Mapping[int, Class], ground: Ground
    ) -> list[Patch]:
        numbered = {row.code: (n, row) for n, row in enumerate(rows)}
        made = []
        for order, (code, outline) in enumerate(ground.outlines.items()):
            if code not in numbered:
                continue
            n, row = numbered[code]
            value = worded(row.value, self.unit, self.confidence)
            made.append(
                Patch(
                    series=row.name,
                    order=order,
                    number=n + 1,
                    filling=of_row[n].filling,
                    rings=outline.rings,
                    spots=outline.spots,
                    room=outline.room,
                    subject=row.subject,
                    says=(f"{n + 1} {row.name}", value, of_row[n].brief),
                )
            )
        return made


def _table(plain: Table, of_row: Mapping[int, Class], title: str) -> Table:
    """The table of rows side by side, with a number before each and its class at the end."""
    rows = (
        TableRow((*row.cells, Cell(of_row[n].brief)), row.subject, n + 1)
        if n in of_row
        else TableRow((*row.cells, Cell("[z]")))
        for n, row in enumerate(plain.rows)
    )
    return Table(plain.caption, (*plain.columns, Column(title, False)), tuple(rows))


def _download(plain: Download, of_row: Mapping[int, Class]) -> Download:
    rows = ((*row, of_row[n].brief if n in of_row else "") for n, row in enumerate(plain.rows))
    return Download((*plain.columns, "class"), tuple(rows))
