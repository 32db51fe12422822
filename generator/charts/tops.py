"""Labels over upright rules: stacked and set aside so that no rule runs through another's label."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.geometry import Box

_ASIDE = 5.0
_APART = 10.0


@dataclass(frozen=True)
class Top:
    """Where a label goes: its centre, and how many lines over the plot its last line stands."""

    centre: float
    level: int


@dataclass(frozen=True)
class _Try:
    """A possible place of a label: what it covers (levels count upwards), and what it costs."""

    x: float
    box: Box
    top: Top
    cost: int

    def clear_of(self, other: _Try) -> bool:
        """Whether neither label covers the other, nor the rule of the higher runs through one."""
        wide = Box(
            other.box.left - _APART, other.box.top, other.box.right + _APART, other.box.bottom
        )
        if self.box.meets(wide):
            return False
        if self.top.level == other.top.level:
            return True
        high, low = (self, other) if self.top.level > other.top.level else (other, self)
        return not low.box.left - 3 < high.x < low.box.right + 3


def stack(xs: list[float], widths: list[float], lines: list[int], right: float) -> list[Top]:
    """Places for the labels of the rules at `xs`, each inside 0 to `right`, none in another's way.

    A label stands centred on its rule on the lowest level, or else beside its rule, or higher: the
    cheapest places that go together. If none do, each has a level of its own.
    """
    tries = [
        _tries(x, wide, own, right, sum(lines))
        for x, wide, own in zip(xs, widths, lines, strict=True)
    ]
    best = _cheapest(tries, [], 10**6)
    if best is not None:
        return [one.top for one in best]
    levels = [sum(lines[:index]) for index in range(len(xs))]
    return [Top(own[0].top.centre, level) for own, level in zip(tries, levels, strict=True)]


def _tries(x: float, wide: float, lines: int, right: float, levels: int) -> list[_Try]:
    """Centred, to the left, to the right, on each level; cheapest first."""
    half = wide / 2
    found = []
    for level in range(levels):
        for aside, wish in enumerate((x, x - half - _ASIDE, x + half + _ASIDE)):
            centre = min(max(wish, half), right - half)
            box = Box(centre - half, -float(level + lines), centre + half, -float(level))
            away = 6 if abs(centre - x) > half + 2 * _ASIDE else 0
            found.append(_Try(x, box, Top(centre, level), 3 * level + min(aside, 1) + away))
    return sorted(found, key=lambda one: one.cost)


def _cheapest(tries: list[list[_Try]], chosen: list[_Try], limit: int) -> list[_Try] | None:
    """The cheapest choice of one place a label, all clear of each other, costing under `limit`."""
    if len(chosen) == len(tries):
        return chosen
    spent = sum(one.cost for one in chosen)
    best = None
    for one in tries[len(chosen)]:
        if spent + one.cost >= limit:
            break
        if all(one.clear_of(other) for other in chosen):
            found = _cheapest(tries, [*chosen, one], limit)
            if found is not None:
                best, limit = found, sum(each.cost for each in found)
    return best
