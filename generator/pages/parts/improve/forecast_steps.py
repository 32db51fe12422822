"""How a forecast was made, step by step, for those who want to check it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.wording import forecasts, periods
from generator.wording.findings import target_words
from generator.wording.verdicts import capitalised

from ..known.cells import Reading
from ..known.outlook import Outlook
from ..known.standing import Standing
from ..worded import Definition
from .forecast_fan import upper_end


def steps(standing: Standing, reading: Reading, found: Outlook) -> Iterator[Definition]:
    """The rule, the values, the model and its errors, each step ahead, the target."""
    made, manner = found.made, standing.manner
    if reading.reference_value is not None:
        yield Definition("Rule", (forecasts.RULE,))
    rests = f"{made.values:,}"
    if made.since_break:
        rests += ", since the break in the series"
    if made.provisional:
        rests += "; the latest is provisional"
    yield Definition("Values it rests on", (f"{rests}.",))
    yield Definition("How the model is chosen", (forecasts.CHOOSING,))
    tried = [(name, getattr(made, f"error_{name}")) for name in forecasts.MODELS]
    errors = [(name, error) for name, error in tried if error == error]
    model = forecasts.chosen(str(made.model), errors, int(made.tests), manner)
    yield Definition("Model", (model,))
    done = (
        (made.seasonal, forecasts.SEASONAL),
        (made.on_logit, forecasts.ON_LOGIT),
        (made.clipped, forecasts.CLIPPED),
    )
    if notes := " ".join(text for holds, text in done if holds):
        yield Definition("Also", (notes,))
    for step in found.steps:
        yield Definition(
            capitalised(periods.words(step.period)),
            (f"{forecasts.band(manner, step.value, step.ends)}.",),
        )
    slope = forecasts.direction(manner, made.slope, str(made.frequency))
    odd = f" {forecasts.ODD}" if made.odd else ""
    yield Definition("Middle of the slopes between all pairs of values", (f"{slope}.{odd}",))
    yield from _aim(standing, reading)
    yield Definition("With care", (forecasts.NARROW,))
    if reading.reason:
        yield Definition("Why", (reading.reason,))
    yield Definition("Verdict", (capitalised(reading.verdict),))


def _aim(standing: Standing, reading: Reading) -> Iterator[Definition]:
    if reading.reference_value is None:
        return
    upper = upper_end(standing, reading)
    kind = "reach" if upper is None else "within"
    goal = target_words(
        standing.manner,
        kind,
        reading.reference_value,
        upper if upper is not None else 0.0,
        standing.indicator.direction,
    )
    yield Definition(f"Target for {standing.period(reading.reference_period)}", (f"{goal}.",))
