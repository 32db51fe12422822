"""Who is too few to show, and whom nobody counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.wording import names

from ..known.lookup import Lookup
from ..layout import joined
from .found import Groups

PROTECTED = (
    *("age", "disability", "gender reassignment", "marriage and civil partnership"),
    *("pregnancy and maternity", "race", "religion or belief", "sex", "sexual orientation"),
)
"""The protected characteristics of the Equality Act 2010."""
TOO_SMALL = "too small to say"


@dataclass(frozen=True)
class Few:
    """A group that is too few to show, or has no value, and where."""

    name: str
    words: str


def too_few(lookup: Lookup) -> tuple[Few, ...]:
    """The groups of whom something cannot be said, those with most indicators first: those in two
    groups at once among them."""
    small: dict[str, list[str]] = {}
    for id, indicator in lookup.indicators.items():
        main = lookup.main_area
        said = [
            g.group for g in lookup.worked.gaps(id, main) if g.chosen and g.verdict == TOO_SMALL
        ]
        said += [r.group for r in lookup.worked.reached(id, main) if r.verdict == TOO_SMALL]
        for group in dict.fromkeys(said):
            small.setdefault(group, []).append(indicator.title)
    order = sorted(small, key=lambda group: (-len(small[group]), group))
    inputs = lookup.report.inputs
    return tuple(
        Few(
            names.group(group, inputs),
            f"{_breakdowns(lookup, group)}: {joined(f'“{title}”' for title in small[group])}",
        )
        for group in order
    )


def not_counted(lookup: Lookup, found: Iterable[Groups]) -> Iterator[str]:
    """Which protected characteristics no indicator tells apart, and which indicators tell none."""
    every = list(found)
    seen = {groups.breakdown.protected.casefold() for groups in every}
    missing = [each for each in PROTECTED if each not in seen]
    if missing:
        yield f"No group is told apart by {joined(missing, 'or')}."
    silent = lookup.indicators.keys() - {str(groups.standing.indicator.id) for groups in every}
    if silent:
        have = "indicator has" if len(silent) == 1 else "indicators have"
        total = len(lookup.indicators)
        yield f"{len(silent):,} of {total:,} {have} no values for groups to compare."


def _breakdowns(lookup: Lookup, group: str) -> str:
    known = {str(id): each.title for id, each in lookup.report.inputs.breakdowns.items()}
    return " and ".join(known[part.partition("=")[0]] for part in group.split(";"))
