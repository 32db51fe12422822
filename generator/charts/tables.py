"""The table and the download of a chart, from the rows that it draws."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.axes import with_unit
from generator.charts.chart import Cell, Column, Download, Table, TableRow
from generator.charts.inputs import Baseline, Comparator, Point, Row, Series, Target, Value

NOT_APPLICABLE = Cell("[z]")


def cell(value: Value) -> Cell:
    """The value as a table shows it: bare words and flags, `[x]` where nothing says why."""
    flags = [f"[{flag}]" for flag in value.flags]
    if value.value is None:
        return Cell(" ".join(flags) or "[x]")
    return Cell(" ".join([value.text, *flags]), value.value)


def ends(value: Value) -> tuple[Cell, Cell]:
    """The two ends of the interval, `[x]` where there is none."""
    return (
        Cell("[x]") if value.lower is None else Cell(value.lower_text, value.lower),
        Cell("[x]") if value.upper is None else Cell(value.upper_text, value.upper),
    )


def titled(text: str, unit: str) -> str:
    """A column's title with its unit, if a sign stands for it."""
    return f"{text} ({unit})" if unit else text


def over_time(
    caption: str,
    unit: str,
    series: tuple[Series, ...],
    baseline: Baseline | None,
    targets: tuple[Target, ...],
) -> Table:
    """Rows are periods, oldest first, then targets; columns the subject, its interval, others."""
    subject = series[0]
    bounded = any(point.value.has_interval for point in subject.points)
    columns = [Column("Period", False), Column(titled(subject.name, unit), True)]
    columns += [Column("Lower", True), Column("Upper", True)] * bounded
    columns += [Column(titled(other.name, unit), True) for other in series[1:]]
    by_end = [{point.end: point.value for point in one.points} for one in series]
    labels = {point.end: point.label for one in reversed(series) for point in one.points}
    blank = [NOT_APPLICABLE] * (len(series) - 1)
    missing = Value(None)
    rows = []
    within = _is_a_point(baseline, subject)
    if baseline and not within:
        first = [Cell(f"{baseline.label} (baseline)"), Cell(baseline.text, baseline.value)]
        rows.append(TableRow((*first, *[NOT_APPLICABLE] * (2 * bounded), *blank)))
    for end in sorted(labels):
        values = [values.get(end, missing) for values in by_end]
        marked = " (baseline)" if within and baseline and baseline.at == end else ""
        between = ends(values[0]) if bounded else ()
        others = (cell(value) for value in values[1:])
        rows.append(TableRow((Cell(labels[end] + marked), cell(values[0]), *between, *others)))
    for target in targets:
        first = [Cell(target.label), Cell(target.text, target.value)]
        rows.append(TableRow((*first, *[NOT_APPLICABLE] * (2 * bounded), *blank)))
    return Table(f"{caption}, oldest first", tuple(columns), tuple(rows))


def _is_a_point(baseline: Baseline | None, one: Series) -> bool:
    """Whether the baseline is one of the points, and not a value of its own."""
    return baseline is not None and any(
        (point.end, point.value.value) == (baseline.at, baseline.value) for point in one.points
    )


def download_over_time(
    series: tuple[Series, ...], baseline: Baseline | None, targets: tuple[Target, ...]
) -> Download:
    """One row a point: whose, what it is, when, and its numbers as they were computed.

    `kind` is `subject baseline` where the baseline is one of the subject's points.
    """
    columns = ("series", "kind", "period", "period_start", "period_end", "value", "lower", "upper")
    rows: list[tuple[str | float | None, ...]] = []
    name, within = series[0].name, _is_a_point(baseline, series[0])
    for point in series[0].points:
        own = within and baseline and point.end == baseline.at
        kind = "subject baseline" if own else "subject"
        rows.append((name, kind, *_point(point)))
    for one in series[1:]:
        rows += [(one.name, "comparator", *_point(point)) for point in one.points]
    if baseline and not within:
        at = baseline.at.isoformat()
        rows.append((name, "baseline", baseline.label, "", at, baseline.value, None, None, ""))
    for target in targets:
        at = target.at.isoformat() if target.at else ""
        numbers = (target.value, None, target.upper)
        rows.append((name, "target", target.label, "", at, *numbers, ""))
    return Download((*columns, "flag"), tuple(rows))


def _point(point: Point) -> tuple[str | float | None, ...]:
    value = point.value
    return (
        point.label,
        point.start.isoformat(),
        point.end.isoformat(),
        value.value,
        value.lower,
        value.upper,
        " ".join(value.flags),
    )


def by_row(
    caption: str,
    unit: str,
    heading: str,
    rows: tuple[Row, ...],
    comparators: tuple[Comparator, ...],
) -> Table:
    """Rows are areas or groups in the order given, then the comparators."""
    bounded = any(row.value.has_interval for row in rows)
    columns = [Column(heading, False), Column(titled("Value", unit), True)]
    columns += [Column("Lower", True), Column("Upper", True)] * bounded
    own = [
        TableRow(
            (Cell(row.name), cell(row.value), *(ends(row.value) if bounded else ())), row.subject
        )
        for row in rows
    ]
    others = [
        TableRow((Cell(one.name), Cell(one.text, one.value), *[NOT_APPLICABLE] * (2 * bounded)))
        for one in comparators
    ]
    return Table(caption, tuple(columns), tuple(own + others))


def download_by_row(rows: tuple[Row, ...], comparators: tuple[Comparator, ...]) -> Download:
    """One row an area or group, and one a comparator."""
    own: list[tuple[str | float | None, ...]] = [
        (
            row.name,
            row.code,
            "subject" if row.subject else "row",
            row.value.value,
            row.value.lower,
            row.value.upper,
            " ".join(row.value.flags),
        )
        for row in rows
    ]
    others: list[tuple[str | float | None, ...]] = [
        (one.name, one.code, "comparator", one.value, None, None, "") for one in comparators
    ]
    return Download(
        ("name", "code", "kind", "value", "lower", "upper", "flag"), tuple(own + others)
    )


def spread(rows: Sequence[Row], unit: str) -> list[str]:
    """ "From 2.1% in Aston to 9.4% in Oscott.", where any row has a value; by name if some tie."""
    valued = [row for row in rows if row.value.value is not None]
    if not valued:
        return []
    ends = (end(valued, key=lambda r: (r.value.value or 0.0, r.name)) for end in (min, max))
    low, high = (f"{with_unit(row.value.text, unit)} in {row.name}" for row in ends)
    return [f"From {low} to {high}."]


def worded(value: Value, unit: str, confidence: str) -> str:
    """The value in a sentence, with its unit, and its interval if it has one."""
    if value.value is None:
        return "not published"
    said = with_unit(value.text, unit)
    if not value.has_interval:
        return said
    lower, upper = with_unit(value.lower_text, unit), with_unit(value.upper_text, unit)
    return f"{said} ({confidence} interval {lower} to {upper})"
