"""Learning: what turned out otherwise, what people said, what was decided, by date."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.page import Page
from generator.model.words import LearningKind
from generator.wording import names

from .parts import address as at
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, joined, page
from .parts.learned import records
from .parts.worded import Download, Head, Link

SHOWN = 4
"""So many of a kind stand open on the page; the earlier ones are folded."""
FILE = "data/learning.csv"
_COUNTED: dict[LearningKind, tuple[str, str]] = {
    "assumption": ("an assumption that we now know better", "assumptions that we now know better"),
    "unintended_consequence": ("a thing that nobody meant", "things that nobody meant"),
    "people_said": ("a thing that people said", "things that people said"),
    "decision": ("a decision", "decisions"),
    "data_gap": ("a gap in our data", "gaps in our data"),
}


@dataclass(frozen=True)
class Kind:
    """The records of one kind, the latest first; the `earlier` ones are folded."""

    id: str
    title: str
    latest: tuple[records.Record, ...]
    earlier: tuple[records.Record, ...]
    fold: str


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `learning/`; none where nothing was recorded."""
    every = lookup.report.inputs.learning
    if not every:
        return ()
    kinds = tuple(_kind(lookup, kind) for kind in records.KINDS)
    return (
        page(
            "learning",
            at.LEARNING,
            Head(title="What we learned", finding=_finding(lookup), crumbs=crumbs(at.LEARNING)),
            illustrative=lookup.is_illustrative(*every),
            in_navigation="Learning",
            kinds=tuple(kind for kind in kinds if kind.latest),
            to_actions=_to_actions(lookup),
            download=Download("All records", at.link(at.LEARNING, FILE), "CSV"),
        ),
    )


def _kind(lookup: Lookup, kind: LearningKind) -> Kind:
    own = records.newest(r for r in lookup.report.inputs.learning.values() if r.kind == kind)
    told = tuple(records.record(lookup, one, at.LEARNING) for one in own)
    title, _ = records.KINDS[kind]
    earlier = told[SHOWN:]
    fold = f"Show {len(earlier):,} earlier"
    return Kind(kind.replace("_", "-"), title, told[:SHOWN], earlier, fold)


def _finding(lookup: Lookup) -> str:
    """ "On record: five decisions and two gaps in our data." """
    found = Counter(record.kind for record in lookup.report.inputs.learning.values())
    said = [
        one if found[kind] == 1 else f"{names.in_words(found[kind])} {many}"
        for kind, (one, many) in _COUNTED.items()
        if found[kind]
    ]
    return f"On record: {joined(said)}."


def _to_actions(lookup: Lookup) -> Link | None:
    if not any(record.action for record in lookup.report.inputs.learning.values()):
        return None
    return Link("What is being done now", at.link(at.LEARNING, at.ACTIONS))
