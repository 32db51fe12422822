"""The first line of a place's page: on how many indicators it does how, against what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..charted import NO_MARGIN
from ..known.standing import Standing
from ..layout import joined


def lede(name: str, found: Iterable[Standing]) -> str:
    """How many indicators stand how against the comparator that most of them have."""
    found = tuple(found)
    if not found:
        return f"No indicator has a value for {name} yet."
    compared = [s.against for s in found if s.against and s.has_comparator]
    if not compared and all(s.by_group_only for s in found):
        s, them = ("s show", "They tell") if len(found) != 1 else (" shows", "It tells")
        return (
            f"{len(found):,} indicator{s} the groups in {name}. {them} nothing of better or worse."
        )
    if not compared:
        s = "s" if len(found) != 1 else ""
        return f"{len(found):,} indicator{s} for {name}, with nothing to compare them with."
    others = Counter(r.reference_area for r in compared)
    code, n = others.most_common(1)[0]
    other = found[0].lookup.area_name(code)
    counts = Counter(r.verdict for r in compared if r.reference_area == code)
    words = {
        "worse": "worse than",
        "better": "better than",
        "similar": "similar to",
        "higher": "higher than",
        "lower": "lower than",
    }
    said = [f"{how} {other} on {counts[v]:,}" for v, how in words.items() if counts[v]]
    unsaid = n - sum(counts[v] for v in words)
    of = f"of {n:,} indicators" if n != 1 else "indicator"
    first = f"{name} is {_shortened(said)} {of}." if said else ""
    if not unsaid:
        return first
    rest = f"On the other {unsaid:,}" if said else f"On all {n:,} compared with {other}"
    bare = sum(r.reason == NO_MARGIN for r in compared if r.reference_area == code)
    why = "the source gives no margin of error, so " if bare == unsaid else ""
    return f"{first} {rest} {why}we cannot say.".strip()


def _shortened(said: list[str]) -> str:
    """ "worse than England on 4, better on 3 and similar on 2": the name stands once."""
    first, *rest = said
    short = []
    for text in rest:
        how, _, tail = text.partition(" than ") if " than " in text else text.partition(" to ")
        short.append(f"{how} on {tail.rpartition(' on ')[2]}")
    return joined([first, *short])
