"""The benchmark of rendering runs: a package as small as one can be, measured once."""

from __future__ import annotations

from tests.benchmarks.rendering import REFERENCE, Size, line, measure


def test_ours_and_the_floor_are_measured_on_the_same_pages() -> None:
    found = measure(Size(indicators=2, quarters=2, areas=3, groups=2), times=1)
    print(line("small", found))
    assert found.pages > 2 + 3  # an indicator each, a place each, and the pages of every site
    assert min(found.ours.seconds, found.floor.seconds) > 0
    assert found.ratio == found.ours.seconds / found.floor.seconds


def test_the_reference_package_is_the_one_that_was_asked_for() -> None:
    assert Size(indicators=40, quarters=12, areas=20, groups=8) == REFERENCE
