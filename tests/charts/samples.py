"""Charts to test with: what a site shows every day, and data as awkward as it gets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.charts import (
    NO_VALUE,
    About,
    Bars,
    Baseline,
    Break,
    Chart,
    Comparator,
    Detail,
    Details,
    Dots,
    Point,
    Row,
    Series,
    Target,
    Trend,
    Value,
)

HOSTILE = (
    '<script>alert(1)</script> & "quotes" </svg> {{ x }} [a](javascript:b) *c*\n\n# d <a href=x>'
)
LONG = "Bournemouth, Christchurch and Poole with North and North East Lincolnshire"
UNBROKEN = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochabcdefghijklmnopqrstuvw"


def value(number: float | None, spread: float = 0.0, flags: tuple[str, ...] = ()) -> Value:
    """A value with one decimal, and an interval of `spread` to each side."""
    if number is None:
        return Value(None, flags=flags)
    if not spread:
        return Value(number, words(number), flags=flags)
    low, high = number - spread, number + spread
    return Value(number, words(number), low, high, words(low), words(high), flags)


def words(number: float) -> str:
    return f"{number:,.1f}".replace("-", "−")


def school_years(
    name: str, first: int, values: Sequence[float | None], spread: float = 0
) -> Series:
    """A series of years from September, the first of them starting in `first`."""
    return Series(
        name,
        tuple(
            Point(
                date(first + place, 9, 1),
                date(first + place + 1, 8, 31),
                f"{first + place}/{(first + place + 1) % 100:02d}",
                value(number, spread),
            )
            for place, number in enumerate(values)
        ),
    )


def three_years(name: str, first: int, values: Sequence[float | None], spread: float = 0) -> Series:
    """A series of overlapping periods of three years."""
    return Series(
        name,
        tuple(
            Point(
                date(first + place, 1, 1),
                date(first + place + 2, 12, 31),
                f"{first + place} to {first + place + 2}",
                value(number, spread),
                f"{first + place}–{(first + place + 2) % 100:02d}",
            )
            for place, number in enumerate(values)
        ),
    )


def about(
    name: str, title: str = "A finding in a few words", measure: str = "Share of people"
) -> About:
    return About(name, title, f"{measure}, Birmingham and England", measure)


# Persistent absence, Department for Education, 2006/07 to 2024/25 (the numbers of the drawings)
ABSENCE = [21.1, 21.4, 22.3, 19.1, 18.0, 14.2, 15.2, 11.3, 12.0, 12.2, 12.5, 13.0, 12.3, None,
           16.1, 24.9, 25.5, 23.3, 21.0]  # fmt: skip
ABSENCE_ENGLAND = [19.3, 18.5, 18.5, 17.4, 16.3, 13.5, 13.6, 10.7, 11.0, 10.5, 10.8, 11.2, 10.9,
                   None, 12.1, 22.5, 21.2, 20.0, 18.1]  # fmt: skip
# Early deaths from preventable heart disease per 100,000, 2001 to 2003 until 2022 to 2024
DEATHS = [78.7, 73.8, 69.0, 64.0, 59.5, 54.7, 50.6, 47.0, 45.7, 43.2, 42.4, 41.6, 41.0, 39.3,
          38.8, 38.1, 36.9, 37.1, 38.9, 40.9, 41.1, 39.5]  # fmt: skip
DEATHS_ENGLAND = [60.8, 56.7, 52.5, 48.5, 45.1, 42.2, 39.3, 37.2, 35.0, 33.4, 32.0, 31.0, 30.3,
                  29.7, 29.1, 28.7, 28.2, 28.5, 29.0, 30.1, 30.5, 30.2]  # fmt: skip
PLACES = [("Luton", 35.8), ("Birmingham", 39.5), ("Liverpool", 39.6), ("Oldham", 40.5),
          ("Bolton", 43.0), ("Leicester", 44.5), ("Walsall", 45.7), ("Wolverhampton", 46.3),
          ("Blackburn with Darwen", 47.2), ("Bradford", 47.7), ("Nottingham", 49.3)]  # fmt: skip


def rows(pairs: Sequence[tuple[str, float | None]], spread: float = 0) -> tuple[Row, ...]:
    return tuple(
        Row(name, value(number, spread), f"E{place:08d}", name == "Birmingham")
        for place, (name, number) in enumerate(pairs)
    )


def everyday() -> list[Chart]:
    """What pages show."""
    absence = school_years("Birmingham", 2006, ABSENCE)
    england = school_years("England", 2006, ABSENCE_ENGLAND)
    deaths = three_years("Birmingham", 2001, DEATHS, 2.6)
    deaths_england = three_years("England", 2001, DEATHS_ENGLAND)
    similar = three_years("Middle of similar places", 2001, [v + 5.6 for v in DEATHS])
    lonely = school_years("Aldermoor", 2018, [24.0, 23.1, 25.2, 22.8, 22.1, 20.9], 1.9)
    provisional = Series(
        lonely.name,
        (
            *lonely.points[:-1],
            Point(
                lonely.points[-1].start, lonely.points[-1].end, "2023/24", value(20.9, 1.9, ("p",))
            ),
        ),
    )
    life = school_years(
        "Birmingham", 2011, [77.6, 77.7, 77.8, 77.5, 77.3, 77.2, 77.4, 76.1, 75.8, 76.9]
    )
    return [
        Trend(unit="%")(
            about("absence", "Absence doubled after the pandemic and has fallen for two years"),
            absence,
            (england,),
            Baseline("2018/19", date(2019, 8, 31), 12.3, "12.3"),
        ),
        Trend()(
            about("deaths", "Early deaths halved by 2019 and have not fallen since"),
            deaths,
            (deaths_england, similar),
            Baseline("2017–19", date(2019, 12, 31), 36.9, "36.9"),
        ),
        Trend(unit="%")(
            about("lonely", "Fewer people often feel lonely, and the target is near"),
            provisional,
            (school_years("England", 2018, [23.0, 23.2, 24.0, 22.0, 22.4, None]),),
            Baseline("2018/19", date(2019, 8, 31), 24.0, "24.0"),
            (Target("Target 2026/27", date(2027, 8, 31), 18.0, "18", period="2026/27"),),
            (Break(date(2021, 9, 1), "2021/22", "the question was asked online"),),
        ),
        Trend()(
            about("life", "Life expectancy is lower than ten years ago"),
            life,
            (
                school_years(
                    "England", 2011, [79.2, 79.3, 79.4, 79.5, 79.4, 79.6, 79.8, 79.4, 78.6, 79.1]
                ),
            ),
        ),
        Dots()(
            about("places", "Birmingham is among the lowest of similar places"),
            rows([*PLACES], 4.0),
            (Comparator("England", 30.2, "30.2"),),
        ),
        Bars(unit="%", heading="Group", rows_are="groups")(
            about("groups", "Pupils with free school meals miss more school"),
            rows(
                [
                    ("All pupils", 21.0),
                    ("Free school meals", 27.0),
                    ("Birmingham", 19.2),
                    ("Not stated", None),
                ],
                1.5,
            ),
            (Comparator("England", 18.1, "18.1"), Comparator("Similar places", 19.2, "19.2")),
        ),
        *detailed(),
    ]


def detail(name: str, number: float | None, share: float | None = None, within: str = "") -> Detail:
    code = name.lower().replace(" ", "_")[:20]
    of_all = NO_VALUE if share is None else Value(share, f"{share:.0f}")
    return Detail(name, value(number), of_all, code, within)


def detailed() -> list[Chart]:
    """Kinds in two levels, and kinds that overlap."""
    return [
        Details("", "Route", "Referrals", "routes", "all 200 referrals")(
            about("routes", "Most often: a public service"),
            (
                detail("A public service", 120.0, 60.0),
                detail("GP surgery", 80.0, 40.0, "A public service"),
                detail("Hospital", 30.0, 15.0, "A public service"),
                detail("The person", 80.0, 40.0),
            ),
            value(200.0),
        ),
        Details("", "Reason", "Referrals", "reasons", "all 90 referrals")(
            about("reasons", "Most often: no capacity"),
            (
                detail("No capacity", 60.0, 100 * 60 / 90),
                detail("Not eligible", 50.0, 100 * 50 / 90),
                detail("Not stated", None),
            ),
        ),
    ]


def awkward() -> list[Chart]:
    """Data that breaks careless drawings."""
    names = [f"{LONG} {place}" for place in range(4)]
    noisy = [20 + (place * 7919 % 23) / 2 for place in range(40)]
    others = tuple(
        school_years(names[place], 1984, [number + place for number in noisy])
        for place in (1, 2, 3)
    )
    same = tuple(school_years(name, 2015, [5.0] * 8) for name in ("North", "South", "East"))
    day = date(2019, 8, 31)
    return [
        Trend()(
            about("forty"),
            school_years(names[0], 1984, [*noisy], 3.0),
            others,
            Baseline("1999/00 to 2001/02 and after", date(2000, 8, 31), 20.0, "20.0"),
            (
                Target(
                    "Target for 2030/31, as the council's plan says",
                    date(2031, 8, 31),
                    12.0,
                    "12.0",
                ),
            ),
            (
                Break(date(2000, 9, 1), "2000/01", "new wording"),
                Break(date(2001, 9, 1), "2001/02", "x"),
            ),
        ),
        Trend(unit="%")(
            about("equal"),
            school_years("Birmingham", 2015, [5.0] * 8, 0.1),
            same,
            Baseline("2018/19", day, 5.0, "5.0"),
            (Target("Target", None, 5.0, "5.0"),),
        ),
        Trend(unit="£")(
            about("negative"),
            school_years("Birmingham", 2012, [-3.0, -8.5, -1.0, 4.0, -12.0]),
            (school_years("England", 2012, [-1.0, -2.0, -3.0, -4.0, -5.0]),),
            None,
            (Target("Target 2016/17", date(2017, 8, 31), -15.0, "−15 to −10", -10.0),),
        ),
        Trend()(about("one"), school_years("Birmingham", 2020, [7.0], 1.0)),
        Trend()(
            about("one-late"),
            school_years("Birmingham", 2020, [7.0]),
            (),
            Baseline("2016/17", date(2017, 8, 31), 9.0, "9.0"),
        ),
        Trend()(about("missing"), school_years("Birmingham", 2020, [None, None, None])),
        Trend()(
            about("gappy"),
            school_years("Birmingham", 2010, [1.0, None, 3.0, None, 2.0, None, None, 5.0], 0.5),
        ),
        Trend(unit="£")(about("huge"), school_years("Birmingham", 2012, [1.2e12, 3.4e12, 9.9e12])),
        Trend()(about("tiny"), school_years("Birmingham", 2012, [0.00001, 0.00004, 0.00002])),
        Trend()(about("zero"), school_years("Birmingham", 2012, [0.0, 0.0, 0.0])),
        Trend()(
            about("unbroken"),
            school_years(UNBROKEN, 2012, [1.0, 2.0]),
            (school_years("W" * 60, 2012, [2.0, 1.0]),),
        ),
        Trend()(
            about("hostile", HOSTILE[:60]),
            school_years(HOSTILE, 2012, [1.0, 2.0, 3.0]),
            (school_years(HOSTILE + "2", 2012, [2.0, 1.0, 3.0]),),
        ),
        Trend()(about("long-periods"), three_years_long()),
        Dots(unit="%")(
            about("dots-many"),
            rows([(f"Place number {n}", n * 1.3) for n in range(50)] + [("Birmingham", 44.0)], 2.0),
        ),
        Dots()(
            about("dots-long"),
            rows([(LONG, 3.0), (UNBROKEN, 4.0), (HOSTILE, 80.0), ("Birmingham", None)], 1.0),
            (
                Comparator(LONG, 40.0, "40.0"),
                Comparator("England", 40.0, "40.0"),
                Comparator("Similar places", 40.5, "40.5"),
            ),
        ),
        Dots()(about("dots-high"), rows([("Birmingham", 1001.0), ("Leeds", 1002.5)])),
        Bars(unit="£")(
            about("bars-negative"),
            rows([("Birmingham", -5.0), ("Leeds", 12.0), ("Hull", -30.5)], 3.0),
            (Comparator("England", -1.0, "−1.0"),),
        ),
        Bars()(about("bars-huge"), rows([("Birmingham", 123456789.0), ("Leeds", 987654321.0)])),
        Bars()(about("bars-zero"), rows([("Birmingham", 0.0), ("Leeds", 0.0)])),
        Bars()(about("bars-missing"), rows([("Birmingham", None), ("Leeds", None)])),
        Bars()(
            about("bars-one"),
            rows([("Birmingham", 3.0)], 0.5),
            (Comparator("England", 100.0, "100.0"),),
        ),
        Details("£")(about("details-money"), (detail(LONG, 5e9), detail("B", 3.0, None, LONG))),
        Details(of="all")(
            about("details-long"),
            (detail(UNBROKEN, 4.0, 8.0), detail(HOSTILE, 0.0, 0.0, UNBROKEN), detail(LONG, None)),
        ),
        Details()(about("details-many"), tuple(detail(f"Kind {n}", 99.0 - n) for n in range(50))),
        Details()(about("details-missing"), (detail("A", None), detail("B", None, None, "A"))),
    ]


def three_years_long() -> Series:
    return Series(
        "Birmingham",
        tuple(
            Point(
                date(2015 + n, 4, 1),
                date(2016 + n, 3, 31),
                f"12 months to March {2016 + n}",
                value(float(n)),
            )
            for n in range(9)
        ),
    )
