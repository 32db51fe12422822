"""What a chart of scores before and after says in words, and its table and download."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.chart import Cell, Column, Download, Table, TableRow
from generator.charts.inputs import Value
from generator.charts.inputs_change import Stood
from generator.charts.tables import cell
from generator.model.words import FLAG_MEANINGS


@dataclass(frozen=True)
class Compared:
    """The names of the columns, of who is counted, of the two assessments and of their means."""

    score: str
    counted: str
    before: str
    after: str
    average: str


def everyone(pairs: Value, one: Compared) -> str:
    """How many people are counted at all scores together."""
    if pairs.value is None:
        return f"Number of {one.counted}: {cell(pairs).text}"
    return f"{cell(pairs).text} {one.counted}"


def column_name(each: Stood) -> str:
    """The score, and why there is no bar where a count is not published."""
    marks = {cell(v).text: None for v in (each.before, each.after) if v.value is None}
    return " ".join([each.label, *marks])


def description(
    stood: tuple[Stood, ...], pairs: Value, means: tuple[Value, Value], one: Compared
) -> str:
    """Who is counted, the two means, and where most people stood before and after."""
    said = [f"{everyone(pairs, one)}."]
    if all(mean.value is not None for mean in means):
        said.append(f"{one.average}: {means[0].text} before, {means[1].text} after.")
    for name, values in (
        (one.before, [each.before for each in stood]),
        (one.after, [each.after for each in stood]),
    ):
        known = [(v, each) for v, each in zip(values, stood, strict=True) if v.value is not None]
        if known:
            most, at = max(known, key=lambda pair: pair[0].value or 0.0)
            said += [f"{name}: most at {at.label} ({most.text})."] * bool(most.value)
    return " ".join(said)


def notes(stood: tuple[Stood, ...], one: Compared) -> list[str]:
    """What the bars count, and flags."""
    said = [f"Bars: how many {one.counted} stood at each {one.score[:1].lower()}{one.score[1:]}."]
    values = [value for each in stood for value in (each.before, each.after)]
    flags = {flag: None for value in values for flag in value.flags}
    flags |= {"x": None} if any(v.value is None and not v.flags for v in values) else {}
    if flags:
        said.append(", ".join(f"[{flag}] {FLAG_MEANINGS[flag]}" for flag in flags) + ".")
    return said


def paired_table(
    caption: str, stood: tuple[Stood, ...], means: tuple[Value, Value], one: Compared
) -> Table:
    """Rows are scores, lowest first, then the means where both are known."""
    rows = [TableRow((Cell(each.label), cell(each.before), cell(each.after))) for each in stood]
    if all(mean.value is not None for mean in means):
        rows.append(TableRow((Cell(f"{one.average} score"), *map(cell, means)), subject=True))
    columns = (Column(one.score, False), Column(one.before, True), Column(one.after, True))
    return Table(caption, columns, tuple(rows))


def paired_download(stood: tuple[Stood, ...], means: tuple[Value, Value]) -> Download:
    """One row a score, with its ends, and one of the means."""
    rows: list[tuple[str | float | None, ...]] = [
        (
            each.label,
            "score",
            each.low,
            each.high,
            each.before.value,
            each.after.value,
            " ".join(dict.fromkeys((*each.before.flags, *each.after.flags))),
        )
        for each in stood
    ]
    rows.append(("mean", "mean", None, None, means[0].value, means[1].value, ""))
    return Download(("score", "kind", "low", "high", "before", "after", "flag"), tuple(rows))
