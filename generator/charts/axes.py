"""Ranges and ticks: round numbers for values, real dates for time."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.charts.chart import Axis, Tick
from generator.charts.text import width

FROM_ZERO_SHARE = 0.25
"""Lines start at 0 unless what varies would fill less than this share of the height."""

_MARGIN = 30.0  # a first or last tick text may reach this far out of the plot
_GAP = 14.0
_FEW = 4.0  # a count up to this has a tick for each number
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))


def with_unit(text: str, unit: str) -> str:
    """`21.0` as `21.0%`, `−5` as `−£5`; other units stand in the subtitle."""
    if unit == "£":
        return f"−£{text[1:]}" if text.startswith("−") else f"£{text}"
    return f"{text}{unit}" if unit == "%" else text


def nice_step(span: float, most: float = 4.5) -> float:
    """The smallest of 1, 2, 5 times a power of ten that goes at most `most` times into `span`."""
    power = 10.0 ** math.floor(math.log10(span / most))
    return next((m * power for m in (1, 2, 5) if m * power * most >= span * (1 - 1e-9)), 10 * power)


def starts_at_zero(values: Sequence[float]) -> bool:
    """Whether an axis of positions (not of lengths) is best read from 0."""
    low, high = min(values), max(values)
    return (
        low <= 0 <= high or high - low >= FROM_ZERO_SHARE * max(abs(low), abs(high)) or low == high
    )


def value_axis(
    values: Sequence[float], unit: str = "", zero: bool = True, wide: float = 0, narrow: float = 0
) -> Axis:
    """An axis that holds all `values`, and 0 where `zero`.

    `wide` and `narrow` are the lengths in pixels along which tick texts stand side by side; 0 where
    they stand above one another. Without values: 0 to 1, no ticks.
    """
    if not values:
        return Axis("value", 0.0, 1.0)
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 1e-9 * max(abs(low), abs(high)):  # all equal
        around = abs(low) / 10 or 1.0
        low, high = (low, low + 1.0) if zero else (low - around, high + around)
    step = nice_step(high - low)
    first, last = math.floor(low / step + 1e-9), math.floor(high / step + 1e-9)
    if high / step - last > 0.35:  # a little over the last tick needs no tick of its own
        last += 1
    if low < 0 and low / step - first >= 0.65:
        first += 1
    numbers = [_round(place * step, step) for place in range(first, last + 1)]

    def ticks(length: float, size: float) -> tuple[Tick, ...]:
        return _unit_on_last(numbers, step, unit, length, size)

    return Axis(
        "value",
        min(low, numbers[0]),
        max(high, numbers[-1]),
        ticks(wide, 15.0),
        ticks(narrow, 14.5),
    )


def count_axis(values: Sequence[float], wide: float = 0, narrow: float = 0) -> Axis:
    """An axis from 0 for counts: as `value_axis`, and no tick between two whole numbers."""
    if not values or (most := max(values)) > _FEW:
        return value_axis(values, wide=wide, narrow=narrow)
    ticks = tuple(Tick(float(n), str(n)) for n in range(max(1, math.ceil(most)) + 1))
    return Axis("value", 0.0, ticks[-1].value, ticks, ticks)


def _round(number: float, step: float) -> float:
    return round(number, max(0, 2 - math.floor(math.log10(step)))) + 0.0 if step > 1e-12 else number


def _unit_on_last(
    numbers: list[float], step: float, unit: str, length: float, size: float
) -> tuple[Tick, ...]:
    """Every tick, or each second, third… so that the texts fit side by side; 0 stays."""
    zero = numbers.index(0.0) if 0.0 in numbers else 0
    for stride in range(1, len(numbers) + 1):
        kept = numbers[zero % stride :: stride]
        texts = [tick_text(number, step * stride, kept[-1]) for number in kept]
        texts[-1] = with_unit(texts[-1], unit)
        taken = sum(width(text, size) for text in texts) + _GAP * len(texts)
        if not length or taken <= length or len(kept) == 1:
            break
    return tuple(Tick(number, text) for number, text in zip(kept, texts, strict=True))


def tick_text(number: float, step: float, largest: float) -> str:
    """`1,500`, `0.25`, `−10`; `2.5m`, `3bn` where an axis in millions or more is short enough."""
    if number == 0:
        return "0"
    size = max(abs(number), abs(largest))
    scale, suffix = next(((s, x) for s, x in _SCALES if size >= s and step >= s / 1000), (1.0, ""))
    if size >= 1e16 or step < 1e-9:
        return f"{number:g}".replace("-", "−")
    smallest = step / scale
    places = max(0, -math.floor(math.log10(smallest) + 1e-9))
    return f"{number / scale:,.{places}f}{suffix}".replace("-", "−")


def time_axis(periods: dict[int, str], wide: float, narrow: float) -> Axis:
    """An axis over days; `periods` are the last days with their short texts.

    `wide` and `narrow` are lengths in pixels. The last period always has a tick, the first where
    it fits, and those between are evenly spaced.
    """
    if not periods:
        return Axis("time", 0.0, 1.0)
    days = sorted(periods)
    low, high = float(days[0]), float(days[-1])
    if low == high:
        low, high = low - 1.0, high + 1.0

    def ticks(length: float, size: float, most: int) -> tuple[Tick, ...]:
        def place(index: int) -> tuple[float, float]:
            middle = (days[index] - low) / (high - low) * length
            half = width(periods[days[index]], size) / 2
            middle = min(max(middle, half - _MARGIN), length + _MARGIN - half)
            return middle - half, middle + half

        return tuple(
            Tick(float(days[index]), periods[days[index]])
            for index in _spread(len(days), most, place)
        )

    return Axis("time", low, high, ticks(wide, 15.0, 6), ticks(narrow, 14.5, 4))


def _spread(count: int, most: int, place: Callable[[int], tuple[float, float]]) -> list[int]:
    """Indices of ticks from the last backwards by one stride, with the first where it fits."""

    def fits(indices: list[int]) -> bool:
        boxes = [place(index) for index in indices]
        return len(indices) <= most and all(
            left[1] + _GAP <= right[0] for left, right in pairwise(boxes)
        )

    def every(stride: int) -> list[int]:
        return list(range(count - 1, -1, -stride))[::-1]

    least = next(stride for stride in range(1, count + 1) if fits(every(stride)))
    for stride in range(least, 2 * least + 1):
        if (count - 1) % stride == 0 and fits(every(stride)):
            return every(stride)
    kept = every(least)
    return [0, *kept] if kept[0] and fits([0, *kept]) else kept
