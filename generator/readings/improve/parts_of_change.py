"""How much of a change each part makes up: shares of it that add up to the whole, exactly.

Kitagawa (1955), "Components of a difference between two rates", Journal of the American
Statistical Association 50. Of a value Σx/Σn, a part's own value is x/n and its weight n/Σn:

    through its own value   (w₁ + w₀)/2 · (r₁ − r₀)
    through its weight      (w₁ − w₀) · ((r₁ + r₀)/2 − (R₁ + R₀)/2)

Kitagawa's second term has no R, the value of the whole; as weights change by 0 in all, taking it
off changes no sum, and a part that grows adds only where its value is above that of the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Counted:
    """The numerators and denominators of the parts in one period; 0 where a part was not there."""

    x: Floats
    n: Floats


def of_counts(now: Counted, then: Counted) -> Floats:
    """Of a count or a sum: each part's own change."""
    return now.x - then.x


def of_values(now: Counted, then: Counted, whole: Codes, per: Floats) -> tuple[Floats, Floats]:
    """Of Σx/Σn for every `per`: each part's share through its own value, and through its weight.

    `whole` says, as codes from 0, which whole each part is of. NaN in a whole without a denominator
    in one of the periods. A part that was there in one period alone has no change of its own value:
    all that it makes up is through its weight.
    """
    if not len(whole):
        return np.zeros(0), np.zeros(0)
    with np.errstate(divide="ignore", invalid="ignore"):
        total_now, total_then = _wholes(now, whole), _wholes(then, whole)
        middle = (total_now.x / total_now.n + total_then.x / total_then.n) / 2
        own_now = np.where(now.n > 0, now.x / now.n, then.x / then.n)
        own_then = np.where(then.n > 0, then.x / then.n, own_now)
        weight_now, weight_then = now.n / total_now.n, then.n / total_then.n
        value = (weight_now + weight_then) / 2 * (own_now - own_then)
        weight = (weight_now - weight_then) * ((own_now + own_then) / 2 - middle)
    never = (now.n == 0) & (then.n == 0) & np.isfinite(middle)
    value, weight = (np.where(never, 0.0, part) * per for part in (value, weight))
    return value, weight


def _wholes(parts: Counted, whole: Codes) -> Counted:
    """For each part the sums over its whole."""
    x, n = (np.bincount(whole, column)[whole].astype(float) for column in (parts.x, parts.n))
    return Counted(x, n)
