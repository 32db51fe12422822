"""A scale as sections: its items in a chart and a table, and by whom they were asked."""

from __future__ import annotations

from generator import charts
from generator.model.scale import Item
from generator.wording import change as wording
from generator.wording import names

from ..figures import Drawn
from ..indicator.indicator_tables import Part
from ..known.changed import OfScale
from ..known.lookup import Lookup
from .by_whom import Folded
from .moves_figure import moved_figure, title
from .moves_table import moves_table
from .named import Named
from .said import licence, period, within

NO_OUTCOME = "Speaks of no outcome here"
SHOW_ITEMS = "Show each item with its margin of error"


def scale_part(
    lookup: Lookup, found: OfScale, page: str, whose: str, more: Folded = ()
) -> tuple[Part, Drawn]:
    """Every item of a scale, for everyone or for one partner or programme (`whose` is its name);
    `more` are tables of who is in it."""
    scale, items = found.scale, found.items
    id = f"scale-{scale.id}"
    ways, rows = wording.ways(items), items_of(lookup, found, page)
    when = period(lookup, found.period)
    known = [one for one in rows if one.row is not None]
    subtitle = f"{scale.title}, share of people assessed twice, {whose}, {when}"
    drawn = moved_figure(
        lookup,
        page,
        charts.About(f"moved-{scale.id}", title(ways, known), subtitle, f"{scale.title}, {whose}"),
        ways,
        rows,
        scales=(str(scale.id),),
        period=when,
    )
    earlier = period(lookup, found.earlier) if found.earlier else ""
    caption = f"{scale.title}, {whose}, {when}: who moved which way, by item"
    return (
        Part(
            id,
            scale.title,
            lead=lead(lookup, found),
            figure=drawn.figure,
            table=moves_table(f"{id}-table", caption, ways, rows, "Item", earlier),
            folded_table=SHOW_ITEMS,
            wide=True,
            more=more,
            under=licence(scale),
        ),
        drawn,
    )


def items_of(lookup: Lookup, found: OfScale, page: str) -> list[Named]:
    """A row an item in the order of the scale, with the outcome that it speaks of."""
    return [
        Named(
            item.name,
            found.rows.get(item.item),
            found.before.get(item.item),
            code=str(item.item),
            note=outcome(lookup, item),
        )
        for item in found.items
    ]


def lead(lookup: Lookup, found: OfScale) -> str:
    """How many items, and how many people were assessed on them twice."""
    when = within(lookup, found.period)
    items = f"{names.in_words(len(found.items)).capitalize()} item{'s' * (len(found.items) != 1)}."
    if len(found.known) == len(found.items) == 1:
        (item, row), *_ = found.known
        return wording.told(row, item, when)
    pairs = [row.pairs for _, row in found.known]
    if not pairs:
        nobody = all(row.pairs == 0 for row in found.rows.values())
        return f"{items} {wording.none_twice(when, nobody)}"
    least, most = min(pairs), max(pairs)
    many = wording.people(most) if least == most else f"{least:,.0f} to {wording.people(most)}"
    was = "was" if most == 1 else "were"
    return f"{items} {many[:1].upper()}{many[1:]} {was} assessed twice {when}."


def outcome(lookup: Lookup, item: Item) -> str:
    """The title of the outcome that an item speaks of."""
    titles = {str(one.id): one.title for one in lookup.outcomes}
    return titles.get(item.outcome, NO_OUTCOME)
