"""A site's own entries in the navigation."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.page import Page
from generator.publish import in_navigation

ABOUT, PLAN = Page("about/index.md", "About us", "", ""), Page("plan.md", "Plan", "", "")


def site(folder: Path, nav: str) -> Path:
    (folder / "mkdocs.yml").write_text(f"site_name: A\nextra: !!python/name:os.system\n{nav}")
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text("")
    return folder


def test_pages_in_the_order_of_nav_then_the_rest(tmp_path: Path) -> None:
    nav = "nav:\n  - No: plan.md\n  - About: about.md\n"
    pages, problems = in_navigation(site(tmp_path, nav), (ABOUT, PLAN))
    assert [(page.title, page.in_navigation) for page in pages] == [
        ("Plan", "No"),
        ("About us", "About"),
    ]
    assert problems == []


def test_pages_of_a_section(tmp_path: Path) -> None:
    nav = "nav:\n  - This report:\n    - Plans: plan.md\n    - Us: about.md\n"
    pages, problems = in_navigation(site(tmp_path, nav), (ABOUT, PLAN))
    assert [(page.section, page.in_navigation) for page in pages] == [
        ("This report", "Plans"),
        ("This report", "Us"),
    ]
    assert problems == []


def test_without_nav_they_stand_in_none(tmp_path: Path) -> None:
    assert in_navigation(site(tmp_path, ""), (ABOUT,)) == ([ABOUT], [])


@pytest.mark.parametrize(
    ("entry", "what", "hint"),
    [
        (
            "- About: abuot.md",
            "there is no page 'abuot.md' in content/",
            "Did you mean 'about.md'? Known: about.md.",
        ),
        ("- about.md", "an entry of 'nav' is not a title with a page", "Type - Title: page.md"),
        (
            "- More:\n    - A:\n        - B: a.md",
            "an entry of 'nav' is not a title with a page",
            "Type - Title: page.md",
        ),
    ],
)
def test_refusals(tmp_path: Path, entry: str, what: str, hint: str) -> None:
    pages, (problem,) = in_navigation(site(tmp_path, f"nav:\n  {entry}\n"), (ABOUT,))
    assert str(problem.where) == f"mkdocs.yml line {5 if 'More' in entry else 4}, nav"
    assert (problem.what, problem.hint) == (what, hint)
    assert pages == [ABOUT]


def test_nav_that_is_no_list(tmp_path: Path) -> None:
    _, (problem,) = in_navigation(site(tmp_path, "nav: about.md\n"), (ABOUT,))
    assert (problem.value, problem.hint) == ("about.md", "Type - Title: page.md")


def test_a_page_named_twice(tmp_path: Path) -> None:
    nav = "nav:\n  - About: about.md\n  - Us: about.md\n"
    pages, (problem,) = in_navigation(site(tmp_path, nav), (ABOUT,))
    assert (problem.what, [page.in_navigation for page in pages]) == (
        "'about.md' is named twice",
        ["About"],
    )


def test_a_page_that_could_not_be_read_is_not_refused_again(tmp_path: Path) -> None:
    assert in_navigation(site(tmp_path, "nav:\n  - About: about.md\n"), ()) == ([], [])


def test_no_page_at_all_and_a_nav_without_entries(tmp_path: Path) -> None:
    folder = site(tmp_path, "nav:\n")
    assert in_navigation(folder, ()) == ([], [])
    (folder / "content" / "about.md").unlink()
    (folder / "mkdocs.yml").write_text("nav:\n  - Us: about.md\n")
    _, (problem,) = in_navigation(folder, ())
    assert str(problem) == (
        "mkdocs.yml line 2, nav: there is no page 'about.md' in content/\n    There is none yet."
    )
