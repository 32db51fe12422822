"""Reading content/."""

from __future__ import annotations

from pathlib import Path

from generator.publish import content, own_theme


def test_pages_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "content" / "team").mkdir(parents=True)
    (tmp_path / "content" / "about.md").write_bytes(b"\xef\xbb\xbf# About\r\n")
    (tmp_path / "content" / "team" / "people.md").write_text("# People")
    (tmp_path / "content" / ".DS_Store").write_text("")
    texts, problems = content(tmp_path)
    assert texts == {"content/about.md": "# About\n", "content/team/people.md": "# People"}
    assert problems == []


def test_a_site_without_pages(tmp_path: Path) -> None:
    assert content(tmp_path) == ({}, [])


def test_what_is_no_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "app.js").write_text("run()")
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "content" / "linked.md").symlink_to(tmp_path / "secret")
    (tmp_path / "content" / "folder").symlink_to("/etc")
    texts, problems = content(tmp_path)
    assert texts == {}
    assert [(problem.where.file, problem.what) for problem in problems] == [
        ("content/app.js", "this is not a page"),
        ("content/folder", "this is a link"),
        ("content/linked.md", "this is a link"),
    ]


def test_links_in_a_theme_of_its_own_are_refused(tmp_path: Path) -> None:
    assert own_theme(tmp_path) == []
    (tmp_path / "overrides" / "assets").mkdir(parents=True)
    (tmp_path / "overrides" / "assets" / "logo.svg").write_text("<svg/>")
    assert own_theme(tmp_path) == []
    (tmp_path / "overrides" / "assets" / "key.svg").symlink_to("/etc/hostname")
    (problem,) = own_theme(tmp_path)
    assert str(problem) == (
        "overrides/assets/key.svg: this is a link to another place\n"
        "    Put the file itself there, or take the link out."
    )


def test_a_theme_that_is_itself_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "overrides").symlink_to("/etc")
    assert [problem.where.file for problem in own_theme(tmp_path)] == ["overrides"]
