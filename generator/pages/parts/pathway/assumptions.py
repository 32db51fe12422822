"""The links of the pathway to impact, each with the assumption that it rests on, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.pathway import Link as PathwayLink
from generator.model.words import Contribution, LinkStatus
from generator.wording import periods

from .. import address as at
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..layout import joined
from ..worded import Link

STATUS: dict[LinkStatus, str] = {
    "fails": "Does not hold",
    "in_doubt": "In doubt",
    "untested": "Not tested yet",
    "holds": "Holds",
    "replaced": "Replaced",
}
"""What is known of an assumption, the weakest first."""

UNTESTED = "is not tested yet"
_TESTED: dict[LinkStatus, tuple[str, str]] = {
    "holds": ("holds", "hold"),
    "in_doubt": ("is in doubt", "are in doubt"),
    "fails": ("does not hold", "do not hold"),
}
_CONTRIBUTION: dict[Contribution, str] = {
    "sole": "all of it",
    "major": "most of it",
    "shared": "some of it, beside others",
    "minor": "little of it",
    "unknown": "nobody can say yet",
}


@dataclass(frozen=True)
class Assumption:
    """A link from one step: where it leads, why it should, and what is known of that.

    `said` are further terms with what stands for them: texts and links.
    """

    id: str
    to: Link
    because: str
    status: LinkStatus
    word: str
    said: tuple[tuple[str, tuple[Link, ...]], ...]


def fragment(link: PathwayLink) -> str:
    """Where in the pathway's page the link stands."""
    return f"link-{link.id}"


def assumption(lookup: Lookup, link: PathwayLink, to: Link, page: str) -> Assumption:
    """The link as the page at address `page` tells it; `to` is the step that it leads to."""
    tested = tuple(_tested(lookup, link, page))
    after = [("Should show after", (Link(link.after),))] if link.after else []
    said = (
        ("How much of the change", (Link(_CONTRIBUTION[link.contribution]),)),
        ("Tested by", tested or (Link("no indicator yet"),)),
        *after,
        ("Last reviewed", (Link(_reviewed(lookup, link.reviewed)),)),
    )
    return Assumption(fragment(link), to, link.because, link.status, STATUS[link.status], said)


def _tested(lookup: Lookup, link: PathwayLink, page: str) -> Iterator[Link]:
    for id in link.tested_by:
        indicator = lookup.indicators[id]
        verdict = Standing(lookup, indicator, lookup.main_area).verdict
        yield Link(f"{indicator.title} ({verdict.lower()})", at.link(page, at.indicator(id)))


def _reviewed(lookup: Lookup, day: date | None) -> str:
    if day is None:
        return "never"
    today = lookup.report.settings.report_date
    a_year_on = (day.year + 1, day.month, day.day)
    long = a_year_on < (today.year, today.month, today.day)
    return f"{periods.day(day)}{', more than a year ago' if long else ''}"


def counts(links: Iterable[PathwayLink]) -> dict[LinkStatus, int]:
    """How many links there are of each status that any has, the weakest first."""
    found = Counter(link.status for link in links)
    return {status: found[status] for status in STATUS if found[status]}


def summary(links: Iterable[PathwayLink]) -> str:
    """ "3 of 12 assumptions are tested: 2 hold and 1 is in doubt." Replaced ones don't count."""
    counted = counts(link for link in links if link.status != "replaced")
    total = sum(counted.values())
    found = [
        f"{counted[status]:,} {one if counted[status] == 1 else many}"
        for status, (one, many) in _TESTED.items()
        if status in counted
    ]
    if not total:
        return "No assumption of it is written down yet."
    if total == 1:
        return f"Its one assumption {found[0].removeprefix('1 ') if found else UNTESTED}."
    if not found:
        return f"None of its {total:,} assumptions is tested yet."
    tested = total - counted.get("untested", 0)
    are = "is" if tested == 1 else "are"
    return f"{tested:,} of {total:,} assumptions {are} tested: {joined(found)}."
