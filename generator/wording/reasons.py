"""Why something cannot be said, as one sentence each."""

from __future__ import annotations

from generator.model.words import FLAG_MEANINGS, FLAGS_WITHOUT_VALUE

from .names import in_words

ONE_PERIOD = "There is only one period so far, with nothing before it to compare."
NO_RESULT = "There is no result yet."
OVERLAP = "The two periods overlap, so we cannot compare them."
NO_MARGIN = "The source gives no margin of error."
TOO_EARLY = "Less than two years have passed since the baseline."
NO_DIRECTION = "Neither up nor down is better here, so no target is judged."
NO_TARGET = "No target has been set."
NO_COMPARATOR = "No place to compare with has been named."
COMPARATOR_SILENT = "No place to compare with has a value for this period."
PERCENT_OF_NOTHING = "The target is a percentage change, and the baseline is zero or less."
TARGET_BEFORE_BASELINE = "The target was due before the baseline."

NO_OTHER_GROUP = "No other group has a value for this period to compare with."
NO_OTHER_GROUP_THEN = "The two groups do not both have a value at the baseline."
FEW_PEOPLE = "There are too few people in one of the two to compare them."
NOBODY_ELIGIBLE = "Nobody is known to be eligible in this group and place."
FEW_EXPECTED = "Fewer than five people of this group would be expected."
NO_ORDER = "The groups do not go from the most to the least deprived."
GROUP_MISSING = "One of the groups has no value."
NO_SLOPE = "No line can be fitted: people are not counted, or a value is nothing or all."

ROLLING = "The periods overlap, so each value repeats part of the one before."
UNEVEN = "The days of counting lie unevenly apart, so we cannot tell what change is usual."
TOO_MANY_GAPS = "Too many values in between are missing to tell what is usual."
ALL_ALIKE = "All values are the same, so there are no ups and downs to tell apart."
NEARLY_ALL_ALIKE = "Nearly all values are the same, so we cannot tell what change is usual."

NOT_YEARLY = "This trend needs yearly values."
YEAR_MISSING = "The last five years are not all there."
BROKEN_TREND = "The series has a break within the last five years."
NO_LOGIT = "A share of 0% or 100% is among them, and this test has no answer to that."


def too_few_groups(fewest: int) -> str:
    """ "A slope needs five groups or more."""
    return f"A slope needs {in_words(fewest)} groups or more."


def too_few_years(years: int) -> str:
    """ "There are 3 yearly values; 5 in a row are needed."""
    have = "is 1 yearly value" if years == 1 else f"are {years} yearly values"
    return f"There {have}; 5 in a row are needed."


def too_few_values(values: int, fewest: int, since: str) -> str:
    """ "There are 3 values since April 2024, where the series starts afresh; 8 are needed."""
    have = "is 1 value" if values == 1 else f"are {values} values"
    after = f" since {since}, where the range starts afresh" if since else ""
    return f"There {have}{after}; {fewest} are needed to tell a change from chance."


def too_few_similar(places: int, fewest: int) -> str:
    """ "Only 4 similar places have a value for this period; 5 are needed."""
    have = "similar place has" if places == 1 else "similar places have"
    return f"Only {places} {have} a value for this period; {fewest} are needed."


def meaning(flags: str) -> str:
    """What the flags of a missing value mean: "confidential"."""
    without = [flag for flag in flags.split() if flag in FLAGS_WITHOUT_VALUE]
    return FLAG_MEANINGS[without[0]] if without else FLAG_MEANINGS["x"]


def latest_missing(flags: str) -> str:
    """ "We cannot show the latest value: it is confidential."""
    return f"We cannot show the latest value: it is {meaning(flags)}."


def baseline_missing(flags: str, period: str) -> str:
    """ "We cannot show the value for 2019/20: it is not available."""
    return f"We cannot show the value for {period}: it is {meaning(flags)}."


def no_baseline(period: str) -> str:
    """The cell has no row for the baseline's period."""
    return f"There is no value for {period}." if period else NO_RESULT


def other_frequency(period: str) -> str:
    """The baseline's period is of another length than the results."""
    return f"The baseline, {period}, covers another length of time."


def baseline_later(period: str) -> str:
    """The latest period does not come after the baseline."""
    return f"There is no value after the baseline, {period}."


def broken(because: str) -> str:
    """A break in the series, with its reason where it is known."""
    why = because[:1].lower() + because[1:].rstrip(".") if because else "the series has a break"
    return f"We cannot compare the two periods: {why}."
