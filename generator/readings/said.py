"""The findings of one indicator's readings, row by row from its columns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from generator.model.report import Inputs
from generator.wording import close, findings, names, periods
from generator.wording.findings import Latest
from generator.wording.numbers import Manner

_TARGET = ("kind", "reference_value", "target_to")


@dataclass(frozen=True)
class Said:
    """The cases and the three readings of them, in the same order."""

    inputs: Inputs
    manners: Mapping[str, Manner]
    cases: pd.DataFrame
    since: pd.DataFrame
    towards: pd.DataFrame
    against: pd.DataFrame

    def since_baseline(self) -> list[str]:
        """One finding a case."""
        columns = ("verdict", "difference", "reference_period", "reason", "no_margin")
        return [
            findings.since_baseline(
                latest, verdict, difference, self._since(period), reason, no_margin
            )
            if self._has_value(latest)
            else self._missing(latest, reason)
            for latest, verdict, difference, period, reason, no_margin in self._with(
                self.since, columns
            )
        ]

    def towards_target(self) -> list[str]:
        """One finding a case."""
        columns = ("verdict", "reference_period", "reason")
        rows = self._with(self.towards, columns)
        return [
            findings.towards_target(
                latest, verdict, target, self._since(due), reason, latest.place, doubts
            )
            for (latest, verdict, due, reason), target, doubts in zip(
                rows, self.targets, self._doubts, strict=True
            )
        ]

    @property
    def _doubts(self) -> list[str]:
        """What follows a verdict towards a target that hangs on a hair."""
        columns = ("verdict", "close", "disagree", "compound")
        rows = zip(*(self.towards[name].tolist() for name in columns), strict=True)
        found = []
        for verdict, too_close, disagree, compound in rows:
            said = [close.TARGET] if too_close else []
            said += [close.otherwise(verdict, compound)] if disagree else []
            found.append(" ".join(said))
        return found

    def against_comparator(self) -> list[str]:
        """One finding a case."""
        columns = ("verdict", "reference_value", "reason", "close")
        rows = self._with(self.against, columns)
        return [
            findings.against_comparator(latest, verdict, other, reference, reason, too_close)
            if self._has_value(latest)
            else self._missing(latest, reason)
            for (latest, verdict, reference, reason, too_close), other in zip(
                rows, self._comparators, strict=True
            )
        ]

    def card(self, card: pd.DataFrame) -> list[str]:
        """One number sentence a case; `card` has the verdicts of the card."""
        columns = pd.DataFrame(
            {
                "verdict": card["verdict"],
                "card_reason": card["reason"],
                "since_verdict": self.since["verdict"],
                "difference": self.since["difference"],
                "since": self.since["reference_period"].map(self._since),
                "reason": self.since["reason"],
                "no_margin": self.since["no_margin"],
                "comparator": self._comparators,
                "against_verdict": self.against["verdict"],
                "reference": self.against["reference_value"],
                "target": self.targets,
                "due": self.towards["reference_period"].map(self._since),
                "too_close": self.towards["close"],
            }
        )
        names = [str(name) for name in columns.columns]
        found = []
        for latest, *row in self._with(columns, names):
            said = dict(zip(names, row, strict=True))
            reason = said.pop("card_reason")
            valued = self._has_value(latest)
            found.append(findings.card(latest, **said) if valued else self._missing(latest, reason))
        return found

    @cached_property
    def latest(self) -> list[Latest]:
        """Each case's latest value, NaN where there is none, with all that a sentence needs."""
        parts = {
            key: names.part(*key, self.inputs)
            for key in set(
                zip(
                    self.cases["organisation"].tolist(),
                    self.cases["programme"].tolist(),
                    self.cases["group"].tolist(),
                    strict=True,
                )
            )
        }
        areas = {code: names.area(code, self.inputs) for code in self.cases["area"].unique()}
        whens = {
            text: periods.within(self.inputs.periods[text])
            if text in self.inputs.periods
            else f"in {text}"
            for text in self.cases["period"].unique()
        }
        indicators = self.inputs.indicators
        titled = {str(name): (i.title, i.texts.who) for name, i in indicators.items()}
        columns = ["indicator", "area", "value", "period", "reported_by"]
        columns += ["organisation", "programme", "group"]
        rows = zip(*(self.cases[name].tolist() for name in columns), strict=True)
        return [
            Latest(
                *titled[name],
                self.manners[name],
                f"{areas[area]} ({part})" if (part := parts[tuple(cell)]) else areas[area],
                value,
                whens[period],
                reported_by,
            )
            for name, area, value, period, reported_by, *cell in rows
        ]

    def _with(self, table: pd.DataFrame, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        return zip(self.latest, *(table[name].tolist() for name in columns), strict=True)

    @cached_property
    def targets(self) -> list[str]:
        """Each case's target in words, "" where it has none."""
        columns = [self.towards[name].tolist() for name in _TARGET]
        columns += [self.cases[name].tolist() for name in ("indicator", "direction")]
        return [
            ""
            if not kind or math.isnan(value)
            else findings.target_words(self.manners[name], kind, value, to, direction)
            for kind, value, to, name, direction in zip(*columns, strict=True)
        ]

    @cached_property
    def _comparators(self) -> list[str]:
        """The name of each case's comparator, "" where it has none."""
        columns = (self.against[name].tolist() for name in ("reference_area", "places"))
        pairs = zip(*columns, strict=True)
        return [names.comparator(area, self.inputs, n) if area else "" for area, n in pairs]

    def _since(self, text: str) -> str:
        known = self.inputs.periods.get(text)
        return periods.named(known) if known else text

    @staticmethod
    def _has_value(latest: Latest) -> bool:
        return not math.isnan(latest.value)

    def _missing(self, latest: Latest, reason: str) -> str:
        return findings.not_published(latest.title, latest.place, reason)
