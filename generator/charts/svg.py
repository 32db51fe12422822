"""SVG text: elements, numbers and escaping, in one place."""

from __future__ import annotations

from itertools import pairwise

from generator.charts.text import clean


class _Shown(dict[int, str]):
    """How each character is written, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if char.isalnum() or char == " " else f"&#{code};"
        return self[code]


_SHOWN = _Shown()


def escape(text: str) -> str:
    """The text with every character that is no letter, digit or space as a number (`&#NN;`).

    So nothing in it has a meaning to HTML or to Markdown.
    """
    return clean(text).translate(_SHOWN)


def number(value: float) -> str:
    """A length to a tenth of a pixel."""
    text = f"{value:.1f}"
    return "0.0" if text == "-0.0" else text


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """One element; `content` is already SVG, attributes are ours (`class_` for class, _ for -)."""
    words = "".join(
        f" {key.rstrip('_').replace('_', '-') if key != 'viewBox' else key}="
        f'"{number(value) if isinstance(value, float) else value}"'
        for key, value in attributes.items()
    )
    return f"<{name}{words}>{content}</{name}>" if content else f"<{name}{words}/>"


def picture(
    id: str, name: str, size: tuple[float, float], title: str, description: str, inside: str
) -> str:
    """The drawing `name` (`w` wide, `nw` narrow) of the figure `id`, told to those who can't see
    it by its title and description; `inside` is already SVG."""
    told, described = f"{id}-{name}-t", f"{id}-{name}-d"
    words = element("title", escape(title), id=told) + element(
        "desc", escape(description), id=described
    )
    return element(
        "svg",
        words + inside,
        class_=f"c {name}",
        viewBox=f"0 0 {size[0]:.0f} {size[1]:.0f}",
        role="img",
        aria_labelledby=f"{told} {described}",
    )


def path(points: list[tuple[float, float]]) -> str:
    """The `d` of a line through the points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def closed(points: list[tuple[float, float]]) -> str:
    """The `d` of a ring, each corner counted from the one before: a map has many."""
    rounded = [(round(x, 1), round(y, 1)) for x, y in points]
    steps = (f"{_short(x - x0)} {_short(y - y0)}" for (x0, y0), (x, y) in pairwise(rounded))
    x, y = rounded[0]
    return f"M{_short(x)} {_short(y)}l{' '.join(steps)}z"


def _short(value: float) -> str:
    text = number(value).removesuffix(".0")
    return text.replace("0.", ".") if text.startswith(("0.", "-0.")) else text
