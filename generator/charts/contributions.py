"""What makes up a change: a bar for each part, left or right of 0, and the total under a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.charts.axes import with_unit
from generator.charts.bars import Bars, shown
from generator.charts.chart import Chart, Download
from generator.charts.inputs import About, Row
from generator.charts.marks import Rule

ADD_UP = "The parts add up to the total."
ROUNDED = "The parts add up to the total before rounding."
CLOSE = 1e-6  # of all parts together: more is no rounding of the computer's
_MOST_NAMED = 4


@dataclass(frozen=True)
class Contributions:
    """`unit` is `%`, `£` or nothing; `heading` heads the names of parts, `rows_are` is their
    plural. Texts of values carry their sign (`+1.2`, `−0.4`)."""

    unit: str = ""
    heading: str = "Group"
    rows_are: str = "groups"

    def __call__(self, about: About, parts: tuple[Row, ...], total: Row) -> Chart:
        """The chart of these parts in the order given, then their total.

        ValueError where parts that all have a value do not add up to it.
        """
        _check(about, parts, total)
        rows = (
            *(replace(part, subject=False) for part in parts),
            replace(total, subject=True),
        )
        chart = Bars(self.unit, self.heading, self.rows_are)(about, rows)
        line = len(shown(rows)) - 1.5
        return replace(
            chart,
            kind=f"Bar chart of parts and their total: {about.measure}",
            description=about.description or self._description(parts, total),
            marks=(Rule("sum", "subject", None, line, None, line), *chart.marks),
            download=_download(chart.download),
            notes=(*chart.notes, self._adding_up(parts, total)),
        )

    def _description(self, parts: tuple[Row, ...], total: Row) -> str:
        """The total, and the parts on each side of 0, largest first."""
        said = [f"{total.name}: {self._said(total)}."]
        for word, side in (("Higher", 1), ("Lower", -1)):
            own = [part for part in parts if side * (part.value.value or 0.0) > 0]
            own.sort(key=lambda part: (-abs(part.value.value or 0.0), part.name))
            if own:
                named = ", ".join(f"{part.name} {self._said(part)}" for part in own[:_MOST_NAMED])
                more = f" and {len(own) - _MOST_NAMED} more" if len(own) > _MOST_NAMED else ""
                said.append(f"{word}: {named}{more}.")
        if level := [part.name for part in parts if part.value.value == 0]:
            said.append(f"No part in it: {', '.join(level)}.")
        if missing := sum(part.value.value is None for part in parts):
            said.append(f"No value is published for {missing}.")
        return " ".join(said)

    def _said(self, row: Row) -> str:
        return "not published" if row.value.value is None else with_unit(row.value.text, self.unit)

    def _adding_up(self, parts: tuple[Row, ...], total: Row) -> str:
        """How the parts make the total, as their texts say it."""
        if missing := sum(part.value.value is None for part in parts):
            return f"The total holds {self.rows_are} that are not shown: {missing}."
        numbers = [_number(row.value.text) for row in (*parts, total)]
        if None in numbers:
            return ROUNDED
        *each, whole = (round(number or 0.0, 9) for number in numbers)
        return ADD_UP if abs(sum(each) - whole) < 1e-6 else ROUNDED


def _check(about: About, parts: tuple[Row, ...], total: Row) -> None:
    if not parts:
        raise ValueError(f"chart {about.id}: it has no parts")
    values = [part.value.value for part in parts if part.value.value is not None]
    whole = total.value.value
    if whole is None or len(values) < len(parts):
        return
    if abs(sum(values) - whole) > CLOSE * max(abs(whole), *(abs(value) for value in values)):
        raise ValueError(f"chart {about.id}: its parts add up to {sum(values)}, not to {whole}")


def _number(text: str) -> float | None:
    """The number that a text holds; None for one in words or in millions."""
    plain = text.replace("−", "-").replace(",", "").lstrip("+")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


def _download(plain: Download) -> Download:
    kind = plain.columns.index("kind")
    names = {"row": "part", "subject": "total"}
    return Download(
        plain.columns,
        tuple(
            (*row[:kind], names.get(str(row[kind]), row[kind]), *row[kind + 1 :])
            for row in plain.rows
        ),
    )
