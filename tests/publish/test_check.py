"""What is found in a built site before it is published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.page import File, Page, Site
from generator.publish.check import check

HEAD = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src 'self'\"><meta name=referrer content=no-referrer>"
)
SITE = Site((Page("index.md", "Home", "", ""), Page("a/b.md", "B", "", "")), ())


def built(folder: Path, home: str, head: str = HEAD) -> Path:
    """A built site: a home page with this in it, one more page and the page for no page."""
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "index.html").write_text(f"<html>{head}<h1>Home</h1>{home}</html>")
    (folder / "a" / "b" / "index.html").write_text(
        f'{HEAD}<h1 id="top">B</h1><a href="../../">H</a>'
    )
    (folder / "404.html").write_text(f'{HEAD}<h1>Not found</h1><a href="/a/b/">B</a>')
    (folder / "style.css").write_text("")
    return folder


@pytest.mark.parametrize(
    "home",
    [
        '<a href="a/b/#top">B</a>',
        '<a href="a/b/index.html">B</a>',
        '<a href=".">H</a><a href="#there" id="there">there</a>',
        '<link rel="stylesheet" href="style.css">',
        '<a href="https://example.org/x">out</a><a href="mailto:a@example.org">mail</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<img src="data:image/png;base64,AA">',
        '<a href="tel:+44">ring</a><p style="color:red">it is on</p>',
        '<link rel="alternate" href="https://example.org/feed.xml">',
        "&#123;&#123; shown &#125;&#125;",
    ],
)
def test_nothing_is_wrong(tmp_path: Path, home: str) -> None:
    assert check(built(tmp_path, home), SITE) == []


@pytest.mark.parametrize(
    ("home", "what"),
    [
        ('<a href="a/c/">C</a>', 'the link "a/c/" leads to no page or file'),
        ('<a href="a/b/#end">B</a>', 'the link "a/b/#end" leads to no part of its page'),
        ('<a href="#nothing">n</a>', 'the link "#nothing" leads to no part of its page'),
        ('<a href="/a/b/">B</a>', 'the link "/a/b/" starts at the root of the host'),
        ('<a href="../x/">X</a>', 'the link "../x/" leads to no page or file'),
        ('<img src="no.png">', 'the link "no.png" leads to no page or file'),
        (
            '<img srcset="https://e.org/a.png 2x">',
            '"https://e.org/a.png" would be loaded from another host',
        ),
        ("<script src=//e.org/a.js></script>", '"//e.org/a.js" would be loaded from another host'),
        ("<script>run()</script>", "a script stands in the page itself"),
        ('<b onclick="run()">b</b>', "a script stands in the page itself"),
        ('<iframe srcdoc="&lt;script&gt;">', "a script stands in the page itself"),
        ('<a href="javascript:run()">x</a>', '"javascript:run()" is no link that can be followed'),
        (
            '<a href=" data:text/html,x">x</a>',
            '" data:text/html,x" is no link that can be followed',
        ),
        ('<a href="." ping="//e.org">H</a>', '"//e.org" would be loaded from another host'),
        ('<img src="/\\e.org/a.png">', '"/\\e.org/a.png" would be loaded from another host'),
        ('<p style="background:url(//e.org/a)">', '"//e.org/a" would be loaded from another host'),
        ("<style>@import '//e.org/a';</style>", '"//e.org/a" would be loaded from another host'),
        ("<svg><use href=//e.org/#a></svg>", '"//e.org/#a" would be loaded from another host'),
        ("<form action=//e.org/></form>", '"//e.org/" would be loaded from another host'),
        ('<link rel="alternate" href="no.xml">', 'the link "no.xml" leads to no page or file'),
        ("<link rel=icon href=//e.org/i>", '"//e.org/i" would be loaded from another host'),
        ('<b data-series="no.json"></b>', 'the link "no.json" leads to no page or file'),
        ("<base href=//e.org/>", 'the page leads elsewhere by itself: "//e.org/"'),
        (
            '<meta http-equiv=refresh content="0;url=//e.org">',
            'the page leads elsewhere by itself: "0;url=//e.org"',
        ),
        ("<h1>Again</h1>", "the page has 2 main headings"),
        ('<b id="x"></b><i id="x"></i>', 'the id "x" is there 2 times'),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, home: str, what: str) -> None:
    (problem,) = check(built(tmp_path, home), SITE)
    assert (problem.where.file, problem.what) == ("index.html", what)
    assert problem.hint and problem.level == "error"


@pytest.mark.parametrize("mark", ["{{", "{%", "{#"])
def test_a_call_that_nothing_answered_is_said(tmp_path: Path, mark: str) -> None:
    left = Site((replace(SITE.pages[0], body=f"{mark} number('x') }}}}"), *SITE.pages[1:]), ())
    (problem,) = check(built(tmp_path, ""), left)
    assert (problem.where.file, problem.what) == ("index.md", f'"{mark}" is left over in the page')


def test_a_title_with_braces_is_a_title(tmp_path: Path) -> None:
    assert check(built(tmp_path, "", head=HEAD + "<title>{{ 7 * 7 }}</title>"), SITE) == []


def test_a_page_says_what_it_may_load(tmp_path: Path) -> None:
    (problem,) = check(built(tmp_path, "", head=""), SITE)
    assert problem.what == "the page does not say what it may load"


@pytest.mark.parametrize(
    "loose",
    [
        "script-src 'self' https://e.org",
        "script-src 'self' 'unsafe-inline'",
        "connect-src *",
        "img-src https:",
    ],
)
def test_a_page_that_may_load_too_much_is_said(tmp_path: Path, loose: str) -> None:
    head = HEAD.replace("script-src 'self'", loose)
    (problem,) = check(built(tmp_path, "", head=head), SITE)
    assert (problem.where.file, problem.what) == (
        "index.html",
        f'the page may load too much: "{loose}"',
    )


def test_a_style_sheet_asks_no_other_host(tmp_path: Path) -> None:
    folder = built(tmp_path, "")
    (folder / "style.css").write_text("a{b:url('data:x')} p{background:url( 'https://e.org/p' )}")
    (problem,) = check(folder, SITE)
    assert (problem.where.file, problem.what) == (
        "style.css",
        '"https://e.org/p" would be loaded from another host',
    )


def test_what_was_not_built_is_missed(tmp_path: Path) -> None:
    more = Site((*SITE.pages, Page("c/index.md", "C", "", "")), (File("data/d.csv", b""),))
    folder = built(tmp_path, "")
    (folder / "404.html").unlink()
    missed = [problem.where.file for problem in check(folder, more)]
    assert missed == ["c/index.html", "data/d.csv", "404.html"]
