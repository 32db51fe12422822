"""The headline number of a page and the four facts beside it, worded."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.words import DIFFERENCE
from generator.wording import periods
from generator.wording import verdicts as verdicts_in_words
from generator.wording.numbers import MINUS

from .known.standing import Standing
from .layout import joined
from .shapes import verdict
from .worded import Fact, Number, Verdict

NONE_SET = "None set"
_SUMMED = {
    "area": "places",
    "organisation": "partners",
    "programme": "programmes",
    "group": "groups",
    "period": "periods",
}
YEAR_TO_DATE = (
    "The source counts from the start of the year. This is what was added since the count before."
)
_MARKS = {
    "low": "It rounds to 0.",
    "u": "It rests on few answers, so read it with care.",
    "p": "It is provisional: it may still change.",
    "r": "It has been revised since it was first published.",
    "e": "It is an estimate.",
    "b": "The way of counting changed, so earlier values do not compare with it.",
}
ROUNDED = "worked out before rounding"
SIGNS = f"+{MINUS}"


def number(standing: Standing) -> Number | None:
    """The latest value, its sign apart; None where none stands for everyone."""
    latest = standing.latest
    if latest is None or latest.value is None or standing.by_group_only:
        return None
    if standing.manner.sign == "%":
        return Number(standing.manner.bare(latest.value), "%")
    return Number(standing.shown(latest.value))


def what(standing: Standing) -> str:
    """Whom or what the number speaks of, where and when, after the number."""
    latest, indicator = standing.latest, standing.indicator
    if latest is None:
        return f"No value of “{indicator.title}” is published for {standing.place}."
    if standing.by_group_only:
        return f"There is no one number of “{indicator.title}” for everyone, only one a group."
    where = f"in {standing.place} {standing.within(latest.period)}"
    unit = standing.unit_words
    if indicator.texts.who:
        return f"{f'{unit} ' if unit else ''}{indicator.texts.who} {where}."
    return f"{f'{unit}. ' if unit else ''}{indicator.title} {where}."


def under_number(standing: Standing) -> tuple[str, ...]:
    """What else there is to say of the number: its interval, base, flags, and how it was summed."""
    latest = standing.latest
    if latest is None or standing.by_group_only:
        return ()
    said = []
    if latest.lower is not None and latest.upper is not None:
        low, high = standing.shown(latest.lower), standing.said(latest.upper)
        sure = f"{latest.confidence or 0.95:.0%}"
        said.append(f"The true value is most likely between {low} and {high} ({sure} interval).")
    if latest.base is not None:
        said.append(f"It rests on {latest.base:,.0f} people or answers.")
    if latest.reported_by:
        said.append(f"From {latest.reported_by} partners.")
    if latest.computed:
        said += _computed(latest.computed)
    marks = " ".join(_MARKS[flag] for flag in latest.flags if flag in _MARKS)
    return (*said, marks) if marks else tuple(said)


def _computed(computed: str) -> Iterator[str]:
    """ "summed over organisation and programme" as readers call these; and what is a difference."""
    for part in computed.split("; "):
        if part == DIFFERENCE:
            yield YEAR_TO_DATE
        else:
            over = part.removeprefix("summed over ").replace(",", "").replace(" and ", " ").split()
            yield f"We added it up over {joined([_SUMMED.get(word, word) for word in over])}."


def facts(standing: Standing) -> tuple[Fact, ...]:
    """Baseline, change, comparator and target; what is missing is said, never left out."""
    return (_baseline(standing), change(standing), comparator(standing), target(standing))


def _baseline(standing: Standing) -> Fact:
    since, value = standing.since, standing.baseline
    if since is None or value is None:
        return Fact("Baseline", "None", "no earlier value to compare with")
    return Fact("Baseline", standing.shown(value), standing.period(since.reference_period))


def change(standing: Standing) -> Fact:
    """The change since the baseline, with its interval or the reason why there is none."""
    since = standing.since
    term = "Change since then"
    if since is None or since.difference is None:
        return Fact(term, "Cannot say", since.reason if since else "")
    interval = change_interval(standing)
    note = f"95% interval {interval}" if interval else since.reason
    pair = (since.value, since.reference_value)
    rounded = "" if _adds_up(standing, since.difference, *pair) else ROUNDED
    shown = standing.shown_change(since.difference)
    return Fact(term, shown, ", ".join(filter(None, (note, rounded))))


def change_interval(standing: Standing) -> str:
    """The interval of the change, "−8.3 to −3.1"; "" where there is none."""
    since = standing.since
    if since is None or since.lower is None or since.upper is None:
        return ""
    low, high = (standing.bare_change(n) for n in (since.lower, since.upper))
    return f"{low} to {high}"


def comparator(standing: Standing) -> Fact:
    """The comparator's value, and how far the place is from it."""
    against = standing.against
    if against is None or against.reference_value is None:
        return Fact("Compared with", "No other place", against.reason if against else "")
    name = verdicts_in_words.capitalised(standing.lookup.area_name(against.reference_area))
    note = apart(standing, against.reference_value)
    return Fact(name, standing.shown(against.reference_value), note)


def apart(standing: Standing, other: float) -> str:
    """How far the place is from another value: "Birmingham is 2.8 points higher"."""
    latest = standing.latest
    if latest is None or latest.value is None:
        return ""
    difference = latest.value - other
    way = standing.manner.way(difference)
    if not way:
        return f"{standing.place} is level with it"
    higher = "higher" if way == "up" else "lower"
    rounded = "" if _adds_up(standing, difference, latest.value, other) else f" ({ROUNDED})"
    return (
        f"{standing.place} is {standing.shown_change(difference).lstrip(SIGNS)} {higher}{rounded}"
    )


def _adds_up(
    standing: Standing, difference: float, value: float | None, other: float | None
) -> bool:
    """Whether a difference is what a reader gets who takes one shown number from the other."""
    if value is None or other is None:
        return True
    places = standing.manner.decimals
    seen = round(value, places) - round(other, places)
    return standing.manner.bare(seen) == standing.manner.bare(difference)


def target(standing: Standing) -> Fact:
    """The target and by when, or that none is set."""
    towards = standing.towards
    if towards is None or towards.reference_value is None:
        return Fact("Target", NONE_SET, "the data give no target", aim=True)
    when = periods.with_article(standing.period(towards.reference_period))
    return Fact("Target", standing.shown(towards.reference_value), f"by {when}", aim=True)


def verdicts(standing: Standing) -> tuple[Verdict, ...]:
    """The card's verdict with what it is about, and the one against the comparator."""
    found = [card(standing)]
    against = standing.against
    if against and against.verdict not in ("", "no comparator"):
        name = standing.other(against.reference_area)
        found.append(verdict(against.verdict, _than(against.verdict, name, standing)))
    return tuple(found)


def card(standing: Standing) -> Verdict:
    """The card's verdict, said in full: "Getting worse since 2018/19", "On track for 2026/27"."""
    word, since, towards = standing.verdict, standing.since, standing.towards
    rest = ""
    if word in ("On track", "Improving but not on track") and towards:
        rest = f"for {periods.with_article(standing.period(towards.reference_period))}"
    elif word in ("Getting worse", "No clear change", "Improving", "Higher", "Lower") and since:
        when = standing.since_when(since.reference_period) if standing.baseline is not None else ""
        rest = f"since {when}" if when else ""
    return verdict(word, " ".join(filter(None, (rest, standing.provisional))))


def _than(word: str, name: str, standing: Standing) -> str:
    """ "than England", "to England", "if clearly different from England"."""
    if not name:
        return ""
    if word == "similar":
        return f"to {name}"
    if word == "cannot say":
        return f"if clearly different from {name}"
    return f"than {name}"
