"""The style sheet against the figures of the look: contrast, and one look for dark."""

from __future__ import annotations

import re

import pytest

from generator.charts.still import CLASSES

from .conftest import OVERRIDES

CSS = (OVERRIDES / "assets/stylesheets/report.css").read_text()


def tokens(selector: str) -> dict[str, str]:
    """The colours that the first rule of `selector` sets, as `#rrggbb`."""
    rule = CSS.split(f"{selector}{{", 1)[1].split("}", 1)[0]
    found = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,8})\b", rule))
    return {
        name: "#" + "".join(2 * one for one in value[1:]) if len(value) == 4 else value
        for name, value in found.items()
    }


LIGHT = tokens(":root")
DARK = {**LIGHT, **tokens("[data-md-color-scheme=slate]")}


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_shapes_can_be_seen(scheme: dict[str, str]) -> None:
    for ground in ("ground", "tint"):
        for text in ("ink", "muted", "prove", "improve"):
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
        for shape in ("worse", "context", "wait", "ring"):
            assert contrast(scheme[shape], scheme[ground]) >= 3, (shape, ground)
    assert contrast(scheme["focus"], scheme["focus-ink"]) >= 4.5


def test_the_measured_figures_of_the_look() -> None:
    """look.md: ink 17.8 on white, muted text 7.5, improve in the dark 11.6."""
    assert round(contrast(LIGHT["ink"], LIGHT["ground"]), 1) == 17.8
    assert round(contrast(LIGHT["muted"], LIGHT["ground"]), 1) == 7.5
    assert round(contrast(DARK["improve"], DARK["ground"]), 1) == 11.6


def test_dark_is_the_same_with_and_without_script() -> None:
    assert tokens(".no-js") == tokens("[data-md-color-scheme=slate]") != {}


def test_every_class_of_a_chart_has_a_look() -> None:
    assert [name for name in CLASSES if not re.search(rf"\.{name}\b", CSS)] == []


def test_it_asks_no_host_for_anything() -> None:
    assert not re.search(r"@import|@font-face|url\((?!#)", CSS)
