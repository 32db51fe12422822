"""How an indicator stands in one place: its latest value and what the readings say of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.model import words
from generator.model.indicator import Indicator
from generator.wording import names, periods
from generator.wording.numbers import Manner, with_unit

from . import cells
from .cells import EVERY_PARTNER, By, Reading, Result
from .lookup import Lookup


@dataclass(frozen=True)
class Standing:
    """An indicator in an area, over all groups: `by` every partner, or by one of them.

    `by` names an organisation and a programme. Over every partner the area is one with a page.

    Numbers of it are worded with the same decimals wherever they stand.
    """

    lookup: Lookup
    indicator: Indicator
    area: str
    by: By = EVERY_PARTNER

    @cached_property
    def card(self) -> Reading | None:
        """The one reading that a card shows."""
        return self._reading(words.ON_A_CARD)

    @cached_property
    def since(self) -> Reading | None:
        """What is said of the change since the baseline."""
        return self._reading(words.SINCE_BASELINE)

    @cached_property
    def towards(self) -> Reading | None:
        """What is said of the target."""
        return self._reading(words.TOWARDS_TARGET)

    @cached_property
    def against(self) -> Reading | None:
        """What is said against the comparator."""
        return self._reading(words.AGAINST_COMPARATOR)

    @cached_property
    def variation(self) -> Reading | None:
        """Whether the latest value is more than chance; None where it is not said of everyone."""
        return self._of_everyone(words.VARIATION)

    @cached_property
    def assurance(self) -> Reading | None:
        """Whether the target can be relied on; None where it is not said of everyone."""
        return self._of_everyone(words.ASSURANCE)

    @cached_property
    def recent_trend(self) -> Reading | None:
        """What is said of the last five years; None where it is not said of everyone."""
        return self._of_everyone(words.RECENT_TREND)

    def _of_everyone(self, reading: str) -> Reading | None:
        found = self._reading(reading)
        return found if found and not found.group else None

    def _reading(self, reading: str) -> Reading | None:
        return self.lookup.reading(self.indicator.id, self.area, reading, self.by)

    @property
    def verdict(self) -> str:
        """The word on the card; "Not published" where there is no reading."""
        return self.card.verdict if self.card else "Not published"

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
    def comparators(self) -> tuple[str, ...]:
        """The codes of the areas that the place is compared with, the reading's own first."""
        known, against = self.lookup.report.inputs.areas, self.against
        named = [code for code in self.indicator.compare_with if code in known]
        first = [against.reference_area] if against and against.reference_area else []
        return tuple(dict.fromkeys([*first, *named]))

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

    @property
    def provisional(self) -> str:
        """ "(provisional)" beside a verdict whose value may still change, else ""."""
        latest = self.latest
        if self.card is None or latest is None or self.verdict == "Not published":
            return ""
        return "(provisional)" if "p" in latest.flags or self.status == "provisional" else ""

    @property
    def status(self) -> words.PackageStatus:
        """How far its numbers may be relied on."""
        return self.lookup.status(self.indicator.id)

    # Values -----------------------------------------------------------------------------------

    @cached_property
    def series(self) -> tuple[Result, ...]:
        """The results of the frequency that the card reads, in order of time."""
        every = self.lookup.series(self.indicator.id, self.area, by=self.by)
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

    @cached_property
    def everywhere(self) -> tuple[Result, ...]:
        """The results of everyone in every place, for the period of the latest value.

        Where this place has none: the values of the last period in which another one has.
        """
        rows = self.lookup.results(self.indicator.id)
        period = self.latest.period if self.latest else cells.last_period(rows)
        shown = cells.of_everyone(rows) & (rows["period"] == period)
        if self.latest is None:
            shown &= rows["value"].notna()
        return tuple(cells.results(rows[shown]))

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
        return cells.years(r for r in self.series if r.value is not None)
