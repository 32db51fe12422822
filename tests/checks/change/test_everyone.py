"""Rows of groups alone: what everyone's come to is then nowhere."""

from __future__ import annotations

from typing import Any

from generator.checks import change
from generator.model.metric import Breakdown, Category, Id
from tests.assessed import item, report, sums

TABLE = "datapackages/aldermoor/data/change.csv"
STATED = {Id(id): Category(Id(id), id.title()) for id in ("female", "male")}
LEFT = Id("not_stated")
ROW = {"scale": "star", "item": "money", "period": "2024", **sums([1, 9], [5, 8])}
FEMALE, MALE = ({**ROW, "group": f"sex={sex}"} for sex in ("female", "male"))
WHAT = "sex: warning: no row is of everyone, and groups of sex give no total"
HINT = (
    "Add rows with a blank sex, or a category of sex for people who did not say, named under "
    "breakdowns.sex.not_stated, with a row in each period."
)


def said(*rows: dict[str, Any], unstated: bool = False) -> list[str]:
    categories = {**STATED, LEFT: Category(LEFT, "Not stated")} if unstated else STATED
    sex = Breakdown(
        Id("sex"), "Sex", "people", categories=categories, not_stated=(LEFT,) if unstated else ()
    )
    made = report([item()], rows, breakdowns={sex.id: sex})
    return [str(problem) for problem in change.check(made)]


def test_groups_alone_are_told_once() -> None:
    assert said(FEMALE, MALE) == [f"{TABLE} row 2, {WHAT} (star, money)\n    {HINT}"]


def test_each_partner_and_programme_is_told_of_its_own() -> None:
    haven, anchor = ({"organisation": name, "programme": "hubs"} for name in ("haven", "anchor"))
    everyone = {**ROW, **anchor}
    assert said({**FEMALE, **haven}, {**MALE, **haven}, {**MALE, **anchor}, everyone) == [
        f"{TABLE} row 2, {WHAT} (star, money, haven, hubs)\n    {HINT}"
    ]


def test_a_row_of_everyone_of_a_partner_or_one_of_those_who_did_not_say_will_do() -> None:
    assert said(FEMALE, MALE, ROW) == []
    assert said(FEMALE, MALE, {**ROW, "organisation": "haven", "programme": "hubs"}) == []
    assert said(FEMALE, MALE, {**ROW, "group": "sex=not_stated"}, unstated=True) == []
    assert len(said(FEMALE, MALE, unstated=True)) == 1
