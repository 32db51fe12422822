"""What a chart with a forecast says in words; a forecast is never a promise."""

from __future__ import annotations

from generator.charts.axes import with_unit
from generator.charts.inputs import Break, Series, Target, Value
from generator.charts.inputs_improve import Expected
from generator.charts.trend_words import (
    AXIS_NOTE,
    broken_in_words,
    care_in_words,
    gaps_in_words,
    subject_in_words,
)
from generator.wording.periods import back_then

EXPECTED = "Expected"


def band_words(one: Expected, unit: str) -> list[str]:
    """ "80% band 14.4% to 20.0%" and the same of 95%, those that there are."""

    def said(lower: Value, upper: Value, share: str) -> list[str]:
        if lower.value is None or upper.value is None:
            return []
        return [f"{share} band {with_unit(lower.text, unit)} to {with_unit(upper.text, unit)}"]

    return [*said(one.lower80, one.upper80, "80%"), *said(one.lower95, one.upper95, "95%")]


def description(
    history: Series,
    expected: tuple[Expected, ...],
    target: Target | None,
    breaks: tuple[Break, ...],
    unit: str,
) -> str:
    """What was measured, what is expected last, how sure that is, and what is aimed for."""
    said = [subject_in_words(history, unit, "")]
    known = [one for one in expected if one.point.value.value is not None]
    if known:
        last = known[-1]
        bands = ", ".join(band_words(last, unit))
        said.append(
            f"If the recent pattern continues: {with_unit(last.point.value.text, unit)} "
            f"{back_then(last.point.label)}{f' ({bands})' if bands else ''}."
        )
    else:
        said.append("No forecast.")
    said += [f"{target.label}: {with_unit(target.text, unit)}."] if target else []
    said += gaps_in_words(history)
    said += [f"Break in series {one.label}." for one in breaks]
    return " ".join(said)


def notes(
    history: Series,
    expected: tuple[Expected, ...],
    breaks: tuple[Break, ...],
    clipped: bool,
    zero: bool,
) -> tuple[str, ...]:
    """What lines and bands stand for, and where they were cut."""
    said = [] if zero else [AXIS_NOTE.format(which="vertical ")]
    if any(one.point.value.value is not None for one in expected):
        said.append("Solid: measured. Dashed: forecast, if the recent pattern continues.")
    if any(one.lower80.value is not None for one in expected):
        said.append("Dark band: where 8 in 10 values fall if it does. Light band: 95 in 100.")
    said += ["The bands stop where no value is possible."] if clipped else []
    said += gaps_in_words(history)
    said += broken_in_words(breaks)
    said += care_in_words((history,))
    return tuple(said)
