"""How one place or partner stands in the funnels that hold it: a row an indicator."""

from __future__ import annotations

from typing import Any

from generator.wording import spreads

from .. import address as at
from ..known.lookup import Lookup
from ..shapes import verdict
from ..tables import MOST_ROWS, table
from ..worded import Column, Link, Reasoned, Row, Table, Text

TITLE = "Beside others, size allowed for"
CAPTION = "How it stands beside others of its kind, by indicator"
COLUMNS = (
    *(Column("Indicator"), Column("Verdict"), Column("Value", numeric=True, big=True)),
    Column("Average", numeric=True),
)


def beside_others(lookup: Lookup, page: str, area: str, organisation: str = "") -> Table | None:
    """The verdicts of an area, or of an organisation in it, in the order of the indicators; None
    where none is given. Each leads to its funnel."""
    every = lookup.worked.tables.spread
    own = every[((every["area"] == area) & (every["organisation"] == organisation)).to_numpy()]
    # The frequency that cards show comes first, and is the one that has a section.
    own = own.drop_duplicates(["indicator", "programme"])
    rows = own[own["judged"]]
    order = {str(indicator.id): place for place, indicator in enumerate(lookup.ordered)}
    units = sorted(rows.itertuples(), key=lambda unit: order[str(unit.indicator)])
    made = [_row(lookup, str(unit.indicator), unit, page) for unit in units]
    if not made:
        return None
    return table("beside-table", CAPTION, COLUMNS, made[:MOST_ROWS], dense=True, hide_caption=True)


def _row(lookup: Lookup, id: str, unit: Any, page: str) -> Row:
    indicator = next(one for one in lookup.ordered if one.id == id)
    manner = lookup.manner(indicator)
    inputs = lookup.report.inputs
    others = spreads.who(str(unit.area), str(unit.organisation), str(unit.programme), inputs)
    working = f"{at.indicator(id)}#spread-{unit.among}"
    return Row(
        Link(indicator.title, at.link(page, working)),
        (
            Reasoned(verdict(unit.verdict)),
            Text(manner.brief(unit.value)),
            Text(manner.brief(unit.average)),
        ),
        note=f"among {others}",
    )
