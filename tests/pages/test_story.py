from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.model.page import File, Page
from generator.model.story import Block, Image
from generator.pages import story
from generator.pages.parts import facts, teasers
from tests.pages.small_report import lookup, report

STORIES = report().inputs.stories


def plain(page: Page) -> str:
    """The page's HTML without the escaping that is in every page."""
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


def page(id: str, illustrative: bool = False, **changed: object) -> str:
    """The page of a story, some of its fields changed; its person is real unless said."""
    one = replace(STORIES[id], **changed)
    known = {} if illustrative else {"illustrative": frozenset[str]()}
    made = pages(stories={**STORIES, id: one}, **known)
    return plain(next(p for p in made if p.path == f"stories/{id}.md"))


def pages(**changed: Any) -> list[Page]:
    """The pages without the pictures."""
    return [made for made in story.lay_out(lookup(**changed)) if isinstance(made, Page)]


def beside(id: str) -> str:
    """What the number beside the story is of."""
    standing = teasers.number_beside(lookup(), STORIES[id])
    assert standing is not None
    return facts.what(standing)


def test_one_page_a_story_in_the_order_of_their_ids() -> None:
    made = pages()
    assert [p.path for p in made] == [
        "stories/someone_to_turn_to.md",
        "stories/still_waiting.md",
    ]
    assert all(plain(p).count("<h1>") == 1 for p in made)
    assert all("\n\n" not in p.body.strip() for p in made)


def test_the_quotation_stands_large_and_is_not_said_twice() -> None:
    html = page("someone_to_turn_to")
    quote = "Now they ring me when I am not there."
    assert f'<blockquote class="quote lg"><p>{quote}</p></blockquote>' in html
    assert html.count(quote) == 1
    assert '<p class="voice">The lunch on <em>Tuesdays</em>.</p>' in html
    assert "<h2>What helped</h2>" in html


def test_a_long_quotation_stays_in_the_text() -> None:
    long = "word " * 41
    html = page("someone_to_turn_to", text=(Block("quote", (("", long),)),))
    assert "quote lg" not in html
    assert '<blockquote class="quote">' in html


def test_the_words_of_others_are_not_set_as_the_persons_own() -> None:
    assert 'class="voice"' not in page("still_waiting")


def test_the_number_stands_beside_it_with_its_verdict() -> None:
    html = page("someone_to_turn_to")
    assert '<p class="n num">19.9<span class="u">%</span></p>' in html
    assert beside("someone_to_turn_to") in html
    assert "Improving but not on track" in html
    assert '<a href="../../indicators/loneliness/">People who often feel lonely</a>' in html
    assert '<a href="../../outcomes/connected/">People feel connected</a>' in html
    assert '<a href="../../places/E05000003/">Eastfield</a>' in html


def test_where_only_groups_have_a_value_the_number_names_the_group() -> None:
    assert "Renters" in beside("still_waiting")
    assert beside("still_waiting") in page("still_waiting")


def test_it_says_whether_it_is_typical_and_how_it_was_chosen() -> None:
    assert "Not known. We cannot say how many people" in page("someone_to_turn_to")
    assert "Yes. Those who chose this story" in page("still_waiting")
    assert "No. Those who chose this story" in page("still_waiting", typical="no")
    assert "Each hub offers one story, good or bad." in page("still_waiting")


def test_consent_is_said_in_words_with_how_to_ask_for_removal() -> None:
    html = page("someone_to_turn_to")
    assert (
        "The person agreed in writing that we show this story on the web and in print, "
        "until 1 February 2028." in html
    )
    assert '<a href="mailto:impact@example.org">Ask us to take this story down</a>' in html
    assert "agreed aloud, and it was recorded, that we show this story on the web." in page(
        "still_waiting"
    )
    for kind, words in (
        ("guardian", "A parent or guardian agreed that we show"),
        ("composite", "They agreed that we show it"),
    ):
        consent = replace(STORIES["still_waiting"].consent, kind=kind)
        assert words in page("still_waiting", consent=consent)


def test_a_made_up_person_did_not_agree_to_anything() -> None:
    html = page("someone_to_turn_to", illustrative=True)
    assert "This person is made up. Beside a real story it would say:" in html


def test_a_made_up_story_says_so_where_the_rest_of_the_site_is_real() -> None:
    packages = report().inputs.packages
    for made in pages(packages=(*packages, replace(packages[0], status="final"))):
        assert "Illustrative story: not a real person" in plain(made)


def test_changed_names_are_said_only_where_they_are() -> None:
    assert "<h3>Names</h3>" in page("someone_to_turn_to")
    assert "Names and details" not in page("still_waiting")


def test_items_that_follow_each_other_are_one_list() -> None:
    blocks = tuple(
        Block(kind, (("strong", kind),)) for kind in ("item", "item", "paragraph", "item")
    )
    html = page("still_waiting", text=blocks)
    assert html.count('<ul class="text">') == 2
    assert html.count("<li><strong>item</strong></li>") == 3


def test_more_stories_are_those_about_the_same_outcome() -> None:
    assert "More stories" not in page("someone_to_turn_to")
    html = page("someone_to_turn_to", about=("living_well",))
    assert "More stories about “People live well at home”" in html
    assert '<a href="../still_waiting/">Still waiting for a home</a>' in html


def test_a_picture_is_shown_from_the_site_with_its_text_and_its_size() -> None:
    image = Image("IMG 0042 Jane.png", "A table with <soup>", 640, 360, b"\x89PNG")
    one = replace(STORIES["still_waiting"], image=image)
    page, file = story.lay_out(lookup(stories={"still_waiting": one}))
    assert isinstance(page, Page) and isinstance(file, File)
    assert (file.path, file.content) == ("assets/stories/still_waiting.png", b"\x89PNG")
    assert (
        '<img class="photo" src="../../assets/stories/still_waiting.png" alt="A table with <soup>" '
        'width="640" height="360" loading="lazy" decoding="async">' in plain(page)
    )
    assert "<soup" not in page.body and "Jane" not in plain(page)


def test_what_people_wrote_is_text() -> None:
    hostile = "</p><script>alert(1)</script> *a* [b](javascript:c) {{ d }}\n\n# E"
    block = Block("paragraph", (("em", hostile),))
    one = replace(
        STORIES["still_waiting"], title=hostile, chosen=hostile, text=(block,), organisation=hostile
    )
    (made,) = pages(stories={"still_waiting": one})
    assert "<script" not in made.body
    assert not re.search(r"[*\[\]{}]", made.body)
    assert "\n\n" not in made.body.strip()


def test_who_collected_a_story_is_a_link_to_the_partner() -> None:
    html = page("someone_to_turn_to", organisation="haven")
    assert ' Collected by <a href="../../partners/haven/">Haven</a>.</p>' in html
    assert "Collected by" not in page("someone_to_turn_to", organisation="")
