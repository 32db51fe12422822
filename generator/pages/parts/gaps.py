"""What the report cannot say: gaps in its numbers, counted, and the limits that people wrote."""

from __future__ import annotations

from generator.model.indicator import Indicator

from . import address as at
from .known.lookup import Lookup
from .known.standing import Standing
from .worded import Definition, Link

COMPARED = ("comparison", "trial")


def comparison(lookup: Lookup) -> str:
    """Whether any number comes from a study that compares people with and without the help."""
    found = sum(indicator.design in COMPARED for indicator in lookup.indicators.values())
    if not found:
        return "No indicator here comes from a study that compares those helped with others."
    come = "comes" if found == 1 else "come"
    return (
        f"{found:,} of {len(lookup.indicators):,} indicators {come} from a study that compares "
        "those helped with others."
    )


def gaps(lookup: Lookup) -> tuple[str, ...]:
    """One sentence for each kind of gap that there is, with how many indicators have it."""
    standings = [
        Standing(lookup, indicator, lookup.main_area) for indicator in lookup.indicators.values()
    ]
    place = lookup.area_name(lookup.main_area)
    found = (
        (
            [s for s in standings if s.latest is None or s.group],
            f"no value for everyone in {place}.",
            f"No indicator has a value for everyone in {place}.",
        ),
        (
            [s for s in standings if s.latest and s.latest.lower is None],
            "no margin of error, so a small change may be chance.",
            "No indicator has a margin of error, so a small change may be chance.",
        ),
        (
            [s for s in standings if not s.has_comparator],
            "no other place to compare with.",
            "No indicator is compared with another place.",
        ),
        (
            [s for s in standings if not s.towards or s.towards.verdict == "no target"],
            "no target.",
            "No indicator has a target.",
        ),
        (
            [s for s in standings if not _has_groups(lookup, s.indicator)],
            "no values for groups of people, so nobody can see who is left behind.",
            "No indicator has values for groups of people, so nobody can see who is left behind.",
        ),
        (
            [s for s in standings if s.indicator.proxy_for],
            "only an indirect measure of what it is about.",
            "Every indicator has only an indirect measure of what it is about.",
        ),
        (
            [s for s in standings if s.indicator.status == "in_development"],
            "a definition that is still being worked on.",
            "Every indicator has a definition that is still being worked on.",
        ),
    )
    return tuple(_said(len(have), len(standings), what, all) for have, what, all in found if have)


def limits(lookup: Lookup, page: str) -> tuple[Definition, ...]:
    """What people wrote under `limits`, with a link to each indicator."""
    return tuple(
        Definition(
            indicator.title,
            (indicator.limits,),
            (Link(indicator.title, at.link(page, at.indicator(indicator.id))),),
        )
        for indicator in lookup.indicators.values()
        if indicator.limits
    )


def _said(number: int, of: int, what: str, all: str) -> str:
    if number == of:
        return all
    return f"{number:,} of {of:,} indicators {'have' if number > 1 else 'has'} {what}"


def _has_groups(lookup: Lookup, indicator: Indicator) -> bool:
    rows = lookup.results(indicator.id)
    people = {id for id, one in lookup.report.inputs.breakdowns.items() if one.of == "people"}
    groups = {str(group) for group in rows.loc[rows["value"].notna(), "group"].unique() if group}
    return any(part.split("=")[0] in people for group in groups for part in group.split(";"))
