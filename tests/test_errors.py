"""What a problem tells its reader to type."""

from __future__ import annotations

import pytest

from generator.errors import did_you_mean


@pytest.mark.parametrize(
    ("typed", "known", "said"),
    [
        ("vists", ["visits", "calls"], "Did you mean 'visits'? Known: calls, visits."),
        ("YES", ["no", "yes"], "Did you mean 'yes'? Known: no, yes."),
        ("other", ["calls"], "Known: calls."),
        ("about.md", [], "There is none yet."),
    ],
)
def test_did_you_mean(typed: str, known: list[str], said: str) -> None:
    assert did_you_mean(typed, known) == said
