"""Charts of where to act, to test with: everyday ones, and data as awkward as it gets."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.charts import (
    NO_VALUE,
    Break,
    Chart,
    Comparator,
    Contributions,
    Control,
    DotRange,
    Expected,
    Fan,
    Funnel,
    FunnelLimits,
    FunnelRow,
    Point,
    ProcessControl,
    Rebase,
    Row,
    Series,
    Signal,
    SmallMultiples,
    Target,
    Value,
)
from tests.charts.samples import (
    HOSTILE,
    LONG,
    UNBROKEN,
    about,
    school_years,
    three_years_long,
    value,
)

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip


def months(first: date, values: Sequence[float | None]) -> list[Point]:
    """A point a month from the month of `first`."""
    made = []
    for number in values:
        later = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        name = MONTHS[first.month - 1]
        made.append(
            Point(
                first,
                later - timedelta(days=1),
                f"{name} {first.year}",
                value(number),
                f"{name[:3]} {first.year}",
            )
        )
        first = later
    return made


def controls(
    points: Sequence[Point],
    mean: float | None,
    reach: float | None = None,
    signals: dict[int, Signal] | None = None,
    rule: str = "",
) -> tuple[Control, ...]:
    """The points with one usual level, a usual range of `reach` to each side, and these signals."""
    low = NO_VALUE if mean is None or reach is None else value(mean - reach)
    high = NO_VALUE if mean is None or reach is None else value(mean + reach)
    found = signals or {}
    return tuple(
        Control(point, value(mean), low, high, found.get(n, "none"), rule if n in found else "")
        for n, point in enumerate(points)
    )


# Drawn after look/: reviews of home care done on time
REVIEWS = [91.1, 92.0, 90.0, 91.7, 93.0, 91.8, 94.2, 89.1, 91.2, 89.6, 89.4, 90.6, 91.5, 91.9, 92.1,
           95.7, 86.1, 85.2, 86.9, 84.4, 85.8, 83.9, 84.6, 83.2]  # fmt: skip
# Four-hour waits, monthly, in thousands of people, after a service was redesigned
WAITS = [14.2, 15.1, 13.8, 14.9, 15.6, 16.0, 14.4, 13.9, 15.2, 14.8, 15.5, 14.1,
         9.8, 10.4, None, 9.1, 10.9, 9.9, 10.2, 8.8, 10.1, 9.5, 11.0, 9.7, 13.9, 10.3]  # fmt: skip


def controlled() -> list[Chart]:
    """Process-control charts as pages show them."""
    concern: Signal = "worse"
    reviews = controls(
        months(date(2024, 5, 1), REVIEWS),
        91.5,
        4.4,
        dict.fromkeys(range(16, 24), concern),
        "eight in a row below the usual level",
    )
    points = months(date(2022, 4, 1), WAITS)
    waits = controls(points[:12], 14.8, 2.4) + controls(
        points[12:], 10.0, 2.6, {12: "worse"}, "above the upper limit"
    )
    calls = controls(
        months(date(2025, 1, 1), [3.0, 0.0, 2.0, 1.0, 4.0, 9.0]), 3.2, 5.1, {5: "higher"}
    )
    return [
        ProcessControl("%", 0.0, 100.0, screened=True)(
            about("reviews", "Home care reviews began to run late in September 2025"),
            "Aldermoor",
            reviews,
            Target("Target", None, 95.0, "95"),
        ),
        ProcessControl("", 0.0)(
            about("waits", "Waits fell after the redesign, with one high month since"),
            "Aldermoor",
            waits,
            None,
            (Rebase(date(2023, 4, 1), "April 2023", "the service was redesigned"),),
        ),
        ProcessControl("", 0.0, trial=12)(
            about("calls", "June had more calls than chance gives"), "Aldermoor", calls
        ),
    ]


def controlled_awkwardly() -> list[Chart]:
    """Process-control charts that break careless drawings."""
    hostile = controls(months(date(2024, 1, 1), [1.0, 5.0, 2.0]), 2.0, 1.0, {1: "lower"}, HOSTILE)
    many = months(date(2018, 1, 1), [50.0 + (n * 7919 % 23) for n in range(96)])
    flagged = months(date(2024, 1, 1), [5.0, 6.0])
    late = replace(flagged[-1], value=value(6.0, flags=("p",)))
    return [
        ProcessControl()(about("control-one"), "A", controls(months(date(2024, 1, 1), [3.0]), 3.0)),
        ProcessControl()(
            about("control-missing"),
            "A",
            controls(months(date(2024, 1, 1), [None, None]), None),
            Target("Target", None, 3.0, "3"),
        ),
        ProcessControl("£")(
            about("control-huge"),
            LONG,
            controls(months(date(2024, 1, 1), [9e12, -8e12, 7.5e12]), 2e12, 3e13, {1: "worse"}),
            Target(LONG, None, 1e13, "10,000,000,000,000"),
        ),
        ProcessControl("%", 0.0, 100.0, screened=True, trial=12)(
            about("control-many"),
            UNBROKEN,
            controls(many[:40], 61.0, 70.0)
            + controls(many[40:41], 20.0, 1.0)
            + controls(many[41:], 61.0, 22.0, {41: "better", 95: "worse"}, LONG),
            Target("Target", None, 61.0, "61"),
            (
                Rebase(many[40].start, "May 2021", "a"),
                Rebase(many[41].start, "June 2021", "b"),
                Rebase(date(1990, 1, 1), "January 1990", "before any value"),
            ),
        ),
        ProcessControl()(about("control-equal"), "A", controls(many[:1] * 0, None)),
        ProcessControl()(about("control-hostile", HOSTILE[:60]), HOSTILE, hostile),
        ProcessControl()(about("control-care"), "A", controls((flagged[0], late), 5.5, 0.0, {})),
    ]


# Persistent absence by group, after look/: latest, half interval, earlier
GROUPS = [("Looked after", 31.2, 5.0, 30.1), ("Free school meals", 30.4, 1.4, 21.0),
          ("Special needs support", 27.2, 1.6, 19.5), ("Black Caribbean", 24.1, 3.1, 24.1),
          ("Gypsy and Roma", None, 0.0, None), ("All pupils", 19.6, 0.7, 12.6),
          ("White British", 19.0, 0.9, 13.0),
          ("No free school meals", 17.0, 0.8, 18.4)]  # fmt: skip


def group_rows(earlier: bool) -> tuple[Row, ...]:
    return tuple(
        Row(
            name,
            value(now, reach, () if now is not None else ("c",)),
            name.lower().replace(" ", "_"),
            name == "Free school meals",
            earlier=value(then) if earlier else None,
        )
        for name, now, reach, then in GROUPS
    )


def ranged() -> list[Chart]:
    """Groups side by side as pages show them."""
    everyone = (Comparator("All pupils", 19.6, "19.6"),)
    return [
        DotRange("%")(
            about("range-now", "Pupils with free school meals are more often absent than others"),
            group_rows(earlier=False),
            everyone,
        ),
        DotRange("%", then="2018/19", now="2024/25")(
            about("range", "The gap between pupils with and without free school meals widened"),
            group_rows(earlier=True),
            everyone,
        ),
    ]


def ranged_awkwardly() -> list[Chart]:
    """Groups that break careless drawings."""
    lost = Value(None, flags=("c",))
    return [
        DotRange("£", then=LONG, now=HOSTILE)(
            about("range-hostile"),
            (
                Row(UNBROKEN, value(-1e9, 4e8), earlier=value(2e9)),
                Row(HOSTILE, value(0.0, 0.1), earlier=value(0.0)),
                Row(LONG, lost, earlier=value(3e8)),
            ),
            (Comparator(LONG, 0.0, "0"),),
        ),
        DotRange(then="a", now="b")(
            about("range-many"),
            tuple(
                Row(f"Group {n}", value(50.0 + n, 2.0), earlier=value(80.0 - n)) for n in range(40)
            ),
        ),
        DotRange()(about("range-none"), (Row("A", lost), Row("B", lost))),
        DotRange(then="2020", now="2021")(
            about("range-one"), (Row("A", value(3.0), earlier=value(3.0)),)
        ),
    ]


def ahead(
    points: Sequence[Point], reach80: float | None, reach95: float | None = None
) -> tuple[Expected, ...]:
    """Forecasts whose bands open with each step."""

    def end(point: Point, reach: float | None, step: int) -> Value:
        number = point.value.value
        if reach is None or number is None:
            return NO_VALUE
        return value(number + reach * step**0.5)

    return tuple(
        Expected(
            point,
            end(point, None if reach80 is None else -reach80, n),
            end(point, reach80, n),
            end(point, None if reach95 is None else -reach95, n),
            end(point, reach95, n),
        )
        for n, point in enumerate(points, 1)
    )


def fanned() -> list[Chart]:
    """Forecasts as pages show them."""
    absence = school_years(
        "Aldermoor", 2015, [12.9, 13.1, 13.0, 12.6, None, 16.1, 24.1, 23.6, 21.4, 19.6]
    )
    next_years = ahead(school_years("", 2025, [18.3, 17.2]).points, 1.9, 3.1)
    waits = Series("Aldermoor", tuple(months(date(2024, 1, 1), [w or 9.5 for w in WAITS[12:]])))
    return [
        Fan("%")(
            about("fan", "If the recent pattern continues, the 2026/27 target would be missed"),
            absence,
            next_years,
            Target("Target 2026/27", date(2027, 8, 31), 14.0, "14", period="2026/27"),
        ),
        Fan()(
            about("fan-late", "If the recent pattern continues, waits stay near ten weeks"),
            waits,
            ahead(months(date(2025, 3, 1), [10.1, 10.1, 10.0]), 1.4, 2.2),
            Target("Target for March 2026", date(2026, 3, 31), 8.0, "8", period="Mar 2026"),
            clipped=True,
        ),
    ]


def fanned_awkwardly() -> list[Chart]:
    """Forecasts that break careless drawings."""
    gone = school_years("A", 2015, [None, None])
    forty = school_years(UNBROKEN, 1980, [20 + (n * 7919 % 23) / 2 for n in range(40)])
    return [
        Fan("£")(
            about("fan-huge"),
            school_years(LONG, 2015, [-9e11, 4e12, -2e12]),
            ahead(school_years("", 2018, [8e12]).points, 3e12, 9e12),
            Target(LONG, None, 5e12, "5,000,000,000,000"),
        ),
        Fan()(about("fan-missing"), gone, ahead(school_years("", 2017, [None]).points, 1.0, 2.0)),
        Fan()(
            about("fan-one"),
            school_years("A", 2015, [3.0]),
            ahead(school_years("", 2016, [3.0]).points, None),
        ),
        Fan("%")(
            about("fan-none"),
            school_years("A", 2015, [3.0, 4.0]),
            (),
            Target("Target", date(2030, 8, 31), 9.0, "9"),
        ),
        Fan("%")(
            about("fan-flat"),
            school_years("A", 2015, [5.0, 5.0, None]),
            ahead(school_years("", 2018, [5.0, 5.0]).points, 0.0, 0.0),
            Target("Target 2019/20", date(2020, 8, 31), 5.0, "5"),
        ),
        Fan()(
            about("fan-long"),
            forty,
            ahead(school_years("", 2020, [25.0]).points, 4.0, 8.0),
            Target(HOSTILE, date(2040, 8, 31), 12.0, "12"),
            (Break(date(2019, 9, 1), "2019/20", "new wording"),),
        ),
    ]


# Made up: people asked and answers in percent, by hub; after methods.md 2, proportion
HUBS = [("Aldermoor East", 410.0, 18.1), ("Ashby", 96.0, 27.0), ("Bramley", 1210.0, 24.6),
        ("Carr Hill", 640.0, 21.0), ("Dunmore", 155.0, 12.9), ("Eastgate", 320.0, 33.1),
        ("Fenwick", 88.0, 15.0), ("Grange", 980.0, 17.2), ("Hollins", 540.0, 20.2),
        ("Ivybridge", 260.0, 24.0), ("Jesmond", 130.0, 21.5), ("Kirkby", 710.0, 13.2)]  # fmt: skip


def funnel_limits(share: float, sizes: Sequence[float]) -> tuple[FunnelLimits, ...]:
    """Limits of a proportion, in percent: p ± z √(p(1 − p)/n), cut at 0 and 100."""

    def end(size: float, z: float) -> float:
        far = share + z * math.sqrt(share * (1 - share) / size)
        return 100 * min(1.0, max(0.0, far))

    return tuple(
        FunnelLimits(n, end(n, -1.959964), end(n, 1.959964), end(n, -3.090232), end(n, 3.090232))
        for n in sizes
    )


def funnel_row(
    name: str,
    size: float | None,
    number: float | None,
    share: float = 0.2,
    good: str = "up",
    subject: bool = False,
) -> FunnelRow:
    """A row with the limits at its size, its signal worked out from those of 95%."""
    if size is None or number is None:
        return FunnelRow(name, value(size), value(number, flags=("c",)), subject=subject)
    (at,) = funnel_limits(share, [size])
    signal: Signal = "none"
    if number > at.upper95:
        signal = "better" if good == "up" else "worse" if good == "down" else "higher"
    elif number < at.lower95:
        signal = "worse" if good == "up" else "better" if good == "down" else "lower"
    return FunnelRow(
        name,
        Value(size, f"{size:,.0f}"),
        value(number),
        value(at.lower95),
        value(at.upper95),
        value(at.lower998),
        value(at.upper998),
        signal,
        subject=subject,
    )


def funnelled() -> list[Chart]:
    """Funnels as pages show them."""
    rows = tuple(funnel_row(n, size, v, good="down", subject=n == "Grange") for n, size, v in HUBS)
    grid = [88 * (1210 / 88) ** (n / 30) for n in range(31)]
    return [
        Funnel("%", "People asked", "Hub", "hubs")(
            about("funnel", "Two hubs have more lonely people than chance gives"),
            (*rows, funnel_row("Lowfield", None, None)),
            Comparator("All hubs", 20.0, "20.0"),
            funnel_limits(0.2, grid),
        )
    ]


def funnelled_awkwardly() -> list[Chart]:
    """Funnels that break careless drawings."""
    everyone = Comparator(LONG, 20.0, "20.0")
    many = tuple(
        funnel_row(f"{LONG} {n}", 20.0 + n * n * 40, 20 + (n * 7919 % 33) - 16.0, good="none")
        for n in range(60)
    )
    one = funnel_row(HOSTILE, 5e8, 100.0, subject=True)
    return [
        Funnel("%", LONG, "Place", "places")(
            about("funnel-many"), many, everyone, funnel_limits(0.2, [20.0, 500.0, 2e4, 1.4e5])
        ),
        Funnel("", "Deaths expected")(
            about("funnel-one"), (one,), everyone, funnel_limits(0.2, [5e8])
        ),
        Funnel()(about("funnel-none"), (funnel_row("A", None, None),), everyone, ()),
        Funnel("£", HOSTILE)(
            about("funnel-same"),
            (funnel_row(UNBROKEN, 9.0, 0.0), funnel_row("B", 9.0, 0.0), funnel_row("C", 9.0, 90.0)),
            Comparator(HOSTILE, 20.0, "20.0"),
            funnel_limits(0.2, [8.0, 9.0]),
        ),
    ]


def signed(number: float) -> Value:
    """A value with one decimal and its sign."""
    return Value(number, f"{number:+,.1f}".replace("-", "−"))


def part(name: str, number: float | None) -> Row:
    return Row(name, Value(None, flags=("c",)) if number is None else signed(number))


def contributed() -> list[Chart]:
    """Parts of a change as pages show them."""
    parts = (
        part("Free school meals", 2.9),
        part("Special needs support", 1.4),
        part("No free school meals", -0.9),
        part("Not stated", 0.0),
    )
    return [
        Contributions("%", "Pupils")(
            about("parts", "Most of the rise is among pupils with free school meals"),
            parts,
            part("All pupils", 3.4),
        )
    ]


def contributed_awkwardly() -> list[Chart]:
    """Parts that break careless drawings."""
    third = 10 / 3
    return [
        Contributions()(
            about("parts-rounded"),
            tuple(part(name, third) for name in (LONG, UNBROKEN, HOSTILE)),
            part(LONG, 10.0),
        ),
        Contributions("£", rows_are="places")(
            about("parts-hidden"), (part("A", -9e9), part("B", None)), part("Total", -9.1e9)
        ),
        Contributions()(about("parts-one"), (part("A", 0.0),), part("Total", 0.0)),
        Contributions()(
            about("parts-many"),
            tuple(part(f"Part {n}", (-1.0) ** n * n) for n in range(40)),
            part("Total", -20.0),
        ),
        Contributions()(about("parts-none"), (part("A", None),), part("Total", None)),
    ]


WARDS = ("Ashby", "Bramley", "Carr Hill", "Dunmore", "Eastgate", "Fenwick", "Grange Park",
         "Hollins", "Ivybridge", "Jesmond", "Kirkby-in-the-Vale", "Lowfield")  # fmt: skip


def multiplied() -> list[Chart]:
    """Small multiples as pages show them."""
    whole = school_years("Aldermoor", 2016, [24.0, 23.4, 23.1, 22.5, None, 25.0, 24.1, 22.8, 21.0])
    wards = tuple(
        school_years(
            name,
            2016,
            [
                None if year == 4 else 24.0 + (n * 37 % 11) - 5 + (year * (n + 3) * 13 % 7) / 2
                for year in range(9)
            ],
        )
        for n, name in enumerate(WARDS)
    )
    groups = tuple(
        school_years(name, 2019, [start, start + step, start + 2 * step, start + 3 * step], 1.5)
        for name, start, step in (
            ("Women", 21.0, 0.4),
            ("Men", 19.0, -0.8),
            ("Under 25", 31.0, 1.1),
            ("65 and over", 16.0, -0.2),
        )
    )
    return [
        SmallMultiples("%", "wards")(
            about("small", "Loneliness fell in most wards, though not in Kirkby-in-the-Vale"),
            wards,
            Target("Target 2026/27", date(2027, 8, 31), 18.0, "18"),
            whole,
        ),
        SmallMultiples("%", "groups")(
            about("small-groups", "Young people are lonelier each year"), groups
        ),
    ]


def multiplied_awkwardly() -> list[Chart]:
    """Small multiples that break careless drawings."""
    many = tuple(school_years(f"{LONG} {n}", 1985, [float(n)] * 40) for n in range(14))
    flagged = months(date(2024, 1, 1), [5.0, 6.0])
    late = replace(flagged[0], value=value(5.0, flags=("p",)))
    return [
        SmallMultiples("£")(about("small-many"), many),
        SmallMultiples("£")(
            about("small-long"),
            (
                school_years(UNBROKEN, 2015, [1e12, -3e12]),
                school_years(HOSTILE, 2015, [None, None]),
                school_years("W", 2010, [4e12], 1e12),
            ),
            Target(HOSTILE, None, 2e12, "2tn", 3e12),
            school_years(LONG, 2015, [0.0, 1.0]),
        ),
        SmallMultiples()(about("small-one"), (Series("A", (late,)),)),
        SmallMultiples()(about("small-none"), (Series("A", ()), Series("B", ()))),
        SmallMultiples()(
            about("small-two"), (three_years_long(), Series("B", three_years_long().points[2:4]))
        ),
    ]


def improving() -> list[Chart]:
    """What pages of the half *improve* show."""
    return [*controlled(), *ranged(), *fanned(), *funnelled(), *contributed(), *multiplied()]


def improving_awkwardly() -> list[Chart]:
    """Data that breaks careless drawings."""
    return [
        *controlled_awkwardly(),
        *ranged_awkwardly(),
        *fanned_awkwardly(),
        *funnelled_awkwardly(),
        *contributed_awkwardly(),
        *multiplied_awkwardly(),
    ]
