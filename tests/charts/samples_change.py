"""Charts of change in people, to test with: everyday ones, and data as awkward as it gets."""

from __future__ import annotations

from generator.charts import (
    NO_VALUE,
    Chart,
    Moved,
    Moves,
    PairedDistribution,
    Share,
    Stage,
    Stages,
    Stood,
    Value,
)
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


def moves(name: str, worse: int, same: int, better: int, spread: float = 0.0) -> Moves:
    """A row of these counts, its shares whole percents; `spread` is half an interval."""
    pairs = worse + same + better
    if not pairs:
        return Moves(name, count(0))

    def share(number: int, reach: float = 0.0) -> Share:
        percent = 100 * number / pairs
        low, high = percent - reach, percent + reach
        words = [f"{each:.0f}" for each in (percent, low, high)]
        own = (
            Value(percent, words[0], low, high, words[1], words[2])
            if reach
            else Value(percent, words[0])
        )
        return Share(count(number), own)

    return Moves(name, count(pairs), share(worse), share(same), share(better, spread))


def moved() -> list[Chart]:
    """Up, same and down as pages show them."""
    return [
        Moved("Moved down", "Stayed the same", "Moved up", heading="Part of life")(
            about("moved", "Most people moved up, most of all with money", "Direction of change"),
            (
                moves("Motivation and taking responsibility", 14, 52, 104, 7.0),
                moves("Self-care and living skills", 21, 66, 83, 7.2),
                moves("Managing money and personal administration", 9, 37, 124, 6.6),
                moves("Social networks and relationships", 24, 81, 65, 7.1),
                moves("Drug and alcohol misuse", 6, 120, 44, 6.4),
                moves("Physical health", 31, 79, 60, 7.0),
                moves("Emotional and mental health", 28, 64, 78, 7.2),
                moves("Meaningful use of time", 17, 58, 95, 7.2),
                moves("Managing tenancy and accommodation", 11, 49, 110, 6.9),
                moves("Offending", 3, 148, 19, 4.6),
            ),
        ),
        Moved(heading="Partner", rows_are="partners", counted="carers")(
            about("moved-partners", "At every partner more carers do better than worse"),
            (
                moves("Aldermoor Carers Centre", 12, 40, 61),
                moves("Northgate Community Trust", 0, 3, 4),
                moves("Riverside Advice", 0, 0, 0),
                moves("Southbank Wellbeing", 9, 22, 38),
            ),
            moves("All partners", 21, 65, 103),
        ),
    ]


def moved_awkwardly() -> list[Chart]:
    """Up, same and down that breaks careless drawings."""
    hidden = Moves("Hidden", count(None, "c"))
    unsaid = Moves("Pairs alone", count(12))
    return [
        Moved(LONG, HOSTILE, UNBROKEN, LONG, HOSTILE)(
            about("moved-long"),
            (
                moves(LONG, 1, 1, 1),
                moves(UNBROKEN, 1, 1, 98, 3.0),
                moves(HOSTILE, 99, 1, 0),
                hidden,
                unsaid,
            ),
            moves(f"{LONG} all", 12345678, 23456789, 34567891),
        ),
        Moved()(about("moved-many"), tuple(moves(f"Item {n}", n, 20 - n, 3) for n in range(20))),
        Moved()(about("moved-one"), (moves("Money", 0, 5, 0),)),
        Moved()(about("moved-none"), (moves("Money", 0, 0, 0), Moves("Health", count(None)))),
        Moved()(about("moved-slim"), (moves("A", 1, 1, 998), moves("B", 998, 1, 1))),
    ]


def stood(before: list[int], after: list[int], first: int = 1) -> tuple[Stood, ...]:
    """Counts at each of the scores from `first` on."""
    return tuple(
        Stood(str(score), float(score), float(score), count(b), count(a))
        for score, (b, a) in enumerate(zip(before, after, strict=True), first)
    )


def banded(
    ends: list[tuple[float, float]], before: list[int | None], after: list[int | None]
) -> tuple[Stood, ...]:
    """Counts in each of these bands; None for a count that is kept back."""
    return tuple(
        Stood(f"{low:g} to {high:g}", low, high, _kept(b), _kept(a))
        for (low, high), b, a in zip(ends, before, after, strict=True)
    )


def _kept(number: int | None) -> Value:
    return count(None, "c") if number is None else count(number)


BANDS = [(7.0, 11.0), (12.0, 15.0), (16.0, 19.0), (20.0, 23.0), (24.0, 27.0), (28.0, 31.0),
         (32.0, 35.0)]  # fmt: skip


def distributed() -> list[Chart]:
    """Scores before and after as pages show them."""
    return [
        PairedDistribution("Stage")(
            about("stages-of-ten", "Most people moved on from stages 2 to 4", "People by stage"),
            stood([14, 38, 41, 29, 20, 12, 9, 4, 2, 1], [3, 9, 17, 22, 27, 31, 28, 18, 10, 5]),
            count(170),
            Value(3.635294117647059, "3.6"),
            Value(5.511764705882353, "5.5"),
        ),
        PairedDistribution("Wellbeing score")(
            about("bands", "Fewer people have very low wellbeing", "People by band of scores"),
            banded(BANDS, [9, 31, 66, 58, 21, 5, 2], [4, 14, 41, 72, 41, 15, 5]),
            count(192),
            Value(19.6, "19.6"),
            Value(21.8, "21.8"),
        ),
        PairedDistribution("Stage", "carers")(
            about("stages-of-five", "Carers stand higher than at first", "Carers by stage"),
            stood([12, 33, 41, 20, 7], [3, 14, 35, 41, 20]),
            count(113),
        ),
    ]


def distributed_awkwardly() -> list[Chart]:
    """Scores before and after that break careless drawings."""
    long = tuple(
        Stood(name, n, n, count(10.0**n), count(None))
        for n, name in enumerate((LONG, UNBROKEN, HOSTILE))
    )
    return [
        PairedDistribution(LONG, HOSTILE, UNBROKEN, LONG, HOSTILE)(
            about("pairs-long"), long, count(98765432100.0), Value(0.1, "0.1"), Value(0.1, "0.1")
        ),
        PairedDistribution()(
            about("pairs-many"),
            stood([1] * 29, [2] * 29, 7),
            count(29),
            Value(7.0, "7.0"),
            Value(35.0, "35.0"),
        ),
        PairedDistribution()(about("pairs-one"), stood([3], [3]), count(3)),
        PairedDistribution()(about("pairs-zero"), stood([0, 0], [0, 0]), count(0)),
        PairedDistribution()(
            about("pairs-kept"),
            banded(BANDS[:3], [None, 12, 9], [None, None, 30]),
            count(None, "c"),
            Value(15.5, "15.5"),
            Value(15.6, "15.6"),
        ),
    ]


def changing() -> list[Chart]:
    """What pages about change in people show."""
    return [*staged(), *moved(), *distributed()]


def changing_awkwardly() -> list[Chart]:
    """Data that breaks careless drawings."""
    return [*staged_awkwardly(), *moved_awkwardly(), *distributed_awkwardly()]
