"""The picture beside a story: read whole, for it is published with the story's page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..errors import Problem, Where, error, warning
from ..model.story import Image
from . import contents, images

HEAVY = 300_000
"""More bytes than this make a page slow on a phone."""
_AGAIN = "Save it as PNG, JPEG or WebP again."


def read(
    image: Image, story: Path, folder: Path, site: Path, lines: Mapping[str, int]
) -> tuple[Image, list[Problem]]:
    """The picture with its bytes and its size, and what is wrong with it.

    `story` is the story's file in a package's `folder`; `lines` says where its keys stand.
    """
    name, where = image.file, Where(contents.shown(story, site), line=lines.get("image.file"))
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*\.(png|jpe?g|webp)", name):
        hint = "Put a PNG, JPEG or WebP beside the story and type its name, such as garden.jpg."
        what = f'"{name}" is not the name of a picture beside the story'
        return image, [error(replace(where, field="image.file"), what, hint, name)]
    raw, problems = contents.read(story.parent / name, folder, site)
    if raw is None:
        return image, problems
    at = Where(contents.shown(story.parent / name, site))
    wanted = {"jpg": "jpeg"}.get(ending := name.rsplit(".", 1)[1], ending)
    if images.kind(raw) != wanted:
        return image, [error(at, f"the file is not a {wanted} picture", _AGAIN)]
    if images.has_location(raw):
        hint = "Save a copy without metadata and use that one."
        return image, [error(at, "the picture says where it was taken", hint)]
    size = images.size(raw)
    if size is None:
        return image, [error(at, "the file does not say how large the picture is", _AGAIN)]
    if not image.alt.strip():
        blank = replace(where, field="image.alt")
        what = "the text alternative is blank"
        return image, [error(blank, what, "Say what the picture shows.")]
    if len(raw) > HEAVY:
        what = f"the picture has {len(raw) / 1000:,.0f} kB, which is slow to load on a phone"
        hint = f"Save it smaller: 1,200 pixels wide and under {HEAVY // 1000} kB are enough."
        problems = [warning(at, what, hint)]
    return replace(image, width=size[0], height=size[1], content=raw), problems
