"""Tiles, charts, tables and stories on pages written by hand: the same parts as on our own."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from generator.model.page import Page, Site
from generator.pages import indicator, lay_out
from generator.pages.parts.environment import block
from generator.pages.parts.teasers import teaser
from generator.pages.written import content_pages
from tests.pages.small_report import lookup, report
from tests.pages.test_content import TOP, plain
from tests.pages.tree import tree


def site(body: str, **changed: object) -> Site:
    """What is made of `body` in content/about.md, which nothing is wrong with."""
    made, problems = content_pages({"content/about.md": TOP + body}, report(**changed))
    assert [str(problem) for problem in problems] == []
    return made


def page(body: str, **changed: object) -> Page:
    return site(body, **changed).pages[0]


def problem(body: str) -> str:
    """The one thing that is wrong with `body`, in one line."""
    made, problems = content_pages({"content/about.md": TOP + body}, report())
    assert made == Site((), ())
    (only,) = problems
    return str(only).replace("\n   ", "")


def test_a_chart_is_the_figure_of_the_indicators_page_with_an_id_of_its_own() -> None:
    made = site('{{ chart("loneliness") }}')
    own = next(
        p
        for p in indicator.lay_out(lookup())
        if isinstance(p, Page) and p.path == "indicators/loneliness.md"
    )
    drawn = [next(tree(p.body).every("figure")) for p in (made.pages[0], own)]
    assert [e.attributes["id"] for e in drawn] == ["chart-loneliness-trend", "over-time"]
    assert drawn[0].text.replace("(CSV, 1 kB)", "") == drawn[1].text.replace("(CSV, 1 kB)", "")
    assert [file.path for file in made.files] == [
        "assets/figures/about--chart-loneliness-trend.json",
        "data/charts/about--chart-loneliness-trend.csv",
    ]
    theirs = next(
        f for f in lay_out(report()).files if f.path.endswith("loneliness--over-time.csv")
    )
    assert made.files[1].content == theirs.content


def test_several_charts_of_one_indicator_have_ids_and_names_of_their_own() -> None:
    body = (
        '{{ chart("loneliness") }}\n\n{{ chart("loneliness", "trend", place="E05000003") }}\n\n'
        '{{ chart("loneliness", "groups") }}\n\n{{ chart("loneliness") }}\n\n'
        '{{ table("loneliness") }}\n\n{{ table("loneliness", "places") }}\n'
    )
    made = site(f"## Chart loneliness groups\n\n{body}")
    elements = list(tree(made.pages[0].body).every())
    ids = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    assert [e.attributes["id"] for e in elements if e.tag == "figure"] == [
        "chart-loneliness-trend",
        "chart-loneliness-trend-2",
        "chart-loneliness-groups-2",  # the heading took the first
        "chart-loneliness-trend-3",
    ]
    captions = [e.text for e in elements if e.tag == "caption"]
    assert len(captions) == len(set(captions)) == 6
    assert len({file.path for file in made.files}) == len(made.files) == 4 * 2 + 2
    assert site(f"## Chart loneliness groups\n\n{body}") == made


def test_a_table_comes_with_its_numbers_and_no_picture() -> None:
    made = site('{{ table("loneliness", "places") }}')
    assert [file.path for file in made.files] == ["data/charts/about--table-loneliness-places.csv"]
    whole = tree(made.pages[0].body)
    assert not list(whole.every("figure"))
    assert (
        next(whole.every("caption")).text == "People who often feel lonely, 2025/26, lowest first"
    )
    assert "Source: Annual resident survey from Aldermoor Council" in whole.text
    # 398 of 2,000 people asked: 19.9%, of whom Eastfield has 45%, 1.025 times as lonely.
    cells = [[c.text for c in row.every("th", "td")] for row in whole.every("tr")]
    assert ["Eastfield", "20.4"] in [row[:2] for row in cells]


def test_tiles_in_a_row_are_cards_of_one_list_under_a_heading_of_the_right_level() -> None:
    body = '{{ tile("loneliness") }}\n{{ tile("confidence", place="E08000099") }}\n\n'
    made = page(f'{body}{{{{ tile("hub_visits") }}}}\n\n## Two\n\n{{{{ tile("density") }}}}\n\nx')
    lists = [e for e in tree(made.body).every("ul") if e.has("cards")]
    assert [len(list(e.every("li"))) for e in lists] == [3, 1]
    assert [h.tag for e in lists for h in e.every("h2", "h3")] == ["h2", "h2", "h2", "h3"]
    assert '<a href="../indicators/hub_visits/">' in plain(made)
    assert plain(made).rstrip().endswith("</ul>\n</div>\n<p>x</p></div>")


def test_a_story_is_the_teaser_of_other_pages() -> None:
    made = page('{{ story("still_waiting") }}')
    one = report().inputs.stories["still_waiting"]
    assert block("teaser", teaser(lookup(), one, "about/")).strip() in made.body
    assert made.illustrative


def test_stories_are_listed_by_outcome_by_place_or_all() -> None:
    links = {
        call: re.findall(r'href="\.\./stories/(\w+)/"', plain(page(f"{{{{ {call} }}}}")))
        for call in (
            'stories(outcome="connected")',
            'stories(place="E08000099")',
            'stories(outcome="connected", place="E05000003")',
            "stories()",
        )
    }
    assert links == {
        'stories(outcome="connected")': ["someone_to_turn_to"],
        'stories(place="E08000099")': ["someone_to_turn_to"],  # Eastfield lies in it
        'stories(outcome="connected", place="E05000003")': ["someone_to_turn_to"],
        "stories()": ["still_waiting", "someone_to_turn_to"],  # the newest first
    }


def test_blocks_bring_their_period_and_their_mark() -> None:
    packages = report().inputs.packages
    mixed = (*packages, replace(packages[0], status="final"))
    body = '{{ chart("loneliness") }}\n\n{{ table("loneliness") }}\n\n{{ tile("density") }}'
    made = page(body, illustrative=frozenset({"loneliness"}), packages=mixed)
    assert plain(made).count("Illustrative: these numbers are made up") == 2
    assert made.illustrative and made.data_period == "2021 to 2026"
    assert not page('{{ tile("density") }}', illustrative=frozenset()).illustrative


def test_a_group_has_a_number_that_leads_to_the_groups_side_by_side() -> None:
    made = plain(page('So {{ number("loneliness", group="sex=female") }} of women.'))
    side = next(p.body for p in lay_out(report()).pages if p.path == "indicators/loneliness.md")
    assert '<a href="../indicators/loneliness/#gap-sex">21.2%</a> of women' in made
    assert re.search(r'<th scope="row">Women</th>\s*<td class="r">21&#46;2</td>', side)


NOT_ALONE = (
    'So {{ tile("loneliness") }}.',
    'Text\n{{ tile("loneliness") }}',
    '- {{ tile("loneliness") }}',
    '> {{ tile("loneliness") }}',
    '## {{ tile("loneliness") }}',
    '[{{ tile("loneliness") }}](about.md)',
    '    {{ tile("loneliness") }}',
    '*{{ tile("loneliness") }}*',
    'Table: x\n\n| a |\n|---|\n| {{ tile("loneliness") }} |',
)


@pytest.mark.parametrize("body", NOT_ALONE)
def test_a_block_in_other_text_is_refused_with_its_line(body: str) -> None:
    said = problem(f"One.\n\n{body}\n")
    assert re.match(r"content/about\.md line \d+: tile does not stand alone on its line", said)
    assert said.endswith("Put it on a line of its own, with an empty line above and below it.")


WRONG = {
    'tile("loneli")': "there is no indicator 'loneli' Did you mean 'loneliness'?",
    'tile("loneliness", place="E05000009")': "there is no page of a place 'E05000009' Did you mean",
    'tile("loneliness", area="x")': "tile takes no 'area' Known: place.",
    "tile()": 'tile takes the id of one indicator, and maybe a place, in quotes Type {{ tile("id")',
    'chart("loneliness", "trends")': "there is no chart of the kind 'trends' Did you mean 'trend'? "
    "Known: change, groups, places, trend.",
    'chart("loneliness", "trend", "x")': "chart takes the id of one indicator, and maybe a kind",
    'chart("loneliness", by="sex")': "by= goes with the kind 'groups', not with 'trend' Type "
    '{{ chart("loneliness", "groups", by="sex") }}, or leave by= out.',
    'table("loneliness", "groups", by="sax")': "loneliness has no groups by 'sax' in Aldermoor "
    "Did you mean 'sex'? Known: sex.",
    'chart("density", "groups")': "density has no chart of the kind 'groups' for Aldermoor "
    "It takes two groups of a breakdown with a value for one period.",
    'chart("density", "places")': "density has no chart of the kind 'places' for Aldermoor "
    "It takes at least three similar places",
    'story("the_choir")': "there is no story 'the_choir' that may be told Known: someone",
    'stories(outcome="conected")': "there is no outcome 'conected' Did you mean 'connected'?",
    'stories(outcome="healthy")': "there is no story about “Fewer people die early” that may "
    "be told Take the line out.",
    'stories(place="E05000001")': "there is no story from Millgate that may be told Did you mean "
    "'E05000003'?",
    'stories("connected")': "stories takes an outcome, a place, both or nothing, in quotes Type "
    '{{ stories(outcome="id") }} or {{ stories(place="E08000025") }}.',
}


@pytest.mark.parametrize("call", WRONG)
def test_a_block_that_can_show_nothing_is_refused_with_what_to_type(call: str) -> None:
    said = problem(f"One.\n\n{{{{ {call} }}}}\n")
    assert said.startswith(f"content/about.md line 7: {WRONG[call]}")


def test_where_there_are_several_breakdowns_one_is_to_be_named() -> None:
    known = report().inputs.breakdowns
    twice = {**known, "gender": replace(known["sex"], id="gender")}
    results = report().results
    by_sex = results[results["group"].isin(["sex=female", "sex=male"])]
    by_gender = by_sex.assign(group=by_sex["group"].str.replace("sex", "gender"))
    both = pd.concat([results, by_gender]).astype({"group": "category"})
    whole = replace(report(breakdowns=twice), results=both)
    texts = {"content/a.md": TOP + '{{ chart("loneliness", "groups") }}'}
    _, problems = content_pages(texts, whole)
    assert str(problems[0]).replace("\n   ", "") == (
        "content/a.md line 5: loneliness has several breakdowns in Aldermoor "
        'Type by="sex" or by="gender".'
    )


def test_all_that_is_wrong_is_said_at_once() -> None:
    texts = {"content/a.md": TOP + '<b>x</b>\n\n{{ tile("x") }}\n\nz {{ chart("y") }}\n'}
    _, problems = content_pages(texts, report())
    assert [(each.where.line, each.what.split(":")[0]) for each in problems] == [
        (5, "HTML is not allowed in a page"),
        (5, "HTML is not allowed in a page"),
        (9, "chart does not stand alone on its line"),
        (7, "there is no indicator 'x'"),
        (9, "there is no indicator 'y'"),
    ]


@pytest.mark.parametrize("html", ["<div>", "<div>x", "a <b>bold", "a</p>", "<section>\n\nx"])
def test_one_tag_that_is_wrong_says_nothing_of_the_blocks_after_it(html: str) -> None:
    blocks = '{{ tile("loneliness") }}\n\n' * 5
    _, problems = content_pages({"content/a.md": f"{TOP}{html}\n\n{blocks}"}, report())
    assert problems
    assert not [each for each in problems if "alone" in each.what]


def test_two_pages_whose_charts_would_be_one_file_are_refused() -> None:
    texts = {f"content/{name}.md": TOP + '{{ chart("loneliness") }}' for name in ("a-b", "a/b")}
    made, problems = content_pages(texts, report())
    assert [page.path for page in made.pages] == ["a-b/index.md"]
    assert len({file.path for file in made.files}) == len(made.files) == 2
    assert (
        "another page has a chart whose numbers are saved under the same name" in problems[0].what
    )
