"""What stages say, in sentences: how many came to the last one, and why there may be no shares."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.metric import Id, Metric
from generator.model.report import Inputs

OTHER_PARTNERS = "Not the same partners stand behind every stage, so not every share can be given."
NOT_A_PART = "Nothing says that later stages are part of the first, so no shares are given."


def finding(last: str, first: str, when: str, now: str, then: str, shared: bool) -> str:
    """How the last stage stands: `now` and `then`, a year before, in words; "" for none.

    `when` is the period with its preposition; shares are `shared`, of the first stage.
    """
    stood = f"was {now} of “{first}”" if shared else f"stood at {now}"
    before = f"; a year before it was {then}" if then else ""
    return f"{when[:1].upper()}{when[1:]}, “{last}” {stood}{before}."


def rests_on(now: float | None, then: float | None) -> str:
    """From how many partners the two numbers are, where they were summed over them."""
    if now is None:
        return ""
    if then is None or now == then:
        return f"It rests on {now:,.0f} {'partner' if now == 1 else 'partners'}."
    stand = "partner stands" if now == 1 else "partners stand"
    return (
        f"{now:,.0f} {stand} behind the first number, {then:,.0f} behind the second: compare them "
        "with care."
    )


def why_no_shares(
    stages: Sequence[Id], parts: Sequence[bool], inputs: Inputs, frequency: str
) -> str:
    """Why later stages have no share of the first; "" where all of them are a part of it."""
    later = [stage for stage, part in zip(stages[1:], parts[1:], strict=True) if not part]
    if not later:
        return ""
    period = period_word(frequency)
    links = [inputs.metrics[stage].part_of for stage in later if stage in inputs.metrics]
    apart = any(link is not None and not link.same_period for link in links)
    if len(later) < len(stages) - 1:
        named = ", ".join(f"“{inputs.metrics[stage].title}”" for stage in later)
        return (
            f"{named}: not known to be part of the first stage in the same {period}, so no share "
            "is given."
        )
    if apart:
        return (
            f"What stands at a later stage may have come in an earlier {period}, so these are not "
            "shares of one another."
        )
    return NOT_A_PART


def other_cases(part: Metric, whole: Id, frequency: str) -> str:
    """What a share does not say whose part may be counted in a later period than its whole."""
    link = part.part_of
    if link is None or link.same_period or link.metric != whole:
        return ""
    period = period_word(frequency)
    return f"That these are the same cases: what was counted in a {period} may have come earlier."


def period_word(frequency: str) -> str:
    """What one period of this frequency is called."""
    return frequency if frequency in ("month", "quarter") else "year"
