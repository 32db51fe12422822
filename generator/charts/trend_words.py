"""What a line chart says in words: its description, and the notes that its drawing needs."""

from __future__ import annotations

from itertools import pairwise

from generator.charts.axes import with_unit
from generator.charts.gaps import skipped, usual_step
from generator.charts.inputs import CARE, Baseline, Break, Point, Series, Target
from generator.charts.tables import worded
from generator.model.words import FLAG_MEANINGS
from generator.wording.periods import back_then, with_article

_MOST_NAMED = 3
AXIS_NOTE = "The {which}axis does not start at 0."


def description(
    series: tuple[Series, ...],
    baseline: Baseline | None,
    targets: tuple[Target, ...],
    breaks: tuple[Break, ...],
    unit: str,
    confidence: str,
) -> str:
    """First, lowest, highest and last value of the subject; the others' last; aims and gaps."""
    said = [subject_in_words(series[0], unit, confidence)]
    for one in series[1:]:
        known = _known(one)
        if known:
            last = known[-1]
            said.append(f"{one.name}: {with_unit(last.value.text, unit)} {back_then(last.label)}.")
        else:
            said.append(f"{one.name}: no values.")
    if baseline:
        said.append(f"Baseline: {with_unit(baseline.text, unit)} {back_then(baseline.label)}.")
    said += [f"{target.label}: {with_unit(target.text, unit)}." for target in targets]
    said += gaps_in_words(series[0])
    said += [f"Break in series {one.label}." for one in breaks]
    return " ".join(said)


def _known(one: Series) -> list[Point]:
    return [point for point in one.points if point.value.value is not None]


def subject_in_words(one: Series, unit: str, confidence: str) -> str:
    """First, lowest, highest and last value of a series, by name."""
    known = _known(one)
    if not known:
        return f"{one.name}: no values."

    def at(point: Point) -> str:
        return f"{with_unit(point.value.text, unit)} {back_then(point.label)}"

    first, last = known[0], known[-1]
    end = f"{worded(last.value, unit, confidence)} {back_then(last.label)}"
    if len(known) == 1:
        return f"{one.name}: {end}, the one value."
    low = min(known, key=lambda point: (point.value.value or 0.0, point.end))
    high = max(known, key=lambda point: (point.value.value or 0.0, -point.end.toordinal()))
    if low.value.value == high.value.value:
        start, stop = with_article(first.label), with_article(last.label)
        return f"{one.name}: {with_unit(last.value.text, unit)} from {start} to {stop}."
    return f"{one.name}: {at(first)}, lowest {at(low)}, highest {at(high)}, {end}."


def gaps_in_words(one: Series) -> list[str]:
    """Which periods have no value, and between which two any was left out."""
    said = []
    without = [point for point in one.points if point.value.value is None]
    if without:
        named = [with_article(point.label) for point in without[:_MOST_NAMED]]
        more = len(without) - len(named)
        rest = f" and {more} more period{'s' if more > 1 else ''}" if more else ""
        said.append(f"No value for {_listed(named) if not rest else ', '.join(named) + rest}.")
    step = usual_step(one.points)
    pairs = [
        (with_article(before.label), with_article(after.label))
        for before, after in pairwise(one.points)
        if skipped(before, after, step)
    ]
    said += [f"No values between {one} and {two}." for one, two in pairs[:_MOST_NAMED]]
    if len(pairs) > _MOST_NAMED:
        said.append(f"More gaps: {len(pairs) - _MOST_NAMED}.")
    return said


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def care_in_words(series: tuple[Series, ...], shape: str = "Hollow diamond") -> list[str]:
    """Which periods are to be read with care, and why; `shape` is how they are drawn."""
    said = []
    for flag in CARE:
        flagged = {p.label: None for one in series for p in _known(one) if flag in p.value.flags}
        if flagged:
            named = list(flagged)[:_MOST_NAMED]
            more = f" and {len(flagged) - _MOST_NAMED} more" if len(flagged) > _MOST_NAMED else ""
            said.append(f"{shape}: {FLAG_MEANINGS[flag]} ({', '.join(named)}{more}).")
    return said


def broken_in_words(breaks: tuple[Break, ...]) -> list[str]:
    """Where values stop being comparable, and why."""
    return [
        f"Break in series {one.label}: {one.because}. Values before and after do not compare."
        for one in breaks
    ]


def notes(
    series: tuple[Series, ...], breaks: tuple[Break, ...], confidence: str, zero: bool
) -> tuple[str, ...]:
    """Sentences for under the picture: what shading, gaps, breaks and hollow points mean."""
    subject = series[0]
    said = [] if zero else [AXIS_NOTE.format(which="vertical ")]
    if any(point.value.has_interval for point in subject.points):
        said.append(f"Shaded: where the true value most likely lies ({confidence} interval).")
    said += gaps_in_words(subject)
    said += broken_in_words(breaks)
    said += care_in_words(series)
    latest = max((p.end for one in series for p in _known(one)), default=None)
    said += [
        f"The latest value for {one.name} is for {with_article(_known(one)[-1].label)}."
        for one in series
        if _known(one) and _known(one)[-1].end != latest
    ]
    said += [f"{one.name} has no values." for one in series[1:] if not _known(one)]
    return tuple(said)
