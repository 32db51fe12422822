"""Reading content/."""

from __future__ import annotations

from pathlib import Path

from generator.publish import content


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
