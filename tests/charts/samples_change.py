"""Charts of change in people, to test with: everyday ones, and data as awkward as it gets."""

from __future__ import annotations

from generator.charts import NO_VALUE, Chart, Stage, Stages, Value
from tests.charts.samples import HOSTILE, LONG, UNBROKEN, about


def count(number: float | None, *flags: str) -> Value:
    """A count in words, or none with the flags that say why."""
    return Value(number, "" if number is None else f"{number:,.0f}", flags=flags)


def stage(name: str, number: float | None, of_100: float | None = None, *flags: str) -> Stage:
    share = NO_VALUE if of_100 is None else Value(of_100, f"{of_100:.0f}")
    return Stage(name, count(number, *flags), share, name.lower().replace(" ", "_")[:20])


def staged() -> list[Chart]:
    """Stages as pages show them."""
    return [
        Stages("Stage", "Needs", "needs presented")(
            about(
                "needs", "Three in four needs presented were met in part or in full", "Needs met"
            ),
            (
                stage("Needs presented", 1204),
                stage("Partly met", 312, 100 * 312 / 1204),
                stage("Fully met", 611, 100 * 611 / 1204),
                stage("Still open", 281, 100 * 281 / 1204),
            ),
        ),
        Stages("Stage", "Referrals")(
            about("referrals", "Half of all referrals were completed", "Referrals"),
            (
                stage("Referrals made", 842),
                stage("Accepted", 633),
                stage("Started", None),
                stage("Completed", 402),
            ),
        ),
    ]


def staged_awkwardly() -> list[Chart]:
    """Stages that break careless drawings."""
    return [
        Stages(HOSTILE, UNBROKEN, LONG)(
            about("stages-long"),
            (
                stage(LONG, 98765432100.0),
                stage(UNBROKEN, 12345678900.0, 12.5),
                stage(HOSTILE, None, None, "c"),
                stage("A", 0.0, 0.0, "p", "r"),
            ),
        ),
        Stages()(about("stages-one"), (stage("Needs presented", 3),)),
        Stages()(about("stages-zero"), (stage("Made", 0), stage("Accepted", 0))),
        Stages()(about("stages-none"), (stage("Made", None), stage("Accepted", None, None, "x"))),
    ]


def changing() -> list[Chart]:
    """What pages about change in people show."""
    return staged()


def changing_awkwardly() -> list[Chart]:
    """Data that breaks careless drawings."""
    return staged_awkwardly()
