"""Stories: read strictly, told only with consent, text as text."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from generator.errors import Problem
from generator.model.story import Block
from generator.packages import formatting, images
from tests.packages import small

FILE = f"{small.PACKAGE}/stories/soup.md"
LEFT_OUT = "It is left out of every page and file. Renew the consent, or take the story out."
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 360)


def said(folder: Path, old: str, new: str) -> list[str]:
    assert old in small.STORY
    return small.said(folder, {FILE: small.STORY.replace(old, new)})


def test_a_story_with_consent_is_told(tmp_path: Path) -> None:
    story = small.inputs(tmp_path, {FILE: small.STORY}).stories["soup"]
    assert (story.id, story.package, story.file) == ("soup", "hubs", FILE)
    assert story.text == (Block("paragraph", (("", "I came for the soup."),)),)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("scope: [web]", "scope: [print]", "its consent does not hold for the web"),
        (
            "given: 2026-01-02",
            "given: 2026-06-16",
            "its consent was given on 2026-06-16, after the report's date",
        ),
        (
            "given: 2026-01-02",
            "given: 2026-01-02, expires: 2026-06-14",
            "its consent expired on 2026-06-14",
        ),
    ],
)
def test_without_consent_it_appears_nowhere(tmp_path: Path, old: str, new: str, why: str) -> None:
    found = said(tmp_path, old, new)
    assert found == [
        f"stories/soup.md line 8, consent: warning: the story is not told: {why}\n    {LEFT_OUT}"
    ]
    inputs = small.read(tmp_path)[1]
    assert inputs is not None
    assert dict(inputs.stories) == {}
    assert not [path for path in inputs.places if path.startswith("stories")]


def test_consent_holds_on_its_last_day(tmp_path: Path) -> None:
    assert said(tmp_path, "given: 2026-01-02}", "given: 2026-01-02, expires: 2026-06-15}") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "---\ntitle",
            "title",
            "stories/soup.md line 1: the front matter has no start or no end\n    Start the file "
            "with ---, then the story's keys, then --- again, then its text.",
        ),
        (
            "title: Soup",
            "title: Soup: and bread",
            "stories/soup.md line 2: a text holds a colon and has no quotes around it: "
            '"title: Soup: and bread"\n    Type title: "Soup: and bread".',
        ),
        (
            "consent: {kind: written, scope: [web], given: 2026-01-02}\n",
            "",
            "stories/soup.md line 2: 'consent' is missing\n"
            "    Add consent: and under it kind, scope, given. What the person allowed.",
        ),
        (
            "kind: written",
            "kind: spoken",
            "stories/soup.md line 8, consent.kind: 'spoken' is not one of the words for this\n"
            "    Known: composite, guardian, verbal_recorded, written.",
        ),
        (
            "told_by: first",
            "id: x\ntold_by: first",
            "stories/soup.md line 5, id: there is no key 'id' here\n"
            "    Take it out: the file's name is the story's id.",
        ),
        (
            "told_by: first",
            "told_by: third\nimage: {file: ../x.png, alt: A pot}",
            'stories/soup.md line 6, image.file: "../x.png" is not the name of a picture beside '
            "the story\n    Put a PNG, JPEG or WebP beside the story and type its name, such as "
            "garden.jpg.",
        ),
        (
            "told_by: first",
            "told_by: third\nimage: {file: pot.png, alt: A pot}",
            "stories/pot.png: the file is not there\n    Add it, or take its name out.",
        ),
    ],
)
def test_refusals(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert said(tmp_path, old, new) == [message]


def test_an_unknown_key_is_never_printed(tmp_path: Path) -> None:
    found = said(tmp_path, "told_by: first", "told_by: first\ntemplate: evil.html")
    assert found[0].startswith("stories/soup.md line 6: there is no key 'template' here")
    assert small.read(tmp_path)[1] is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<script>alert(1)</script>", "HTML"),
        ("hello <b>x</b>", "HTML"),
        ("<!-- x", "HTML"),
        ("![x](y.png)", "an image"),
        ("[click](javascript:alert(1))", "a link or a footnote"),
        ("[click][1]", "a link or a footnote"),
        ("[1]: https://example.org", "a link or a footnote"),
        ("<https://example.org>", "HTML"),
        ("note[^1]", "a link or a footnote"),
        ("`code`", "code"),
        ("~~~", "code"),
        ("    indented", "an indented line (code)"),
        ("text {: onclick=x}", "an attribute list or a call"),
        ("text {#id}", "an attribute list or a call"),
        ('{{ number("x") }}', "an attribute list or a call"),
        ("{% include 'x' %}", "an attribute list or a call"),
        ('--8<-- "/etc/passwd"', "a snippet"),
        ("# Title", "a heading other than ##"),
        ("### Title", "a heading other than ##"),
        ("1. one", "a numbered list"),
        ("* one", "an item with * or + (type - instead)"),
        ("| a | b |", "a table"),
        ("---", "a line drawn across"),
        ("===", "a line drawn across"),
        ("!!! note", "a box"),
        ("an _emphasis_ here", "emphasis with _ (type * instead)"),
        ("&#60;script&#62;", "an HTML entity (type the character itself)"),
        ("> <img src=x>", "HTML"),
        ("- # x", "a heading other than ##"),
        ("a \u202e turn", "a character that cannot be seen"),
        (r"\*x", r"an escape with \ "[:-1]),
    ],
)
def test_formatting_beyond_the_short_list_is_refused_by_line(line: str, kind: str) -> None:
    _, problems = formatting.blocks(f"Fine.\n\n{line}", "stories/x.md", 11)
    assert problems
    assert str(problems[0]) == (
        f"stories/x.md line 13: the text holds {kind}\n    {formatting.ALLOWED}"
    )


def test_the_short_list() -> None:
    text = "Two\nlines, *so* **very** much.\n\n## Then\n> said\n> she\n\n- one\n- two\n  goes on\n"
    blocks, problems = formatting.blocks(text, "x.md", 1)
    assert problems == []
    assert blocks == (
        Block(
            "paragraph",
            (("", "Two lines, "), ("em", "so"), ("", " "), ("strong", "very"), ("", " much.")),
        ),
        Block("heading", (("", "Then"),)),
        Block("quote", (("", "said she"),)),
        Block("item", (("", "one"),)),
        Block("item", (("", "two goes on"),)),
    )


@pytest.mark.parametrize("text", ["5 < 6 and 7 > 6", "[laughs] she said", "it's 5*", "£5 & more"])
def test_text_is_text(text: str) -> None:
    problems: list[Problem]
    _, problems = formatting.blocks(text, "x.md", 1)
    lone_star = [problem for problem in problems if "star" not in problem.what]
    assert lone_star == []


def test_a_lone_star_is_told() -> None:
    _, problems = formatting.blocks("one *two", "x.md", 1)
    assert [problem.what for problem in problems] == ["a star stands without its partner"]


def exif(tag: int) -> bytes:
    """A TIFF structure with one entry of this tag."""
    return b"II*\0" + struct.pack("<IHHHII", 8, 1, tag, 4, 1, 0) + b"\0" * 4


@pytest.mark.parametrize(
    ("raw", "is_located"),
    [
        (b"\xff\xd8\xff\xe1\0\x20Exif\0\0" + exif(0x8825), True),
        (b"\xff\xd8\xff\xe1\0\x20Exif\0\0" + exif(0x0112), False),
        (b"\xff\xd8\xff\xe1\0\x20Exif\0\0broken", True),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", False),
        (PNG[:8] + struct.pack(">I", 26) + b"eXIf" + exif(0x8825), True),
        (PNG[:8] + struct.pack(">I", 26) + b"eXIf" + exif(0x0112), False),
        (b"RIFF\0\0\0\0WEBPEXIF" + struct.pack("<I", 26) + exif(0x8825), True),
        (b"\xff\xd8\xff<x:xmpmeta exif:GPSLatitude='52'/>", True),
    ],
)
def test_where_a_picture_was_taken_is_found(raw: bytes, is_located: bool) -> None:
    assert images.has_location(raw) is is_located


def riff(chunk: bytes, body: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + chunk + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("raw", "size"),
    [
        (PNG, (640, 360)),
        # The picture's own header follows others, and its height stands before its width.
        (
            b"\xff\xd8\xff\xe0\0\x04\1\1\xff\xc4\0\x03\0\xff\xc2\0\x0b\x08\x01\x68\x02\x80",
            (640, 360),
        ),
        (b"\xff\xd8\xff\xe0\0\x04\1\1\xff\xda\0\x02", None),
        (b"\xff\xd8\xff\xe0", None),
        (b"\xff\xd8\xff", None),
        (riff(b"VP8X", b"\0\0\0\0\x7f\x02\0\x67\x01\0"), (640, 360)),
        (riff(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 359 << 14)), (640, 360)),
        (riff(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 360)), (640, 360)),
        (riff(b"VP8 ", b""), None),
        (riff(b"ALPH", b"\0" * 10), None),
        (PNG[:16] + b"\0" * 8, None),
        (PNG[:20], None),
        (b"GIF89a", None),
    ],
)
def test_how_large_a_picture_is(raw: bytes, size: tuple[int, int] | None) -> None:
    """The bytes are laid out by hand after the three formats' specifications."""
    assert images.size(raw) == size


def test_a_story_comes_with_its_picture(tmp_path: Path) -> None:
    story = small.STORY.replace("told_by", "image: {file: pot.png, alt: A pot}\ntold_by")
    small.write(tmp_path, {FILE: story, f"{small.PACKAGE}/stories/pot.png": PNG})
    inputs = small.read(tmp_path)[1]
    assert inputs is not None
    (told,) = inputs.stories.values()
    assert told.image is not None
    assert (told.image.width, told.image.height, told.image.content) == (640, 360, PNG)


def test_a_heavy_picture_is_warned_of_and_shown(tmp_path: Path) -> None:
    story = small.STORY.replace("told_by", "image: {file: pot.png, alt: A pot}\ntold_by")
    heavy = {FILE: story, f"{small.PACKAGE}/stories/pot.png": PNG + b"\0" * 400_000}
    assert small.said(tmp_path, heavy) == [
        "stories/pot.png: warning: the picture has 400 kB, which is slow to load on a phone\n"
        "    Save it smaller: 1,200 pixels wide and under 300 kB are enough."
    ]
    inputs = small.read(tmp_path)[1]
    assert inputs is not None and len(inputs.stories) == 1


def test_a_picture_is_one_and_says_no_place(tmp_path: Path) -> None:
    story = small.STORY.replace("told_by", "image: {file: pot.png, alt: A pot}\ntold_by")
    picture = f"{small.PACKAGE}/stories/pot.png"
    assert small.said(tmp_path, {FILE: story, picture: PNG}) == []
    assert small.said(tmp_path, {FILE: story, picture: b"GIF89a"}) == [
        "stories/pot.png: the file is not a png picture\n    Save it as PNG, JPEG or WebP again."
    ]
    assert small.said(tmp_path, {FILE: story, picture: PNG[:8] + b"\0" * 20}) == [
        "stories/pot.png: the file does not say how large the picture is\n"
        "    Save it as PNG, JPEG or WebP again."
    ]
    located = PNG[:8] + struct.pack(">I", 26) + b"eXIf" + exif(0x8825)
    assert small.said(tmp_path, {FILE: story, picture: located}) == [
        "stories/pot.png: the picture says where it was taken\n"
        "    Save a copy without metadata and use that one."
    ]
