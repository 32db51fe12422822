"""What asks for attention, as the improve overview tells it: why, and what is being done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.words import FORECAST
from generator.readings.improve.forecast import SECTION
from generator.wording.verdicts import capitalised

from .. import address as at
from .. import facts
from ..improve.change_parts import contributed, told
from ..improve.forecast import in_people, outlook, read, said
from ..improve.forecast_fan import PATTERN
from ..known.cells import Reading
from ..known.standing import Standing
from ..learned.actions import Action, worded
from ..pathway.being_done import being_done
from ..worded import Link
from .apart import name
from .asking import CONCERNS, GETTING_WORSE, Asking, Reason, acted_on

NO_ACTION = "No action yet"
UNDER_WAY = "Under way"
MOST_STEPS = 3


@dataclass(frozen=True)
class Item:
    """One indicator: `now` its number, `actions` what is being done about it.

    Where there is none, `bare` says so, and `steps` are those that lead to its outcome. `where`
    names the places and partners that are worse than expected, `made_of` the parts of a change for
    the worse; `ahead` says what it means in people if it goes on.
    """

    title: Link
    reasons: tuple[Reason, ...]
    now: str
    actions: tuple[Action, ...]
    bare: str
    steps: tuple[Link, ...]
    where: tuple[Link, ...]
    made_of: tuple[Link, str] | None
    ahead: tuple[Link, str] | None


def item(one: Asking, behind: Mapping[str, tuple[Reading, ...]], page: str) -> Item:
    """The indicator, as the page at address `page` tells it; `behind` are the readings of places
    and partners that are worse than expected, by indicator."""
    standing = one.standing
    lookup, indicator = standing.lookup, standing.indicator
    done = acted_on(standing)
    recorded = any(record.action for record in lookup.report.inputs.learning.values())
    steps = () if done else being_done(lookup, str(indicator.outcome or ""), page)
    taken = [step.title for step in steps if step.state == UNDER_WAY]
    return Item(
        title=Link(indicator.title, at.link(page, at.indicator(indicator.id))),
        reasons=one.reasons,
        now=_now(standing),
        actions=tuple(worded(lookup, record, page) for record in done),
        bare=NO_ACTION if recorded and not done else "",
        steps=tuple(taken[:MOST_STEPS]),
        where=tuple(
            Link(name(lookup, r.area, r.organisation, page).text, at.link(page, r.working))
            for r in behind.get(str(indicator.id), ())
        ),
        made_of=_made_of(standing, page),
        ahead=_ahead(standing, page),
    )


def _made_of(standing: Standing, page: str) -> tuple[Link, str] | None:
    """The parts of a change for the worse, by what tells most, with the way to the whole of it."""
    found = contributed(standing) if standing.verdict == GETTING_WORSE else []
    if not found:
        return None
    working = f"{at.indicator(standing.indicator.id)}#contributions"
    title, _, parts = told(standing, *found[0], "Parts of the change, by").partition(": ")
    return Link(title, at.link(page, working)), parts


def _ahead(standing: Standing, page: str) -> tuple[Link, str] | None:
    """Where it leads if the recent pattern continues, where that misses the target, and what it
    means in people; nothing of people where the most likely range holds both more and fewer."""
    reading, found = read(standing), outlook(standing)
    if reading is None or found is None:
        return None
    told = []
    if reading.verdict == CONCERNS[FORECAST]:
        told.append(_first(said(standing, reading)).removeprefix(f"{PATTERN}, "))
    if found.people is not None and not found.people.lower <= 0 <= found.people.upper:
        told.append(_first(in_people(standing, found)))
    if not told:
        return None
    working = f"{at.indicator(standing.indicator.id)}#{SECTION}"
    return Link(PATTERN, at.link(page, working)), capitalised(". ".join(told)) + "."


def _first(sentences: str) -> str:
    """The first of some sentences, without its full stop."""
    return sentences.partition(". ")[0].rstrip(".")


def _now(standing: Standing) -> str:
    """ "21.7% in 2025/26. Was 25.5% in 2021/22, target 27.0% by 2027/28." """
    latest, since = standing.latest, standing.since
    if latest is None or latest.value is None:
        return ""
    said = [f"{standing.said(latest.value)} {standing.within(latest.period)}"]
    beside = []
    if since and standing.baseline is not None:
        was = standing.shown(standing.baseline)
        beside.append(f"Was {was} {standing.within(since.reference_period)}")
    target = facts.target(standing)
    if target.value != facts.NONE_SET:
        beside.append(f"{'t' if beside else 'T'}arget {target.value} {target.note}")
    return f"{'. '.join([*said, ', '.join(beside)] if beside else said)}."
