"""Personal identifiers are found in all that people write, and never repeated in a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.packages import personal
from tests.packages import small

# Made-up or published as examples: the NHS number is the Data Dictionary's, the National Insurance
# number HMRC's, the telephone numbers Ofcom's for drama, the pupil number the DfE guide's.
FOUND = [
    ("Call 943 476 5919 now", "an NHS number"),
    ("NHS 9434765919.", "an NHS number"),
    ("her number AB 12 34 56 C", "a National Insurance number"),
    ("ab123456c", "a National Insurance number"),
    ("UPN H801200001001", "a pupil number"),
    ("lives at B1 1BB", "a full postcode"),
    ("SW1A1AA", "a full postcode"),
    ("at m1 1ae", "a full postcode"),
    ("ring 0121 496 0123", "a telephone number"),
    ("ring 07700 900123", "a telephone number"),
    ("+44 7700 900 123", "a telephone number"),
    ("(0121) 496 0123", "a telephone number"),
    ("write to jo.bloggs@example.org", "an email address"),
    ("born on 3 May 1980", "a date of birth"),
    ("DOB: 03/05/1980", "a date of birth"),
    ("date of birth 1980-05-03", "a date of birth"),
]
NOT_FOUND = [
    "E08000025", "E01008881", "2024/25", "2021 to 2023", "£1,234,567", "1234567890.5", "100,000",
    "2024-04-01/2025-03-31", "URN 123456", "in 1980", "B1", "Q1 2nd quarter", "M6 3rd lane",
    "0.123456789", "1 in 10", "3 May 2024", "A&E", "UTLA23", "https://example.org/9434765919",
    "since 2011-12", "EX1 phase", "9434765918", "the 60s",
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_identifiers_are_found(text: str, kind: str) -> None:
    assert personal.Search().kinds(text) == [kind]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_alike_is_not(text: str) -> None:
    assert personal.Search().kinds(text) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("stories/soup.md", "I came", "Ring 0121 496 0123. I came", "line 10"),
        ("stories/soup.md", "By lot.", "Ring 0121 496 0123", "line 6"),
        ("indicators.yml", "People asked", "Ring 0121 496 0123", "line 2"),
        ("pathway.yml", "All well.", "Ring 0121 496 0123", "line 1"),
        ("datapackage.json", '"Hubs"', '"Ring 0121 496 0123"', "line 3"),
        ("data/metrics.csv", ",200", ",200,Ring 0121 496 0123", "row 2, comment"),
    ],
)
def test_they_stop_the_build_wherever_they_stand(
    tmp_path: Path, file: str, old: str, new: str, place: str
) -> None:
    path = f"{small.PACKAGE}/{file}"
    files: dict[str, str] = {f"{small.PACKAGE}/stories/soup.md": small.STORY}
    small.write(tmp_path, files)
    text = (tmp_path / path).read_text()
    assert old in text
    changed = text.replace(old, new, 1)
    if file.endswith(".csv"):
        changed = changed.replace("value\n", "value,comment\n").replace(",50", ",50,")
    said = small.said(tmp_path, {**files, path: changed})
    assert said == [f"{file} {place}: this looks like a telephone number\n    {personal.HINT}"]
    assert small.read(tmp_path)[1] is None


def test_a_story_that_is_not_told_is_looked_at_too(tmp_path: Path) -> None:
    story = small.STORY.replace("[web]", "[print]").replace("I came", "0121 496 0123")
    said = small.said(tmp_path, {f"{small.PACKAGE}/stories/soup.md": story})
    assert "0121" not in "".join(said)
    assert said[0].split(": ")[0] == "stories/soup.md line 10"


PHONE = "0121 496 0123"
MKDOCS, PAGE = "mkdocs.yml", "content/about.md"
ALLOWED = f"""{small.MKDOCS}\
    not_personal:
      - text: {PHONE}
        because: The council's public switchboard
"""
UNMET = (
    "mkdocs.yml line 10, extra.report.not_personal.1: warning: nothing in the site needs this "
    "exception\n    Take it out, or type only the number, address or code, just as it stands "
    "where it was refused."
)


def telling(text: str) -> dict[str, str]:
    """A story, a table and a page written by hand that hold a text."""
    return {
        f"{small.PACKAGE}/stories/soup.md": small.STORY.replace("I came", f"Ring {text}. I came"),
        f"{small.PACKAGE}/data/metrics.csv": small.METRICS.replace("value\n", "value,comment\n")
        .replace(",50", ",50,")
        .replace(",200", f",200,Ring {text}"),
        PAGE: f"---\ntitle: About\n---\nRing us ({text}).\n",
    }


def test_an_exception_with_a_reason_lets_its_text_through_everywhere(tmp_path: Path) -> None:
    assert small.said(tmp_path, {**telling(PHONE), MKDOCS: ALLOWED}) == []


@pytest.mark.parametrize("text", ["0121 496 0124", "01214960123", "+44 121 496 0123"])
def test_an_exception_holds_for_just_its_text(tmp_path: Path, text: str) -> None:
    problem = f"this looks like a telephone number\n    {personal.HINT}"
    assert small.said(tmp_path, {**telling(text), MKDOCS: ALLOWED}) == [
        f"data/metrics.csv row 2, comment: {problem}",
        f"stories/soup.md line 10: {problem}",
        f"{PAGE} line 4: {problem}",
    ]


def test_an_exception_that_nothing_needs_is_warned_of(tmp_path: Path) -> None:
    assert small.said(tmp_path, {MKDOCS: ALLOWED}) == [UNMET]


@pytest.mark.parametrize("text", ["switchboard", f"Ring {PHONE}", "0121"])
def test_an_exception_of_something_else_lets_nothing_through(tmp_path: Path, text: str) -> None:
    changed = ALLOWED.replace(PHONE, text)
    said = small.said(tmp_path, {PAGE: telling(PHONE)[PAGE], MKDOCS: changed})
    assert said[-1] == (f"{PAGE} line 4: this looks like a telephone number\n    {personal.HINT}")
    assert small.read(tmp_path)[1] is None


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        (
            "because:",
            "mkdocs.yml line 11, extra.report.not_personal.1.because: nothing stands after the "
            "colon\n    Type a text.",
        ),
        (
            'because: " "',
            "mkdocs.yml line 11, extra.report.not_personal.1.because: the reason is blank\n"
            "    Type in a sentence why it may be shown.",
        ),
        (
            "",
            "mkdocs.yml line 10, extra.report.not_personal.1: 'because' is missing\n    Add "
            "because: a text. Why it may be shown, such as: The council's public switchboard.",
        ),
    ],
)
def test_an_exception_needs_a_reason(tmp_path: Path, reason: str, message: str) -> None:
    changed = ALLOWED.replace("because: The council's public switchboard", reason)
    said = small.said(tmp_path, {**telling(PHONE), MKDOCS: changed})
    assert said[0] == message
    assert PHONE not in "".join(said)
    assert small.read(tmp_path)[1] is None


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("site_name: Small", f"site_name: Ring {PHONE}", 1),
        ("A borough", f"A borough, {PHONE}", 7),
        ("site_name: Small", f"site_name: Small\nnav:\n  - Ring {PHONE}: about.md", 3),
        ("A borough\n", f"A borough\n    about: Ring {PHONE}\n", 8),
    ],
)
def test_the_texts_of_the_settings_are_looked_at(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    assert old in small.MKDOCS
    said = small.said(tmp_path, {MKDOCS: small.MKDOCS.replace(old, new)})
    assert said == [
        f"mkdocs.yml line {line}: this looks like a telephone number\n    {personal.HINT}"
    ]
    exception = ALLOWED.removeprefix(small.MKDOCS)
    assert small.said(tmp_path, {MKDOCS: small.MKDOCS.replace(old, new) + exception}) == []


def test_the_contact_may_be_an_email_address_and_stand_in_pages(tmp_path: Path) -> None:
    mkdocs = small.MKDOCS.replace("https://example.org/contact", "data@example.org")
    page = "---\ntitle: About\n---\nWrite to data@example.org.\n"
    assert small.said(tmp_path, {MKDOCS: mkdocs, PAGE: page}) == []
    said = small.said(tmp_path, {PAGE: page.replace("data@", "jo.bloggs@")})
    assert said == [f"{PAGE} line 4: this looks like an email address\n    {personal.HINT}"]
