"""Sentences of pages written by hand that are held to the data, and causes that it can't bear."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pandas as pd
import pytest

from generator.model import words
from generator.model.metric import Id
from generator.model.report import Report
from generator.model.verdicts import GapOverTime
from generator.pages.written.claims.wordings import FIXED, says, written
from generator.pages.written.content import content_pages
from generator.wording import verdicts
from tests.pages.small_report import report
from tests.pages.test_content import TOP, plain
from tests.report_examples import MAIN


def claimed(says: str, id: str = "loneliness", more: str = "") -> str:
    return f'{{% claim "{id}", "{says}"{more} %}}Fewer people feel *lonely*{{% endclaim %}}'


def body(text: str, known: Report | None = None) -> str:
    """What is made of `text`, which nothing is wrong with."""
    site, problems = content_pages({"content/about.md": TOP + text}, known or prove_only())
    assert [str(problem) for problem in problems] == []
    return plain(site.pages[0])


def told(text: str, known: Report | None = None) -> str:
    """The one thing that is wrong with `text`, in one line."""
    site, problems = content_pages({"content/about.md": TOP + text}, known or prove_only())
    assert site.pages == ()
    (only,) = problems
    return str(only).replace("\n   ", "")


def prove_only() -> Report:
    """The report with the readings alone whose numbers stand in tests/report_examples."""
    whole = report()
    prove = (words.SINCE_BASELINE, words.TOWARDS_TARGET, words.AGAINST_COMPARATOR, words.ON_A_CARD)
    return replace(whole, readings=whole.readings[whole.readings["reading"].isin(prove)])


def saying(**rows: dict[str, object]) -> Report:
    """The report with these improve readings of loneliness in the main area, and no other."""
    whole = prove_only()
    blank = dict.fromkeys(whole.readings.columns, "")
    numbers = [c for c in whole.readings if whole.readings[c].dtype == np.float64]
    own = {"indicator": "loneliness", "area": MAIN} | dict.fromkeys(numbers, np.nan)
    added = pd.DataFrame([blank | own | row for row in rows.values()])
    kinds = whole.readings.dtypes.to_dict()
    both = pd.concat([whole.readings.astype(object), added.astype(object)], ignore_index=True)
    kept = {c: k for c, k in kinds.items() if k == np.float64}
    return replace(
        whole,
        readings=both.astype(kept).astype(
            {c: "category" for c, k in kinds.items() if isinstance(k, pd.CategoricalDtype)}
        ),
    )


HOLDING = {
    "improved since baseline": "working-since-baseline",
    "Improving but not on  track": "working-towards-target",
    "similar to England": "working-against-comparator",
    "similar than England": "working-against-comparator",
}


@pytest.mark.parametrize("says", HOLDING)
def test_a_claim_that_holds_links_to_its_evidence(says: str) -> None:
    # 398 of 2,000 in 2025/26 after 512 of 2,000 in 2021/22, 21.2% in England: see small_report.
    href = f"../indicators/loneliness/#{HOLDING[says]}"
    made = body(f"So {claimed(says)}, we think.")
    assert f'<p>So <a href="{href}">Fewer people feel <em>lonely</em></a>, we think.</p>' in made


def test_a_claim_of_a_place_of_a_group_and_of_similar_places() -> None:
    held = claimed("improved since baseline", more=', group="sex=female"')
    place = claimed("improved since baseline", more=', place="E05000003"')
    similar = claimed("similar to similar places", "early_death_rate")
    made = body(f"- {held}\n- {place}\n- {similar}\n")
    assert made.count('href="../indicators/loneliness/#working-since-baseline"') == 2
    assert 'href="../indicators/early_death_rate/#working-against-comparator"' in made


def test_a_claim_of_a_partner_names_its_programme_where_it_has_several() -> None:
    # In tests/report_examples two partners report hub visits; nothing is two years old.
    said = told(claimed("improved since baseline", "hub_visits", ', partner="haven"'))
    assert "of hub_visits in Aldermoor (Haven), but 'cannot say since baseline' does: " in said
    said = told(claimed("cannot say since baseline", "hub_visits", ', partner="havn"'))
    assert "nothing is said of a partner 'havn' by hub_visits there Did you mean 'haven'?" in said
    more = ', partner="haven", programme="x"'
    said = told(claimed("cannot say since baseline", "hub_visits", more))
    assert "nothing is said of a programme 'x' by hub_visits there " in said
    made = body(claimed("cannot say since baseline", "hub_visits", ', partner="haven"'))
    assert "../indicators/hub_visits/#working-since-baseline" in made
    whole = report()
    own = whole.readings[whole.readings["organisation"] == "haven"]
    readings = pd.concat([own.assign(programme=name) for name in ("a", "b")])
    known = replace(whole, readings=readings.astype({"programme": "category"}))
    assert told(claimed("on track", "hub_visits", ', partner="haven"'), known).endswith(
        "haven reports hub_visits under several programmes Type programme= and one of them: a, b."
    )


def test_a_number_in_a_claim_is_no_link_of_its_own() -> None:
    text = '{% claim "loneliness", "improved since baseline" %}It is {{ number("loneliness") }}'
    made = body(f"{text}{{% endclaim %}} now.")
    assert '#working-since-baseline">It is 19.9%</a> now.' in made


def test_a_claim_stands_in_items_cells_and_headings() -> None:
    text = claimed("improved since baseline")
    made = body(f"## {text} now\n\nTable: x\n\n| a |\n|---|\n| {text} |\n\n> {text}\n")
    assert made.count('#working-since-baseline">Fewer people feel <em>lonely</em></a>') == 3
    assert '<h2 id="fewer-people-feel-lonely-now"><a ' in made


def test_where_not_everything_is_made_up_a_claim_says_so() -> None:
    packages = report().inputs.packages
    mixed = (*packages, replace(packages[0], status="final"))
    known = report(illustrative=frozenset({"loneliness"}), packages=mixed)
    made = body(f"So {claimed('improved since baseline')}.", known)
    assert "<em>lonely</em></a> (illustrative)." in made


_HOLDS = (
    "What holds: 'improving but not on track', 'improved since baseline', 'similar to England'."
)
WRONG = {
    claimed("worsened since baseline"): (
        "the claim 'worsened since baseline' does not hold of loneliness in Aldermoor, but "
        "'improved since baseline' does: 19.9% of adults often feel lonely in Aldermoor in "
        "2025/26, down 5.7 points since 2021/22 " + _HOLDS + " Write one of them, or take it out."
    ),
    claimed("on track"): (
        "the claim 'on track' does not hold of loneliness in Aldermoor, but 'improving but not "
        "on track' does: At 19.9% in 2025/26, Aldermoor is improving, but not on track for the "
        "target of 18.0% or less by 2026/27"
    ),
    claimed("better than England"): (
        "the claim 'better than England' does not hold of loneliness in Aldermoor, but "
        "'similar to England' does: At 19.9% in 2025/26, Aldermoor is similar to England (21.2%)"
    ),
    claimed("better than Englnd"): (
        "loneliness is not compared with 'Englnd' in Aldermoor Did you mean 'better than England'?"
    ),
    claimed("better than England", "confidence"): (
        "confidence is not compared with 'England' in Aldermoor What holds: 'target met', "
    ),
    claimed("improvd since baseline"): (
        "nothing can be claimed as 'improvd since baseline' Did you mean 'improved since "
        "baseline'? " + _HOLDS
    ),
    claimed("splendid"): (
        "nothing can be claimed as 'splendid' Type one such as 'improved since baseline', "
    ),
    claimed("likely to meet target", "confidence"): (
        "nothing is said of confidence in Aldermoor that 'likely to meet target' could hold of "
        "What holds: 'target met', "
    ),
    claimed("gap between gender narrowing"): (
        "loneliness has no gap between groups by 'gender' in Aldermoor "
    ),
    claimed("improved since baseline", "lonelyness"): (
        "there is no indicator 'lonelyness' Did you mean 'loneliness'?"
    ),
    claimed("improved since baseline", more=', place="E05000009"'): (
        "there is no page of a place 'E05000009' Did you mean 'E0500000"
    ),
    claimed("improved since baseline", more=', group="sex=femal"'): (
        "nothing is said of the group 'sex=femal' of loneliness in Aldermoor "
        "Did you mean 'sex=female'?"
    ),
    claimed("no clear change since baseline", "settled_homes"): (
        "nothing is said of everyone in Aldermoor by settled_homes "
        'Name a group: group="tenure=own".'
    ),
    f"`{claimed('improved since baseline')}`": (
        "a claim can't stand in code Write {% raw %} before it and {% endraw %} after it"
    ),
    f"    {claimed('improved since baseline')}": "a claim can't stand in code",
    f"[{claimed('improved since baseline')}](about.md)": (
        "a claim can't stand in a link It is a link to its evidence: end the other first."
    ),
    claimed("improved since baseline").replace("*lonely*", "[x](about.md)"): (
        "a link can't stand in a claim Put it after the claim."
    ),
    claimed("improved since baseline").replace("*lonely*", "so\n\nSo"): (
        "the words of a claim are not part of one sentence Keep it in one paragraph, item or "
        "cell, and close in it what you open in it."
    ),
    f"*a{claimed('improved since baseline').replace('*', '')}".replace("lonely", "lone*ly"): (
        "the words of a claim are not part of one sentence"
    ),
    f"[x](https://example.org/{claimed('improved since baseline')})": (
        "the words of a claim are not part of one sentence"
    ),
    # A reference to the signs that stand for the claim is no second claim.
    f"&#xE000;0&#xE001;x {claimed('improved since baseline')}": (
        "the words of a claim are not part of one sentence"
    ),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_claim_that_does_not_hold_is_refused_with_its_line(text: str) -> None:
    said = told(f"One.\n\n{text}\n")
    assert said.startswith(f"content/about.md line 7: {WRONG[text]}")


def test_a_claim_shown_as_code_is_no_claim() -> None:
    made = body(f"`{{% raw %}}{claimed('nothing')}{{% endraw %}}`\n\n&#xE004;0&#xE005;x")
    assert "<code>{% claim " in made
    assert "<p>x</p>" in made


def test_hostile_words_of_a_claim_are_text() -> None:
    hostile = """&lt;b onclick=x&gt; &#123;&#123; " ' [ ` ="""
    text = claimed("improved since baseline").replace("*lonely*", hostile)
    site, problems = content_pages({"content/about.md": TOP + text}, report())
    assert problems == []
    assert "b onclick" in site.pages[0].body
    assert not any(mark in site.pages[0].body for mark in ("<b", "{{", "`", "&#123;&#123;x"))


READ = {
    "special-cause improvement": {"reading": words.VARIATION},
    "hit and miss": {"reading": words.ASSURANCE},
    "decreasing and getting better recently": {"reading": words.RECENT_TREND},
    "getting better recently": {"reading": words.RECENT_TREND},
    "decreasing recently": {"reading": words.RECENT_TREND},
    "likely to meet target": {"reading": words.FORECAST},
    "better than expected": {"reading": words.SPREAD},
    "under-represented": {"reading": words.REACH},
}


@pytest.mark.parametrize("says", READ)
def test_every_reading_can_be_claimed(says: str) -> None:
    verdict = says.removesuffix(" recently")
    if "recently" in says:
        verdict = "decreasing and getting better"
    working = "indicators/loneliness/#here"
    known = saying(a={**READ[says], "verdict": verdict, "working": working})
    assert '<a href="../indicators/loneliness/#here">' in body(claimed(says), known)
    for reading, after in ((words.SINCE_BASELINE, "lower since baseline"),):
        assert "does not hold" in told(claimed(after), known), reading


def gaps(female: str, male: str, reading: str = words.GAP_OVER_TIME) -> Report:
    return saying(
        a={"reading": reading, "group": "sex=female", "verdict": female, "working": "x/#f"},
        b={"reading": reading, "group": "sex=male", "verdict": male, "working": "x/#m"},
    )


@pytest.mark.parametrize("way", get_args(GapOverTime))
def test_a_gap_between_groups_is_claimed_by_its_breakdown(way: str) -> None:
    """One group is enough, and none may say the opposite."""
    known = gaps("too small to say", way)
    for between in ("sex", "Sex", "sexes"):
        assert '<a href="../x/#' in body(claimed(f"gap between {between} {way}"), known)
    opposite = {"narrowing": "widening", "widening": "narrowing", "no clear change": "widening"}
    against = gaps(opposite.get(way, "no clear change"), way)
    said = told(claimed(f"gap between sex {way}"), against)
    assert (
        f"the claim 'gap between sex {way}' does not hold of loneliness in Aldermoor, but '" in said
    )


def test_a_clear_gap_is_claimed_before_or_after_its_breakdown() -> None:
    known = gaps("clear gap", "no clear gap", words.GAP)
    for wording in ("clear gap between sex", "gap between sex clear gap"):
        assert '<a href="../x/#f">' in body(claimed(wording), known)
    assert "but 'clear gap between sex', 'no clear gap between sex' does" in told(
        claimed("no clear gap between sex"), known
    )
    assert "Did you mean 'clear gap between sex'?" in told(claimed("clear gap between sx"), known)
    held = claimed("no clear gap between sex", more=', group="sex=male"')
    assert '<a href="../x/#m">' in body(held, known)


def test_what_is_said_of_groups_alone_names_one() -> None:
    known = saying(a={"reading": words.REACH, "group": "sex=male", "verdict": "similar"})
    assert told(claimed("similar"), known).endswith(
        "'similar' is said of a group, and the claim of loneliness names none "
        'Name one: group="sex=male".'
    )


def test_every_verdict_can_be_written_and_read_again() -> None:
    """But those that say that there is nothing to hold a value against."""
    for text, said in FIXED.items():
        assert says(text) == said
        for reading in said.readings:
            if len(said.verdicts) == 1:
                (verdict,) = said.verdicts
                assert written(reading, verdict) == text
    every = {verdict.lower() for said in FIXED.values() for verdict in said.verdicts}
    every |= {"better", "worse", *get_args(GapOverTime), "clear gap", "no clear gap"}
    assert set(verdicts.VERDICTS) - every == {"no comparator"}


DUE = (
    "“due to” gives a cause, and loneliness has no comparison that could bear it Write “at the "
    "same time as”, which says no more than is known. A cause takes an indicator with design: "
    "comparison or trial."
)
CAUSES = {
    'It is {{ number("loneliness") }} due to hubs.': 5,
    '## Due to hubs\n\nIt is {{ number("loneliness") }}.': 5,
    'This is\n*due* to hubs.\n\n{{ chart("loneliness") }}': 6,
    '{{ tile("loneliness") }}\n\nThis is due to hubs.': 7,
    '- One due to x.\n- {{ finding("loneliness") }} Due to hubs.': 6,
    "So " + claimed("improved since baseline").replace("feel", "feel due to hubs"): 5,
    f"So {claimed('improved since baseline')}, due to hubs.": 5,
    '> It is {{ number("loneliness") }} due to hubs.': 5,
}


@pytest.mark.parametrize("text", CAUSES)
def test_a_cause_beside_a_number_is_refused_with_what_would_hold(text: str) -> None:
    said = told(text)
    assert said.lower() == f"content/about.md line {CAUSES[text]}: {DUE}".lower()


@pytest.mark.parametrize("text", CAUSES)
def test_an_indicator_with_a_comparison_can_bear_a_cause(text: str) -> None:
    known = dict(report().inputs.indicators)
    known[Id("loneliness")] = replace(known[Id("loneliness")], design="comparison")
    assert body(text, report(indicators=known))


def test_what_stands_apart_from_numbers_may_give_causes() -> None:
    quoted = "> It was due to the hub.\n\n"
    body(f'It is due to x.\n\nSo.\n\n{{{{ chart("loneliness") }}}}\n\n{quoted}It is due to x.')
    body('{{ tile("loneliness") }}\n\n## Due to hubs\n\nIt is due to hubs.')
    body('We cannot say that {{ number("loneliness") }} is due to hubs.')


def test_the_name_of_a_page_stands_above_its_first_text() -> None:
    top = "---\ntitle: About\ndescription: The hubs led to this.\n---\n"
    texts = {"content/a.md": top + '{{ tile("loneliness") }}'}
    _, problems = content_pages(texts, report())
    assert [str(each.where) for each in problems] == ["content/a.md, description"]
    texts = {"content/a.md": top + 'Text.\n\n{{ tile("loneliness") }}'}
    assert content_pages(texts, report())[1] == []
