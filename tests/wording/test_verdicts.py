"""Every verdict has a tone and a shape."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.model import verdicts
from generator.wording.verdicts import VERDICTS, against, capitalised, shape, tone

ALL = {
    verdict.lower()
    for listed in (
        verdicts.SinceBaseline,
        verdicts.TowardsTarget,
        verdicts.AgainstComparator,
        verdicts.OnACard,
        verdicts.Variation,
        verdicts.Assurance,
        verdicts.RecentTrend,
        verdicts.Gap,
        verdicts.GapOverTime,
        verdicts.Reach,
        verdicts.Spread,
        verdicts.Forecast,
    )
    for verdict in get_args(listed)
}


def test_the_verdicts_are_those_of_the_closed_lists() -> None:
    assert set(VERDICTS) == ALL


def test_shapes_tell_good_and_bad_apart_without_colour() -> None:
    by_tone: dict[str, set[str]] = {}
    for verdict in VERDICTS:
        by_tone.setdefault(tone(verdict), set()).add(shape(verdict))
    shapes = [each for found in by_tone.values() for each in found]
    assert len(shapes) == len(set(shapes))
    assert tone("Getting worse") == "bad" and shape("Target met") == "tick"


def test_no_word_no_shape() -> None:
    with pytest.raises(KeyError):
        tone("splendid")


def test_against() -> None:
    assert against("worse", "England") == "worse than England"
    assert against("similar", "England") == "similar to England"
    assert against("cannot say", "England") == "cannot say"
    assert capitalised("no clear change") == "No clear change"
