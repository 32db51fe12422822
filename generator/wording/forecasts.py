"""Forecasts as sentences: what comes next if the recent pattern continues, never what will."""

from __future__ import annotations

import math

from .findings import Latest
from .names import in_words
from .numbers import Manner

OVERLAPPING = "Each period overlaps the one before, so there is no forecast."
OTHER_LENGTH = "Forecasts are made of years, quarters and months only."
UNEVEN = "The values do not come at even times, so there is no forecast."
NO_SEASONS = (
    "Seasons cannot be told from the pattern yet: each needs two values, a year or more apart."
)
NO_VARIATION = "There is no variation so far, so nothing says how far off the next value may be."
TARGET_PAST = "The date of the target has passed."
TARGET_BEFORE_NEXT = "The target is due before the next value."
RULE = (
    "Likely: the whole 80% band at the target's date is on the good side of the target. "
    "Unlikely: the whole of it is on the bad side. Otherwise it could go either way."
)
"""The verdict, written here once: `readings.improve.forecasting.against_target` follows it."""
NO_MARGIN = (math.nan, math.nan)
LEVEL = {
    "naive": "There are too few values to carry a trend on: this supposes that the last one stays.",
    "mean": "There are too few values to carry a trend on: this supposes that their mean stays.",
}
"""What is said of models that know no trend, beside "if the recent pattern continues"."""
_UNITS = {"month": "month", "quarter": "quarter", "year": "year", "point": "year"}
_ON_THAT_PATTERN = {
    "likely to meet target": "is likely to be met",
    "could go either way": "could be met or missed",
    "unlikely to meet target": "is unlikely to be met",
}


def too_few(values: int, needed: int, since_break: bool) -> str:
    """ "There are four values since the break in the series; a forecast needs five."""
    have = "is one value" if values == 1 else f"are {in_words(values)} values"
    since = " since the break in the series" if since_break else ""
    return f"There {have}{since}; a forecast needs {in_words(needed)}."


def too_far(values: int, steps: int, frequency: str) -> str:
    """ "Five values let us look one year ahead; the target is further off."""
    have = in_words(values)
    unit = _UNITS.get(frequency.partition("-")[0], "period")
    ahead = f"one {unit}" if steps == 1 else f"{in_words(steps)} {unit}s"
    return (
        f"{have[:1].upper()}{have[1:]} values let us look {ahead} ahead; the target is further off."
    )


def between(manner: Manner, lower: float, upper: float) -> str:
    """ "between 15.2% and 17.9%", "about 16.0%" where both ends read the same."""
    if manner.bare(lower) == manner.bare(upper):
        return f"about {manner.said(lower)}"
    return f"between {manner.brief(lower)} and {manner.said(upper)}"


def likely(manner: Manner, value: float, lower: float, upper: float) -> str:
    """ "most likely between 15.2% and 17.9%"; "about 16.0%" where there is no band."""
    if math.isnan(lower):
        return f"about {manner.said(value)}"
    return f"most likely {between(manner, lower, upper)}"


def less_known(manner: Manner, lower: float, upper: float) -> str:
    """That a forecast seems to know the next value better than anybody knows the latest one."""
    margin = f"{manner.brief(lower)} to {manner.brief(upper)}"
    return (
        f"The latest value's own margin of error is wider ({margin}) and holds the target, so take "
        "this with care."
    )


def expected(latest: Latest, value: float, lower: float, upper: float, when: str) -> str:
    """What is most likely (in four of five cases) at a time to come, as one sentence."""
    told = likely(latest.manner, value, lower, upper)
    return f"{latest.title}, {latest.place}: if the recent pattern continues, {told} {when}."


def finding(
    latest: Latest,
    verdict: str,
    value: float,
    lower: float,
    upper: float,
    when: str,
    target: str,
    due: str,
    reason: str,
    provisional: bool,
    own: tuple[float, float] = NO_MARGIN,
    model: str = "",
) -> str:
    """The reading as sentences; `when` has its preposition, `target` and `due` may be "".

    `own` is the latest value's 95% interval where it is wider than the band and holds the target.
    `model` is one of `MODELS`: of few values none carries a rise or a fall on, which is said.
    """
    if math.isnan(value):
        return f"{latest.title}, {latest.place}: there is no forecast. {reason}"
    sentences = [expected(latest, value, lower, upper, when)]
    if verdict in _ON_THAT_PATTERN:
        outlook = _ON_THAT_PATTERN[verdict]
        sentences.append(f"On that pattern, the target of {target} by {due} {outlook}.")
        if not math.isnan(own[0]):
            sentences.append(less_known(latest.manner, *own))
    elif target:
        sentences.append(f"We cannot say if the target of {target} by {due} is likely to be met.")
    sentences.append(LEVEL.get(model, ""))
    sentences.append(reason)
    sentences.append("The latest value is provisional." if provisional else "")
    return " ".join(filter(None, sentences))


# How a forecast was made ----------------------------------------------------------------------

MODELS = {
    "naive": "the last value stays",
    "mean": "the mean of all values stays",
    "line": "a straight line goes on",
    "drift": "the mean step so far goes on",
    "damped_holt": "a trend that fades (damped Holt)",
}
"""What each model supposes."""
BANDS = (
    "The inner band holds the next value in about four cases of five, the outer one in 19 of 20, "
    "if the pattern goes on."
)
NARROW = (
    "With few values, or where values wander, the truth falls outside more often than that: "
    "the bands know nothing of what never happened yet."
)
CHOOSING = (
    "Each value of the later half was forecast from those before it. The model that was least "
    "wrong is used; of two equally wrong ones, the simpler."
)
HOW_FAR = (
    "At most four steps, and a third of the number of values; never past the target’s date. "
    "Fewer than five values give no forecast."
)
SEASONAL = "The time of the year was taken out before, and put back after."
ON_LOGIT = "Values near 0% or 100% are fitted as log odds, so that none goes beyond."
CLIPPED = "A band was cut off where no value is possible."
ODD = "One value stands far from the others."


def chosen(model: str, errors: list[tuple[str, float]], tests: int, manner: Manner) -> str:
    """Which model is used and how wrong each was, in the unit of the values."""
    wrong = "; ".join(f"{MODELS[name]}, {_finely(manner, error)}" for name, error in errors)
    return (
        f"{MODELS[model][:1].upper()}{MODELS[model][1:]}. "
        f"Mean error over {in_words(tests)} values: {wrong}."
    )


def band(manner: Manner, value: float, ends: tuple[float, float, float, float]) -> str:
    """ "17.2%; 80% band 15.2 to 17.9, 95% band 14.8 to 18.3"."""
    if math.isnan(ends[0]):
        return f"{manner.said(value)}; no band, for there is no variation"
    lower80, upper80, lower95, upper95 = map(manner.bare, ends)
    return f"{manner.said(value)}; 80% band {lower80} to {upper80}, 95% band {lower95} to {upper95}"


def direction(manner: Manner, slope: float, frequency: str) -> str:
    """ "up 0.4 points a year", "level"."""
    unit = _UNITS.get(frequency.partition("-")[0], "period")
    fine = Manner(manner.unit, manner.decimals + 1)
    way = fine.way(slope)
    return f"{way} {fine.change(slope)} a {unit}" if way else "level"


def _finely(manner: Manner, error: float) -> str:
    return Manner(manner.unit, manner.decimals + 1).change(error)
