"""The item of a scale that an indicator is of, with its row for everyone and for each part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.indicators.methods import Change
from generator.model.scale import Item
from generator.wording import names

from ..known.changed import OfScale
from ..known.standing import Standing
from .named import Named


@dataclass(frozen=True)
class OfItem:
    """Change on one item of a scale, as an indicator has it."""

    standing: Standing
    item: Item
    found: OfScale

    @property
    def row(self) -> Any:
        """The row of everyone."""
        return self.found.rows[self.item.item]

    @property
    def named(self) -> str:
        """The item with its scale: "Money, Homelessness Star"."""
        return f"{self.item.name}, {self.found.scale.title}"

    @property
    def everyone(self) -> Named:
        """All people in the place."""
        row = self.found.before.get(self.item.item)
        return Named("Everyone", self.row, row, subject=True)

    def parts(self, place: int) -> Iterator[tuple[str, Named]]:
        """Those of the same period by each organisation (`place` 0) or group (2), with their id."""
        changed = self.standing.lookup.worked.changed
        inputs = self.standing.lookup.report.inputs
        for found in changed.parts(str(self.item.scale), place):
            row = found.rows.get(self.item.item)
            if row is not None and found.period == self.found.period:
                organisation, _, group = found.by
                name = names.part(organisation, "", group, inputs)
                same = found.earlier == self.found.earlier
                before = found.before.get(self.item.item) if same else None
                yield found.by[place], Named(name, row, before, code=found.by[place])


def of_item(standing: Standing) -> OfItem | None:
    """The change that an indicator speaks of; None for other methods, and without any number."""
    method = standing.indicator.method
    if not isinstance(method, Change):
        return None
    found = standing.lookup.worked.changed.of_scale(str(method.scale))
    if found is None or method.item not in found.rows:
        return None
    return OfItem(standing, found.scale.items[method.item], found)
