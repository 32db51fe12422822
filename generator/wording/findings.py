"""Readings as plain sentences: what, where, when; since when; against what; towards what.

No sentence is over 25 words unless a title or a name makes it so, none gives a cause, and a
change inside the noise is "no clear change".
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.words import Direction

from . import close, periods, reasons
from .names import in_words
from .numbers import Manner
from .verdicts import against

LONGEST = 25
"""Words in a sentence (publishing checklist, section 5)."""
LONG_TITLE = 12


@dataclass(frozen=True)
class Latest:
    """A latest result and all that a sentence about it needs, worded.

    `who` stands after the value ("of adults often feel lonely"), else `title` before it; `place`
    is the place's name, with the part of it in brackets; `when` has its preposition.
    """

    title: str
    who: str
    manner: Manner
    place: str
    value: float
    when: str
    reported_by: str = ""

    @property
    def said(self) -> str:
        """The value with its unit."""
        return self.manner.said(self.value)


def number(latest: Latest) -> str:
    """The number sentence without its full stop: value, who or what, where, when."""
    if latest.who:
        return f"{latest.said} {latest.who} in {latest.place} {latest.when}"
    if len(latest.title.split()) > LONG_TITLE:
        return f"It was {latest.said} in {latest.place} {latest.when}"
    return f"{latest.title}: {latest.said} in {latest.place} {latest.when}"


def change(manner: Manner, difference: float, since: str) -> str:
    """ "up 8.6 points since 2018/19"; `since` as it stands after the word."""
    if abs(difference) > 0 and manner.same(difference):
        least = manner.change(10.0**-manner.decimals)
        return f"{'up' if difference > 0 else 'down'} by less than {least} since {since}"
    way = manner.way(difference)
    return (
        f"{way} {manner.change(difference)} since {since}"
        if way
        else f"the same as {periods.back_then(since)}"
    )


def since_baseline(
    latest: Latest,
    verdict: str,
    difference: float,
    since: str,
    reason: str,
    no_margin: bool,
) -> str:
    """The reading since the baseline."""
    first = number(latest)
    if verdict == "cannot say":
        return _whole(f"{first}.", "We cannot say if this has changed.", reason)
    notes = (reasons.NO_MARGIN if no_margin else "", _partial(latest))
    if verdict == "no clear change":
        if no_margin:
            return _whole(_joined(first, f"about the same as {periods.back_then(since)}"), *notes)
        text = close.no_clear_change(latest.manner, latest.value, difference, since)
        return _whole(f"{first}.", text, *notes)
    return _whole(_joined(first, change(latest.manner, difference, since)), *notes)


def towards_target(
    latest: Latest,
    verdict: str,
    target: str,
    due: str,
    reason: str,
    part_of_place: str,
    doubts: str = "",
) -> str:
    """The reading towards the target; `target` is worded: "18.0% or less", "" where it is a change
    from a baseline that has no value; `doubts` follow a verdict that hangs on a hair."""
    subject = part_of_place
    goal = f"the target of {target} by {due}" if target else f"the target for {due}"
    opening = f"At {latest.said} {latest.when}, {subject}"
    match verdict:
        case "no target":
            return reason
        case "cannot be judged":
            return _whole(f"{_capital(goal)} cannot be judged.", reason)
        case "too early to say":
            return _whole(f"It is too early to say if {subject} is on track for {goal}.", reason)
        case "target met":
            return _whole(f"{opening} has met {goal}.", doubts)
        case "on track":
            return _whole(f"{opening} is on track for {goal}.", doubts)
        case "improving but not on track":
            return _whole(f"{opening} is improving, but not on track for {goal}.", doubts)
        case "getting worse":
            return f"{opening} is getting worse and has not met {goal}."
    return f"{opening} shows no clear change and has not met {goal}."


def against_comparator(
    latest: Latest,
    verdict: str,
    comparator: str,
    reference: float,
    reason: str,
    too_close: bool = False,
) -> str:
    """The reading against a comparator: `comparator` is its name."""
    if verdict == "no comparator":
        return reason
    if not comparator:
        return _whole("We cannot compare this with other places.", reason)
    other = f"{comparator} ({latest.manner.brief(reference)})"
    opening = f"At {latest.said} {latest.when}, {latest.place} is"
    if verdict == "cannot say":
        way = above_or_below(latest.manner, latest.value, reference)
        text = f"{opening} {way} {other}."
        return _whole(text, f"{reason[:-1]}, so we cannot say if that is a clear difference.")
    return _whole(f"{opening} {against(verdict, other)}.", close.COMPARATOR if too_close else "")


def card(
    latest: Latest,
    verdict: str,
    *,
    since_verdict: str,
    difference: float,
    since: str,
    comparator: str,
    against_verdict: str,
    reference: float,
    target: str,
    due: str,
    reason: str,
    no_margin: bool,
    too_close: bool = False,
) -> str:
    """The number sentence of a card: the number, since when, against what, and the target."""
    sentences = [f"{number(latest)}."]
    against_what = ""
    if comparator:
        way = above_or_below(latest.manner, latest.value, reference)
        if against_verdict == "similar":  # a difference within the margin of error is none
            way = "similar to"
        against_what = f"{way} {comparator} ({latest.manner.brief(reference)})"
    if since_verdict == "no clear change":
        if no_margin:
            sentences.append(f"That is about the same as {periods.back_then(since)}.")
        else:
            text = close.no_clear_change(latest.manner, latest.value, difference, since)
            sentences.append(text)
        sentences.append(f"It is {against_what}." if against_what else "")
    elif since_verdict == "cannot say":
        sentences.append(f"It is {against_what}." if against_what else "")
        sentences.append(reason)
    else:
        said = change(latest.manner, difference, since)
        sentences.append(f"That is {said}{f', and {against_what}' if against_what else ''}.")
    if target:
        met = " It is met." if verdict == "Target met" else ""
        sentences.append(f"The target is {target} by {due}.{met}")
        sentences.append(close.TARGET if too_close else "")
    return _whole(*sentences, reasons.NO_MARGIN if no_margin else "", _partial(latest))


def not_published(title: str, place: str, reason: str) -> str:
    """A cell whose latest value is missing."""
    return _whole(f"{title}: no value for {place}.", reason)


def one_group(finding: str, which: str) -> str:
    """A card that shows one of the groups, `which`, where there is no value for everyone."""
    return f"{finding} There is no value for everyone: this is {which}."


def which_group(group: str, groups: int, direction: Direction) -> str:
    """ "Renters, the worst of two groups"; where neither way is better, the largest."""
    what = "largest" if direction == "none" else "worst"
    return f"{group}, the {what} of {in_words(groups)} groups" if groups > 1 else group


def above_or_below(manner: Manner, value: float, reference: float) -> str:
    """ "above", "below" or "the same as", as readers see the two numbers."""
    if manner.bare(value) == manner.bare(reference):
        return "about the same as"
    return "above" if value > reference else "below"


def target_words(
    manner: Manner, kind: str, value: float, value_to: float, direction: Direction
) -> str:
    """ "18.0% or less", "4.0 to 6.0 out of 10"."""
    if kind == "within":
        return f"{manner.bare(value)} to {manner.said(value_to)}"
    return f"{manner.said(value)} or {'more' if direction == 'up' else 'less'}"


def aimed(manner: Manner, kind: str, value: float, value_to: float, direction: Direction) -> str:
    """A target as it was set: "18.0% or less", "3.0 points more than the baseline"."""
    way = "more" if value > 0 else "less"
    if kind == "change_from_baseline":
        return f"{manner.change(value)} {way} than the baseline"
    if kind == "percent_change_from_baseline":
        return f"{abs(value):.15g}% {way} than the baseline"
    if value != value:  # held at a baseline that each reading names
        return "no worse than the baseline"
    return target_words(manner, kind, value, value_to, direction)


def _joined(first: str, second: str) -> str:
    """Two clauses as one sentence, or as two where one would be too long."""
    together = f"{first}, {second}."
    return together if len(together.split()) <= LONGEST else f"{first}. That is {second}."


def _whole(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _partial(latest: Latest) -> str:
    """That not all who should report have done so."""
    got, _, due = latest.reported_by.partition(" of ")
    return f"This counts {got} of {due} partners." if got != due else ""
