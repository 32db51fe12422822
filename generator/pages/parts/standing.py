"""How an indicator stands in one place: its latest value and what the readings say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator import charts
from generator.model import words
from generator.model.indicator import Indicator
from generator.wording import names, periods
from generator.wording.numbers import Manner, with_unit

from .cells import Reading, Result
from .lookup import Lookup, years


@dataclass(frozen=True)
class Standing:
    """An indicator in an area that has a page, over all organisations, programmes and groups.

    Numbers of it are worded with the same decimals wherever they stand.
    """

    lookup: Lookup
    indicator: Indicator
    area: str

    @cached_property
    def card(self) -> Reading | None:
        """The one reading that a card shows."""
        return self.lookup.reading(self.indicator.id, self.area, words.ON_A_CARD)

    @cached_property
    def since(self) -> Reading | None:
        """What is said of the change since the baseline."""
        return self.lookup.reading(self.indicator.id, self.area, words.SINCE_BASELINE)

    @cached_property
    def towards(self) -> Reading | None:
        """What is said of the target."""
        return self.lookup.reading(self.indicator.id, self.area, words.TOWARDS_TARGET)

    @cached_property
    def against(self) -> Reading | None:
        """What is said against the comparator."""
        return self.lookup.reading(self.indicator.id, self.area, words.AGAINST_COMPARATOR)

    @property
    def verdict(self) -> str:
        """The word on the card; "Not published" where there is no reading."""
        return self.card.verdict if self.card else "Not published"

    @property
    def sentence(self) -> str:
        """The card's finding: the number, since when, against what, towards what."""
        if self.by_group_only and self.latest and self.latest.value is not None:
            return self._largest(self.latest)
        if self.card and self.card.finding:
            return self.card.finding
        return f"No value is published for {self.place}."

    def _largest(self, latest: Result) -> str:
        """The largest group, named as one: its value is not everyone's."""
        value, who = self.shown(latest.value or 0), self.indicator.texts.who
        share = f"{value} {who}" if who else self.said(latest.value or 0)
        area = self.lookup.area_name(self.area)
        when = self.within(latest.period)
        return f"The largest group in {area} {when} was “{self.group_words}”: {share}."

    @property
    def finding(self) -> str:
        """The first line under its name: the change since the baseline, where it has one."""
        if self.by_group_only:
            return self.sentence
        if self.since and self.since.finding and self.since.verdict != "cannot say":
            return self.since.finding
        return self.sentence

    @property
    def card_reason(self) -> str:
        """Why there is no verdict, where there is none."""
        return self.card.reason if self.card else f"There is no value for {self.place}."

    @property
    def baseline(self) -> float | None:
        """The value at the baseline; None where there is none, or where it is the latest value."""
        since = self.since
        if since is None or since.reference_period == since.period:
            return None
        return since.reference_value

    @property
    def has_comparator(self) -> bool:
        """Whether it is held against another place."""
        return self.against is not None and self.against.reference_value is not None

    @property
    def place(self) -> str:
        """The name of the area, with the group that stands for it where it has no total."""
        name = self.lookup.area_name(self.area)
        return f"{name} ({self.group_words})" if self.group else name

    def other(self, code: str) -> str:
        """A comparator within a sentence: "the United Kingdom", "similar places", "" for none."""
        if code in ("", names.SIMILAR):
            return self.lookup.area_name(code) if code else ""
        return names.area(code, self.lookup.report.inputs)

    @property
    def group_words(self) -> str:
        """The group that stands for the area, in words."""
        return names.group(self.group, self.lookup.report.inputs)

    @property
    def group(self) -> str:
        """The group whose card stands for the area; "" where everyone has a value."""
        return self.since.group if self.since else ""

    @property
    def by_group_only(self) -> bool:
        """Whether it tells how people are spread over groups: no one group stands for all."""
        return bool(self.group) and self.indicator.direction == "none"

    @property
    def marked(self) -> bool:
        """Whether its numbers are marked as made up where they stand."""
        return self.lookup.is_marked(self.indicator.id)

    # Values -----------------------------------------------------------------------------------

    @cached_property
    def series(self) -> tuple[Result, ...]:
        """The results of the frequency that the card reads, in order of time."""
        every = self.lookup.series(self.indicator.id, self.area)
        if self.group:
            breakdown = self.group.partition("=")[0]
            groups = self.lookup.groups(self.indicator.id, breakdown, self.area)
            every = tuple(r for r in groups if r.group == self.group)
        read = [r.frequency for r in every if self.card and r.period == self.card.period]
        frequency = next(iter(read), every[-1].frequency if every else "")
        return tuple(r for r in every if r.frequency == frequency)

    @cached_property
    def latest(self) -> Result | None:
        """The result that the card reads, else the last that has a value."""
        valued = [r for r in self.series if r.value is not None]
        read = [r for r in valued if self.card and r.period == self.card.period]
        return next(reversed(read or valued), None)

    def compared(self) -> Iterator[tuple[str, tuple[Result, ...]]]:
        """The names and series of the areas that it is compared with, the reading's own first."""
        frequency = self.series[-1].frequency if self.series else ""
        for code in self.lookup.comparators(self.indicator, self.area):
            if code != self.area:
                series = self.lookup.series(self.indicator.id, code, frequency)
                yield self.lookup.area_name(code), series

    # Words ------------------------------------------------------------------------------------

    @cached_property
    def manner(self) -> Manner:
        """How its numbers are said."""
        return self.lookup.manner(self.indicator)

    @property
    def unit_words(self) -> str:
        """The unit where it is no sign that stands at the number: "per 100,000"."""
        return "" if self.manner.sign else self.manner.unit

    def said(self, value: float) -> str:
        """A value as it stands among words: "21.0%", "7.2 out of 10"."""
        return self.manner.said(value)

    def shown(self, value: float) -> str:
        """A value as it stands alone, its unit elsewhere: "21.0%", "7.2"."""
        return with_unit(self.manner.bare(value), self.manner.sign)

    def shown_change(self, difference: float) -> str:
        """A difference as it stands alone: "+8.6 points", "−£12", "+2.6"."""
        if self.manner.sign or self.manner.unit_of_difference == "points":
            return self.manner.signed(difference)
        return self.bare_change(difference)

    def bare_change(self, difference: float) -> str:
        """A difference with its sign and no unit: "−8.6"."""
        return Manner("", self.manner.decimals).signed(difference)

    def period(self, text: str) -> str:
        """A period in words."""
        return periods.in_words(text, self.lookup.report.inputs.periods)

    def within(self, text: str) -> str:
        """A period with its preposition: "in 2024/25"."""
        known = self.lookup.report.inputs.periods
        return periods.within(known[text]) if text in known else f"in {text}"

    def since_when(self, text: str) -> str:
        """A period as it stands after "since": "2018/19", "the 12 months to August 2019"."""
        known = self.lookup.report.inputs.periods
        if text not in known:
            return text
        when = periods.named(known[text])
        year = when.removesuffix(" school year")
        return when if year == when else year.removeprefix("the ")

    def short_period(self, text: str) -> str:
        """A period as it stands on an axis."""
        known = self.lookup.report.inputs.periods
        return periods.short(known[text]) if text in known else text

    @cached_property
    def span(self) -> str:
        """From the first year to the last that it has values for: "2001 to 2024"."""
        return years(r for r in self.series if r.value is not None)

    # For charts -------------------------------------------------------------------------------

    def value(self, result: Result) -> charts.Value:
        """A result as charts take it."""
        ends = (result.value, result.lower, result.upper)
        value, lower, upper = ("" if n is None else self.manner.bare(n) for n in ends)
        return charts.Value(
            result.value, value, result.lower, result.upper, lower, upper, result.flags
        )

    def point(self, result: Result) -> charts.Point:
        """A result as a point of a line."""
        short = self.short_period(result.period)
        when = self.period(result.period)
        return charts.Point(result.start, result.end, when, self.value(result), short)

    @cached_property
    def points(self) -> tuple[charts.Point, ...]:
        """Its series as points."""
        return tuple(map(self.point, self.series))

    @cached_property
    def drawn_baseline(self) -> charts.Baseline | None:
        """The baseline's mark; None where it has no value."""
        since, value = self.since, self.baseline
        if since is None or value is None:
            return None
        period = self.lookup.report.inputs.periods.get(since.reference_period)
        if period is None:
            return None
        return charts.Baseline(periods.short(period), period.end, value, self.manner.bare(value))

    @cached_property
    def breaks(self) -> tuple[charts.Break, ...]:
        """The breaks of its metrics."""
        known = self.lookup.report.inputs.metrics
        metrics = (known.get(id) for id in self.indicator.method.metrics)
        found = {b.start: b.because for metric in metrics if metric for b in metric.breaks}
        return tuple(
            charts.Break(start.start, periods.words(start), because.rstrip("."))
            for start, because in sorted(found.items())
        )
