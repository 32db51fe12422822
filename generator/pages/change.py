"""Change in people: what first and latest assessments show, of every scale and every item."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import File, Page
from generator.model.scale import Scale
from generator.wording import change as wording
from generator.wording import names

from .parts import address as at
from .parts.change.by_whom import by_partner, by_programme
from .parts.change.pooled_part import pooled_part
from .parts.change.said import licence
from .parts.change.scale_parts import scale_part
from .parts.figures import Drawn
from .parts.indicator.indicator_tables import Part
from .parts.known.changed import OfScale
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.worded import Download, Head, Link

TITLE = "Change in people"
NOBODY = "Nobody has been assessed twice yet."
NOT_PUBLISHED = "How many people moved for the better is not published for everyone together."
METHOD = f"{at.METHODS}#change-in-people"


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """The page `prove/change/` with the files of its figures; none without such numbers."""
    changed = lookup.worked.changed
    used = changed.used
    if not used:
        return ()
    place = lookup.area_name(lookup.main_area)
    pooled = pooled_part(lookup, at.CHANGE)
    made = [_scale(lookup, scale, place) for scale in used]
    drawn = [each for _, each in (*((pooled,) if pooled else ()), *made) if each]
    head = Head(
        title=TITLE,
        finding=finding(changed.scales),
        crumbs=crumbs(at.CHANGE),
        half="prove",
    )
    status = changed.status(*(str(scale.id) for scale in used))
    own = page(
        "change",
        at.CHANGE,
        head,
        data_period=span(changed.scales),
        illustrative=status == "illustrative",
        in_navigation=TITLE,
        section="Prove",
        title=f"Prove: {TITLE.lower()}",
        caveat=wording.CAVEAT,
        pooled=pooled[0] if pooled else None,
        scales=tuple(part for part, _ in made),
        links=tuple(Link(scale.title, f"#scale-{scale.id}") for scale in used if len(used) > 1),
        download=Download(
            "Every item by partner, programme and group", at.link(at.CHANGE, at.CHANGES), "CSV"
        ),
        method=Link("How change in people is worked out", at.link(at.CHANGE, METHOD)),
    )
    return (own, *(file for each in drawn for file in each.files))


def _scale(lookup: Lookup, scale: Scale, place: str) -> tuple[Part, Drawn | None]:
    """A scale for everyone, and folded by partner and by programme."""
    changed, id = lookup.worked.changed, str(scale.id)
    more = (
        *by_partner(lookup, at.CHANGE, scale, changed.parts(id, 0)),
        *by_programme(lookup, at.CHANGE, scale, changed.parts(id, 1)),
    )
    whole = changed.of_scale(id)
    if whole:
        return scale_part(lookup, whole, at.CHANGE, place, more)
    lead, lines = wording.NO_TOTAL, licence(scale)
    return Part(f"scale-{id}", scale.title, lead=lead, wide=True, more=more, under=lines), None


def finding(found: tuple[OfScale, ...]) -> str:
    """ "On 27 of 31 items of four scales, more people moved for the better than for the worse." """
    told = [[row for _, row in one.known if row.better >= 0 and row.worse >= 0] for one in found]
    rows = [row for own in told for row in own]
    if not rows:
        every = [row.pairs for one in found for row in one.rows.values()]
        nobody = bool(every) and not any(every)
        return NOBODY if nobody else NOT_PUBLISHED
    scales = [own for own in told if own]
    counted = "one scale" if len(scales) == 1 else f"{names.in_words(len(scales))} scales"
    better = sum(row.better > row.worse for row in rows)
    which = f"{better:,} of {len(rows):,} items" if len(rows) > 1 else "the one item"
    if len(rows) == 1 and not better:
        return f"On {which} of {counted}, no more people moved for the better than for the worse."
    return f"On {which} of {counted}, more people moved for the better than for the worse."


def span(found: tuple[OfScale, ...]) -> str:
    """From the first year shown to the last."""
    ends = list(_ends(found))
    if not ends:
        return ""
    first, last = min(start for start, _ in ends), max(end for _, end in ends)
    return f"{first}" if first == last else f"{first} to {last}"


def _ends(found: tuple[OfScale, ...]) -> Iterator[tuple[int, int]]:
    for one in found:
        for row in (*one.rows.values(), *one.before.values()):
            yield row.period_start.year, row.period_end.year
