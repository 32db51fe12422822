"""What each method was held against: values that others published or computed.

`tests/reference` runs the cases; a test there holds the numbers in this table to what it prints.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import tables
from .worded import Column, Link, Row, Table, Text


@dataclass(frozen=True)
class Verified:
    """A method, whose values it gives, how many of them, and how near: `runs` are the names of
    the runs of the tests and of how many cases each."""

    method: str
    whose: str
    near: str
    runs: tuple[tuple[str, int], ...]

    @property
    def cases(self) -> int:
        """How many cases there are in all."""
        return sum(count for _, count in self.runs)


DIGITS = "all digits given"
EXACT = "the same words"
VERIFIED = (
    Verified(
        "Percentages with Wilson’s interval",
        "OHID (PHEindicatormethods), statsmodels, R",
        DIGITS,
        (("proportion_wilson", 29),),
    ),
    Verified(
        "Rates with Byar’s and the exact Poisson interval",
        "OHID (PHEindicatormethods), statsmodels, R",
        DIGITS,
        (("rate_byar_exact", 23),),
    ),
    Verified(
        "Means with Student’s interval",
        "OHID (PHEindicatormethods)",
        "1 part in 10¹¹",
        (("mean_t", 1),),
    ),
    Verified(
        "Change in people: mean, interval and effect size",
        "R (t.test, effectsize)",
        "1 part in 10⁹; intervals of effect sizes 6 decimals",
        (("paired_change", 6),),
    ),
    Verified(
        "Reliable change",
        "R (clinicalsignificance), Jacobson and Truax (1991)",
        "the same counts; 2 decimals",
        (("reliable_change", 2),),
    ),
    Verified(
        "Directly and indirectly standardised rates",
        "OHID (PHEindicatormethods)",
        "1 part in 10⁹; where two cases leave a count blank, with 0 in its place",
        (("dsr", 4), ("isr", 6)),
    ),
    Verified(
        "Quarters, fifths and tenths of places",
        "OHID (PHEindicatormethods)",
        "the same parts",
        (("quantiles", 569),),
    ),
    Verified(
        "Clear changes, comparisons and targets met",
        "OHID (Fingertips)",
        EXACT,
        (
            ("benchmark_comparison, single_ci", 10),
            ("benchmark_comparison, two_intervals", 3),
            ("benchmark_comparison, target_value", 3),
        ),
    ),
    Verified(
        "Progress towards a target by growth",
        "Statistics Canada",
        "1 part in 10⁹; the same words",
        (("cagr_statcan", 20), ("cagr_statcan", 83), ("cagr_statcan", 33)),
    ),
    Verified(
        "Gaps between two groups",
        "R (epitools), statsmodels",
        "1 part in 10⁹",
        (("two_group", 9),),
    ),
    Verified(
        "Index of disparity", "WHO (healthequal)", "1 part in 10⁶", (("summary_measures", 2),)
    ),
    Verified(
        "Slope and relative index of inequality",
        "OHID (PHEindicatormethods)",
        "1 part in 10¹²; intervals drawn by lot within 1% of their width",
        (("sii", 22),),
    ),
    Verified(
        "Funnels: who lies outside",
        "OHID (PHEindicatormethods, Fingertips)",
        EXACT,
        (
            ("funnels, FP_sig", 152),
            ("funnels, FR_sig", 150),
            ("funnels, FX_dsr_per_100000_with_0", 20),
            ("funnels, FX_crude_per_100000_with_0", 20),
            ("funnels, FX_crude_per_100_with_0", 20),
            ("benchmark_comparison, proportions", 5),
            ("benchmark_comparison, rates", 3),
        ),
    ),
    Verified(
        "Funnels: the limits",
        "OHID (PHEindicatormethods)",
        "6 decimals; 1 part in 10⁴ for rates",
        (("funnels, FP_lim_0", 400), ("funnels, FR_lim", 400)),
    ),
)


def table() -> Table:
    """The table as a page shows it."""
    rows = (
        Row(Link(each.method), (Text(each.whose), Text(f"{each.cases:,}"), Text(each.near)))
        for each in VERIFIED
    )
    return tables.table(
        "verified-table",
        "Methods with whose values they give, how many of them, and how near",
        (
            Column("Method"),
            Column("Values from"),
            Column("Cases", numeric=True),
            Column("As near as"),
        ),
        rows,
        ledger=True,
        hide_caption=True,
    )
