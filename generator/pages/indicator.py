"""An indicator's page: may I trust this number, and what do I need to reuse it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.indicator import Indicator
from generator.model.page import File, Page

from .parts import address as at
from .parts import facts, groups_side_by_side, remarks, sentences, side_by_side
from .parts.change.item_parts import item_parts
from .parts.charted import over_time
from .parts.improve import SECTIONS
from .parts.indicator import dataset
from .parts.indicator.choosing import choosing
from .parts.indicator.definitions import definitions
from .parts.indicator.evidence import can_claim, cannot_claim, strength
from .parts.indicator.indicator_tables import Part, all_values, every_place, every_value, partners
from .parts.indicator.own_targets import own_targets
from .parts.indicator.quantiles import download, quantiles_file
from .parts.indicator.short import in_short
from .parts.indicator.stage_by_stage import stage_by_stage
from .parts.indicator.workings import workings
from .parts.known import cells
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.learned.beside import beside
from .parts.maps.maps import of_indicator
from .parts.teasers import about, teaser
from .parts.worded import Definition, Download, Head, Link

WORKED = "How we worked this out"
SHOW_CHART = "Show the chart"
MOST_OPEN = 2
"""So many charts of where to act stand open: their sentences say what they show."""
QUESTIONS = ("how", "what", "when", "where", "which", "who", "whom", "whose", "why")
"""How the title of a breakdown begins that asks something."""
ELSEWHERE = "This page shows the places that have one."


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page an indicator, with the files of its figures."""
    return tuple(part for i in lookup.indicators.values() for part in _one(lookup, i))


def _one(lookup: Lookup, indicator: Indicator) -> Iterator[Page | File]:
    address = at.indicator(indicator.id)
    standing = Standing(lookup, indicator, lookup.main_area)
    trend = over_time(standing, address)
    places = side_by_side.against_places(standing, address)
    groups = [
        (breakdown, groups_side_by_side.by_group(standing, address, breakdown))
        for breakdown in lookup.report.inputs.breakdowns.values()
        if not groups_side_by_side.is_compared(standing, breakdown.id)
    ]
    every = every_value(lookup, indicator)
    stands = quantiles_file(lookup, indicator)
    chosen = choosing(standing, address, all_values(address, every))
    maps, map_files = of_indicator(lookup, indicator, address)
    staged = stage_by_stage(standing, address)
    of_people = item_parts(standing, address)
    parts: list[Part] = [*of_people.parts, *staged.parts]
    if places:
        title = f"Against {places.kind}" if places.kind.startswith("similar") else "By place"
        parts.append(Part("places", title, figure=places.drawn.figure))
    for breakdown, made in groups:
        if made:
            title = _by(breakdown.title)
            id = groups_side_by_side.section(standing, breakdown.id)
            parts.append(Part(id, title, figure=made.figure))
    to_improve = [section(standing, address) for section in SECTIONS]
    tables = [
        *partners(standing, address),
        *own_targets(standing, address),
        *every_place(standing, address, every),
    ]
    if notes := remarks.of_indicator(lookup, indicator, address):
        tables.append(Part("remarks", remarks.TITLE, table=notes))
    yield page(
        "indicator",
        address,
        _head(standing, address, any(part.id == "every-place" for part in tables)),
        data_period=standing.span or _years(lookup, indicator),
        illustrative=lookup.is_illustrative(indicator.id),
        value=facts.number(standing),
        what=facts.what(standing),
        under_number=facts.under_number(standing),
        facts=facts.facts(standing),
        working_link=Link(WORKED, "#working"),
        over_time=trend.figure if trend else None,
        notes=trust(standing),
        choosing=chosen[0] if chosen else None,
        maps=maps,
        parts=tuple(parts),
        to_improve=tuple(_folded(part for made in to_improve for part in made.parts)),
        tables=tuple(tables),
        stories=tuple(
            teaser(lookup, story, address, indicator.id) for story in about(lookup, indicator.id)
        ),
        beside=beside(lookup, address, indicator.id),
        workings=workings(standing),
        how_we_judge=Link("How we judge", at.link(address, at.JUDGING)),
        definitions=definitions(standing, address),
        definitions_caption=f"Definition of the indicator “{indicator.title}”",
        downloads=tuple(_downloads(indicator, address, every, stands)),
        dataset=dataset.of_indicator(lookup, indicator, sentences.finding(standing), every),
    )
    yield every
    if stands:
        yield stands
    if chosen:
        yield chosen[1]
    yield from map_files
    yield from staged.files
    yield from of_people.files
    yield from (file for made in to_improve for file in made.files)
    for made in (trend, places.drawn if places else None, *(made for _, made in groups)):
        if made:
            yield from made.files


def _by(title: str) -> str:
    """ "By sex", and a question as it stands: "Who made the referral"."""
    asks = title.partition(" ")[0].casefold() in QUESTIONS
    return title if asks else f"By {title[:1].lower()}{title[1:]}"


def _folded(parts: Iterable[Part]) -> Iterator[Part]:
    """The sections with their charts folded away, but for the first that ask somebody to act."""
    open_ = 0
    for part in parts:
        if part.verdict is None or part.figure is None or part.folded:
            yield part
        elif part.verdict.tone == "bad" and open_ < MOST_OPEN:
            open_ += 1
            yield part
        else:
            yield replace(part, folded=SHOW_CHART)


def _head(standing: Standing, address: str, elsewhere: bool) -> Head:
    finding = sentences.finding(standing)
    silent = standing.latest is None and elsewhere
    return Head(
        title=standing.indicator.title,
        finding=f"{finding} {ELSEWHERE}" if silent else finding,
        crumbs=crumbs(address),
        half="prove",
        verdicts=facts.verdicts(standing),
        evidence=strength(standing.indicator) if standing.latest else "",
        short=in_short(standing),
    )


def _years(lookup: Lookup, indicator: Indicator) -> str:
    """The years of the values of other places, where the main area has none."""
    rows = cells.whole(lookup.results(indicator.id))
    return cells.years(cells.results(rows[rows["value"].notna()]))


def trust(standing: Standing) -> tuple[Definition, ...]:
    """What the number lets one claim and what not: the margin column."""
    indicator = standing.indicator
    found = [
        Definition("What we can claim", (can_claim(standing),)),
        Definition("What we cannot claim", cannot_claim(standing)),
    ]
    if indicator.limits:
        found.append(Definition("Limits", (indicator.limits,)))
    return tuple(found)


def _downloads(
    indicator: Indicator, address: str, every: File, stands: File | None
) -> Iterator[Download]:
    yield all_values(address, every)
    if stands:
        yield download(address, indicator, stands)
    about = at.link(address, f"data/indicators/{indicator.id}.json")
    yield Download("Definition, latest values and readings", about, "JSON")
    whole = at.link(address, "data/datapackage.json")
    yield Download("Description of all data of this site", whole, "Data Package, JSON")
