"""The tables of a place's page: what is worse or getting worse, then the rest by outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.page import File
from generator.model.place import Area
from generator.wording import reasons
from generator.wording.verdicts import capitalised

from .. import address as at
from .. import downloads, facts, rows
from ..charted import spark
from ..known.lookup import Lookup
from ..known.similar import middle
from ..known.standing import Standing
from ..layout import joined
from ..shapes import verdict
from ..tables import table
from ..worded import Column, Link, Reasoned, Row, Table, Text

COLUMNS = (
    *("indicator", "title", "unit", "period", "value", "lower", "upper"),
    *("comparator", "comparator_value", "verdict", "similar_places_value", "status"),
)
"""What the file of a place's table holds."""

_COUNTED = ("better", "similar", "higher", "lower", "cannot say", "no comparator")
GETTING_WORSE = "Getting worse"


@dataclass(frozen=True)
class Ledger:
    """Indicators under a heading; `counts` says how many stand how."""

    id: str
    title: Link
    counts: str
    table: Table


def bad(name: str, found: Iterable[Standing], address: str) -> Table | None:
    """The indicators that are worse than their comparator or getting worse; None where none is."""
    own = [standing for standing in found if is_bad(standing)]
    caption = f"Worse or getting worse in {name}: latest values, and against what"
    return _table("worse-table", caption, name, own, address) if own else None


def ledgers(lookup: Lookup, name: str, found: Iterable[Standing], address: str) -> Iterator[Ledger]:
    """The other indicators: a table an outcome, then one of those that belong to none."""
    titles = {str(outcome.id): outcome.title for outcome in lookup.outcomes}
    named = ((str(s.indicator.outcome or ""), s) for s in found if not is_bad(s))
    for id, pairs in groupby(named, lambda pair: pair[0] if pair[0] in titles else ""):
        own = [standing for _, standing in pairs]
        others = Link("Other indicators" if titles else "")
        title = Link(titles[id], at.link(address, at.outcome(id))) if id else others
        part = f"outcome-{id}" if id else "other-indicators"
        caption = f"{title.text or 'Indicators'}: latest values in {name}, and against what"
        listed = _table(f"{part}-table", caption, name, own, address)
        yield Ledger(part, title, _counts(own), listed)


def _table(id: str, caption: str, name: str, own: list[Standing], address: str) -> Table:
    aimed = any(facts.target(standing).value != facts.NONE_SET for standing in own)
    columns = (
        *(Column("Indicator"), Column(name, numeric=True, big=True)),
        *(Column("Against", numeric=True), Column("Verdict")),
        *([Column("Its own target")] if aimed else []),
        Column("Over time"),
    )
    made = (_row(standing, address, aimed) for standing in own)
    return table(id, caption, columns, made, dense=True, hide_caption=True)


def is_bad(standing: Standing) -> bool:
    """Whether it is worse than its comparator, or getting worse."""
    worse = standing.against is not None and standing.against.verdict == "worse"
    return worse or standing.verdict == GETTING_WORSE


def _counts(own: list[Standing]) -> str:
    """ "7 indicators: 2 better, 1 similar and 4 cannot say"."""
    counts = Counter(s.against.verdict if s.against else "no comparator" for s in own)
    said = joined(
        f"{counts[word]:,} {'without a comparator' if word == 'no comparator' else word}"
        for word in _COUNTED
        if counts[word]
    )
    return f"{len(own):,} indicator{'s' if len(own) != 1 else ''}: {said}"


def _row(standing: Standing, address: str, aimed: bool) -> Row:
    indicator, against = standing.indicator, standing.against
    drawn = spark(standing, "flat", 120, 36)
    comparator = Text("None")
    if against and against.reference_value is not None:
        other = standing.lookup.area_name(against.reference_area)
        comparator = Text(standing.shown(against.reference_value), other)
    beside = middle(standing)
    if beside is not None:
        said = f"similar places {standing.shown(beside)}"
        note = f"{comparator.note}; {said}" if comparator.note else said
        comparator = Text(comparator.text, note)
    judged = verdict(against.verdict if against else "no comparator")
    return Row(
        head=Link(indicator.title, at.link(address, at.indicator(indicator.id))),
        note=", ".join(text for text in (standing.group_words, standing.unit_words) if text),
        cells=(
            rows.latest(standing),
            comparator,
            Reasoned(judged, _under_verdict(standing)),
            *([_target(standing)] if aimed else []),
            drawn or Text("One value"),
        ),
    )


def _target(standing: Standing) -> Text:
    """How the place stands towards the target that was set for it."""
    target, towards = facts.target(standing), standing.towards
    if towards is None or target.value == facts.NONE_SET:
        return Text(facts.NONE_SET)
    return Text(f"{target.value} {target.note}", capitalised(towards.verdict))


def _under_verdict(standing: Standing) -> str:
    """Why there is no verdict, and whether it is getting worse.

    That no comparator is named is said by the verdict itself.
    """
    reason = standing.against.reason if standing.against else ""
    why = {reasons.NO_MARGIN: "no margin of error", reasons.NO_COMPARATOR: ""}.get(reason, reason)
    also = "getting worse over time" if standing.verdict == GETTING_WORSE else ""
    return "; ".join(text.rstrip(".") for text in (why, also) if text)


def file(area: Area, found: Iterable[Standing]) -> File:
    """The file of a place's table: a line an indicator."""
    lines = []
    for s in found:
        latest, against = s.latest, s.against
        assert latest is not None
        lines.append(
            (
                s.indicator.id,
                s.indicator.title,
                s.indicator.unit,
                latest.period,
                latest.value,
                latest.lower,
                latest.upper,
                against.reference_area if against else "",
                against.reference_value if against else None,
                against.verdict if against else "",
                middle(s),
                s.status,
            )
        )
    path = f"data/charts/places-{at.safe(area.area)}--indicators.csv"
    return downloads.csv_file(path, COLUMNS, lines)
