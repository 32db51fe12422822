"""Drawings beside four stories: flat shapes, painted larger and scaled down so that edges are soft.

They are drawings and look like drawings: nobody may take a made-up story's picture for a photo.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

WIDE, HIGH, FINER = 640, 360, 3
Mask = NDArray[np.bool_]
Point = tuple[float, float]
X, Y = np.meshgrid((np.arange(WIDE * FINER) + 0.5) / FINER, (np.arange(HIGH * FINER) + 0.5) / FINER)


def oval(x: float, y: float, wide: float, high: float) -> Mask:
    """Inside an ellipse around (x, y), `wide` and `high` from its middle."""
    return np.asarray(((X - x) / wide) ** 2 + ((Y - y) / high) ** 2 < 1)


def shape(*corners: Point) -> Mask:
    """Inside a polygon."""
    inside = np.zeros(X.shape, dtype=bool)
    for (xa, ya), (xb, yb) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if ya != yb:
            inside ^= ((ya > Y) != (yb > Y)) & ((xb - xa) * (Y - ya) / (yb - ya) + xa > X)
    return inside


def box(left: float, top: float, right: float, bottom: float) -> Mask:
    """Inside a rectangle."""
    return np.asarray((left < X) & (right > X) & (top < Y) & (bottom > Y))


def line(width: float, *points: Point) -> Mask:
    """Near a line through the points."""
    near = np.zeros(X.shape, dtype=bool)
    for (xa, ya), (xb, yb) in itertools.pairwise(points):
        length = (xb - xa) ** 2 + (yb - ya) ** 2
        along = np.clip(((X - xa) * (xb - xa) + (Y - ya) * (yb - ya)) / length, 0, 1)
        away = (X - xa - along * (xb - xa)) ** 2 + (Y - ya - along * (yb - ya)) ** 2
        near |= away < (width / 2) ** 2
    return near


def painted(layers: Sequence[tuple[str, Mask]]) -> bytes:
    """A PNG of the layers, each a colour (`f4e8d0`) and where it is laid, one over the other."""
    canvas = np.zeros((*X.shape, 3), dtype=np.uint16)
    for colour, where in layers:
        canvas[where] = tuple(bytes.fromhex(colour))
    parts = canvas.reshape(HIGH, FINER, WIDE, FINER, 3).sum(axis=(1, 3)) // FINER**2
    rows = np.zeros((HIGH, 1 + WIDE * 3), dtype=np.uint8)
    rows[:, 1:] = parts.reshape(HIGH, WIDE * 3)
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def soup() -> bytes:
    """A bowl of soup on a table."""
    steam = [
        ("e9dcc4", line(7, (x, 165), (x - 14, 130), (x + 12, 95), (x - 6, 55)))
        for x in (262, 322, 382)
    ]
    pieces = (
        (270, 205, "e9b44c"),
        (330, 216, "7d9b4e"),
        (365, 203, "e9b44c"),
        (300, 195, "b5482f"),
    )
    return painted(
        [
            ("f4ead6", box(0, 0, WIDE, HIGH)),
            ("b67c49", box(0, 215, WIDE, HIGH)),
            *(("a36c3c", box(0, y, WIDE, y + 3)) for y in (255, 305)),
            ("8f5d33", oval(330, 318, 165, 20)),
            *steam,
            ("2f5f7d", oval(320, 205, 160, 118) & (Y > 205)),
            ("264f69", box(262, 310, 378, 326)),
            ("3f7595", oval(320, 205, 160, 40)),
            ("d9822b", oval(320, 207, 142, 31)),
            *((colour, oval(x, y, 13, 6)) for x, y, colour in pieces),
            ("c9ccd1", line(11, (520, 330), (572, 232))),
            ("c9ccd1", oval(580, 216, 20, 30)),
            ("b3b7be", oval(580, 218, 13, 22)),
        ]
    )


def bags() -> bytes:
    """Packed bags and boxes by a door, a fish bowl on top."""
    bag = ((60, "33475b"), (150, "5b4a68"), (240, "33475b"))
    return painted(
        [
            ("e7e2d6", box(0, 0, WIDE, HIGH)),
            ("b39a7c", box(0, 285, WIDE, HIGH)),
            ("d3ccbb", box(0, 277, WIDE, 286)),
            ("fbf8f0", box(478, 34, 612, 286)),
            ("6d503b", box(490, 46, 600, 286)),
            ("5d4331", box(506, 66, 584, 150) | box(506, 168, 584, 262)),
            ("e2b857", oval(506, 178, 7, 7)),
            ("c49a6c", box(300, 180, 452, 318)),
            ("b0875b", box(366, 180, 386, 318)),
            ("d1a97c", box(318, 92, 434, 180)),
            ("bd9568", box(368, 92, 384, 180)),
            *(
                (
                    colour,
                    oval(x + 48, 268, 58, 62) | shape((x + 34, 214), (x + 62, 214), (x + 48, 240)),
                )
                for x, colour in bag
            ),
            *(("f4ead6", line(4, (x + 38, 218), (x + 58, 218))) for x, _ in bag),
            ("8a2f3c", oval(205, 172, 56, 50) | shape((190, 118), (220, 118), (205, 150))),
            ("f4ead6", line(4, (194, 126), (216, 126))),
            ("bcdff0", oval(376, 54, 42, 38)),
            ("8cc3de", oval(376, 54, 42, 38) & (Y > 46)),
            ("e7792b", oval(372, 60, 13, 7) | shape((382, 60), (396, 52), (396, 68))),
            ("33302c", oval(365, 58, 2, 2)),
        ]
    )


def night() -> bytes:
    """A riverside path in the dark, two lamps lit."""
    lamps = ((120, 96, 300), (292, 122, 268))
    glow = [
        (colour, oval(x, top + 8, size, size))
        for size, colour in ((78, "1d2740"), (52, "2b3754"), (30, "4d5672"))
        for x, top, _ in lamps
    ]
    return painted(
        [
            ("0f1626", box(0, 0, WIDE, HIGH)),
            ("090d18", box(410, 0, WIDE, HIGH)),
            *glow,
            ("15233d", shape((0, 236), (430, 210), (WIDE, 206), (WIDE, 250), (430, 236), (0, 290))),
            *(("2c4468", box(x, y, x + 46, y + 3)) for x, y in ((60, 256), (190, 240), (300, 228))),
            ("343b4c", shape((0, 300), (430, 240), (470, 240), (270, HIGH), (0, HIGH))),
            ("0b101d", shape((430, 240), (WIDE, 214), (WIDE, HIGH), (270, HIGH), (470, 240))),
            ("6a6450", oval(120, 314, 92, 17) | oval(292, 272, 60, 10)),
            *(("7b8192", box(x - 3, top, x + 3, foot)) for x, top, foot in lamps),
            *(("ffe9a8", oval(x, top + 4, 13, 10)) for x, top, _ in lamps),
            ("d7dbe6", oval(560, 52, 3, 3) | oval(500, 88, 2, 2) | oval(610, 120, 2, 2)),
        ]
    )


def hall() -> bytes:
    """A hall whose roof has lost half its slates."""
    roof = shape((128, 182), (236, 66), (500, 66), (560, 182))
    bare = roof & shape((330, 66), (500, 66), (560, 182), (300, 182), (346, 140), (312, 104))
    slates = [("6b4236", roof & ~bare & box(0, y, WIDE, y + 3)) for y in range(88, 182, 19)]
    rafters = [
        ("8d6a49", bare & line(6, (x, 66), (x + slant, 182)))
        for x, slant in ((352, -8), (392, 4), (432, 18), (472, 34))
    ]
    return painted(
        [
            ("cfe3ee", box(0, 0, WIDE, HIGH)),
            ("f6fafc", oval(90, 66, 52, 16) | oval(128, 76, 44, 14) | oval(566, 40, 50, 13)),
            ("8eac6d", box(0, 300, WIDE, HIGH)),
            ("dcc7a4", box(160, 180, 530, 306)),
            ("8a5646", roof),
            *slates,
            ("e8d9bb", bare),
            *rafters,
            ("5a4636", box(318, 222, 378, 306)),
            *(("7fa8bf", box(x, 212, x + 52, 258)) for x in (196, 244 + 178, 470)),
            *(("f4ead6", line(3, (x + 26, 212), (x + 26, 258))) for x in (196, 422, 470)),
            ("b98a4f", line(6, (556, 312), (470, 96)) | line(6, (590, 308), (500, 92))),
            *(
                ("b98a4f", line(5, (556 - 86 * k, 312 - 216 * k), (590 - 90 * k, 308 - 216 * k)))
                for k in (0.08, 0.2, 0.32, 0.44, 0.56, 0.68, 0.8)
            ),
        ]
    )


PICTURES = {
    "partners/stories/soup_on_tuesdays.png": soup,
    "council/stories/eleven_bags.png": bags,
    "council/stories/the_night_bus.png": night,
    "partners/stories/the_roof.png": hall,
}
