"""What a chart of up, same and down says in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.inputs import Row
from generator.charts.inputs_change import Moves, Share
from generator.charts.tables import cell, spread, worded
from generator.model.words import FLAG_MEANINGS

NO_PAIRS = "none"
_MOST_SAID = 4


@dataclass(frozen=True)
class Ways:
    """The names of the three ways, what is counted, and how sure intervals are."""

    worse: str
    same: str
    better: str
    counted: str
    confidence: str

    @property
    def names(self) -> tuple[str, str, str]:
        """From the left of a bar to its right."""
        return self.worse, self.same, self.better

    @property
    def heading(self) -> str:
        """What is counted, over a column of counts."""
        return f"{self.counted[:1].upper()}{self.counted[1:]}"

    def of(self, row: Moves) -> tuple[tuple[str, Share], ...]:
        """The three shares of a row behind their names."""
        return tuple(zip(self.names, (row.worse, row.same, row.better), strict=True))


def pairs_of(row: Moves) -> str:
    """How many pairs a row has; in words where there are none, or they are not published."""
    if row.pairs.value is None and not row.pairs.flags:
        return "not published"
    return NO_PAIRS if row.pairs.value == 0 else cell(row.pairs).text


def says(name: str, share: Share, confidence: str) -> str:
    """ "Moved up: 64% (95% interval 55% to 72%), 82 people" for who hovers or listens."""
    count = "" if share.count.value is None else f", {share.count.text}"
    return f"{name}: {worded(share.percent, '%', confidence)}{count}"


def description(rows: tuple[Moves, ...], whole: Moves | None, ways: Ways, rows_are: str) -> str:
    """All of them first; then each of a few rows, or the span of many."""
    said = [_row(whole, ways)] if whole else []
    if len(rows) <= _MOST_SAID:
        return " ".join([*said, *(_row(row, ways) for row in rows)])
    said.append(f"{len(rows)} {rows_are}.")
    for name, share in (
        (ways.better, [row.better for row in rows]),
        (ways.worse, [row.worse for row in rows]),
    ):
        named = tuple(Row(row.name, own.percent) for row, own in zip(rows, share, strict=True))
        said += [f"{name}: {each[0].lower()}{each[1:]}" for each in spread(named, "%")]
    if missing := sum(row.better.percent.value is None for row in rows):
        said.append(f"No shares for {missing}.")
    return " ".join(said)


def _row(row: Moves, ways: Ways) -> str:
    if row.better.percent.value is None:
        return f"{row.name}: {pairs_of(row)}."
    parts = [f"{name} {share.percent.text}%" for name, share in reversed(ways.of(row))]
    return f"{row.name}: {', '.join(parts)}, of {pairs_of(row)} {ways.counted}."


def notes(rows: tuple[Moves, ...], drawn: int, rows_are: str) -> list[str]:
    """Rows without pairs by name, rows that are in the table alone, and flags."""
    said = []
    if empty := [row.name for row in rows if row.pairs.value == 0]:
        said.append(f"Nobody with two scores: {', '.join(empty)}.")
    if rest := len(rows) - drawn:
        said.append(
            f"The chart shows {drawn} of {len(rows)} {rows_are}; the other {rest} are in the table."
        )
    values = [v for row in rows for v in (row.pairs, row.better.percent)]
    flags = {flag: None for value in values for flag in value.flags}
    if flags:
        said.append(", ".join(f"[{flag}] {FLAG_MEANINGS[flag]}" for flag in flags) + ".")
    return said
