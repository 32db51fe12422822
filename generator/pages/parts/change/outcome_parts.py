"""Change in people on an outcome's page: the items that speak of it, and all of them together."""

from __future__ import annotations

from generator import charts
from generator.model.pathway import Outcome
from generator.wording import change as wording

from ..figures import Drawn
from ..indicator.indicator_tables import Part
from ..known.lookup import Lookup
from ..worded import Definition
from .item_parts import every_scale
from .moves_figure import moved_figure, title_together
from .moves_table import moves_table
from .named import Named
from .said import licence, period, within

SHOW = "Show each item with its margin of error"


def outcome_part(lookup: Lookup, outcome: Outcome, page: str) -> tuple[Part, Drawn] | None:
    """The section of an outcome; None where no item speaks of it or none has a number."""
    changed = lookup.worked.changed
    pooled = changed.pooled(str(outcome.id))
    if pooled is None:
        return None
    text = str(pooled.period)
    found = changed.speaking_of(str(outcome.id), text)
    items = tuple(item for _, item, _ in found)
    ways, when = wording.ways(items), period(lookup, text)
    rows = [
        Named(f"{item.name}, {scale.title}", row, code=f"{scale.id}/{item.item}")
        for scale, item, row in found
    ]
    scales = tuple(dict.fromkeys(str(scale.id) for scale, _, _ in found))
    drawn = moved_figure(
        lookup,
        page,
        charts.About(
            "moved",
            title_together(pooled),
            f"Items that speak of this outcome, {lookup.area_name(lookup.main_area)}, {when}",
            f"Items that speak of “{outcome.title}”",
            (wording.A_PAIR,),
        ),
        ways,
        rows,
        Named("All items together", pooled),
        scales=scales,
        period=when,
        counted="pairs",
    )
    caption = f"Items that speak of “{outcome.title}”, {when}: who moved which way"
    part = Part(
        "change-in-people",
        "Change in people",
        lead=wording.together(pooled, within(lookup, text)),
        figure=drawn.figure,
        table=moves_table("change-table", caption, ways, rows, "Item"),
        folded_table=SHOW,
        wide=True,
        notes=(
            Definition(wording.CAVEAT_TITLE, (wording.CAVEAT,)),
            Definition("Why there is no mean", (f"{wording.NEVER_A_MEAN} {wording.NOT_PEOPLE}",)),
            Definition("Every scale and item", links=(every_scale(page),)),
        ),
        under=licence(*(scale for scale, _, _ in found)),
    )
    return part, drawn
