"""Whether a file is a picture, and whether it says where it was taken."""

from __future__ import annotations

import struct
from collections.abc import Iterator

GPS = 0x8825  # the tag under which Exif 2.3 (section 4.6.3) keeps where a picture was taken
_IN_XMP = (b"GPSLatitude", b"GPSLongitude", b"exif:GPS", b"Iptc4xmpExt:Location")


def kind(raw: bytes) -> str | None:
    """png, jpeg or webp by its first bytes; None for anything else."""
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if raw.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "webp"
    return None


def has_location(raw: bytes) -> bool:
    """Whether the picture's metadata hold a place (or Exif data that cannot be read)."""
    if any(mark in raw for mark in _IN_XMP):
        return True
    return any(_has_gps(block) for block in _exif(raw))


def _exif(raw: bytes) -> Iterator[bytes]:
    """The TIFF structures of a picture's Exif blocks."""
    match kind(raw):
        case "jpeg":
            at = raw.find(b"Exif\0\0")
            while at >= 0:
                yield raw[at + 6 :]
                at = raw.find(b"Exif\0\0", at + 6)
        case "png":
            yield from (body for name, body in _png_chunks(raw) if name == b"eXIf")
        case "webp":
            yield from (
                body.removeprefix(b"Exif\0\0")
                for name, body in _riff_chunks(raw)
                if name == b"EXIF"
            )


def _png_chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(raw):
        (length,) = struct.unpack_from(">I", raw, at)
        yield raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        at += length + 12


def _riff_chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(raw):
        (length,) = struct.unpack_from("<I", raw, at + 4)
        yield raw[at : at + 4], raw[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _has_gps(tiff: bytes) -> bool:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return True
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (many,) = struct.unpack_from(f"{order}H", tiff, start)
        tags = [struct.unpack_from(f"{order}H", tiff, start + 2 + 12 * at)[0] for at in range(many)]
    except struct.error:
        return True
    return GPS in tags
