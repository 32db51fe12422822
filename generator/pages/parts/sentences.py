"""How an indicator stands in one place, in a sentence."""

from __future__ import annotations

from .known.cells import Result
from .known.standing import Standing


def on_a_card(standing: Standing) -> str:
    """The card's finding: the number, since when, against what, towards what."""
    if standing.by_group_only and standing.latest and standing.latest.value is not None:
        return _largest(standing, standing.latest)
    if standing.card and standing.card.finding:
        return standing.card.finding
    return f"No value is published for {standing.place}."


def finding(standing: Standing) -> str:
    """The first line under its name: the change since the baseline, where it has one."""
    since = standing.since
    if not standing.by_group_only and since and since.finding and since.verdict != "cannot say":
        return since.finding
    return on_a_card(standing)


def _largest(standing: Standing, latest: Result) -> str:
    """The largest group, named as one: its value is not everyone's."""
    value, who = standing.shown(latest.value or 0), standing.indicator.texts.who
    share = f"{value} {who}" if who else standing.said(latest.value or 0)
    area = standing.lookup.area_name(standing.area)
    when = standing.within(latest.period)
    return f"The largest group in {area} {when} was “{standing.group_words}”: {share}."


def reason(standing: Standing) -> str:
    """Why there is no verdict, where there is none."""
    card = standing.card
    return card.reason if card else f"There is no value for {standing.place}."
