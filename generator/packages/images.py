"""Whether a file is a picture, how large it is, and whether it says where it was taken."""

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


def size(raw: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None where the picture does not say.

    Read after the PNG specification (11.2.2), JPEG (ITU-T T.81, B.2.2) and WebP (RFC 9649).
    """
    try:
        match kind(raw):
            case "png":
                found = struct.unpack_from(">II", raw, 16) if raw[12:16] == b"IHDR" else None
            case "jpeg":
                found = _jpeg_size(raw)
            case "webp":
                found = _webp_size(raw)
            case _:
                found = None
    except struct.error:
        return None
    return (found[0], found[1]) if found and all(found) else None


def _jpeg_size(raw: bytes) -> tuple[int, int] | None:
    at = 2
    while raw[at] == 0xFF if at < len(raw) else False:
        marker, length = struct.unpack_from(">BH", raw, at + 1)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # the frame's header
            high, wide = struct.unpack_from(">HH", raw, at + 5)
            return wide, high
        at += 2 + length
    return None


def _webp_size(raw: bytes) -> tuple[int, int] | None:
    body = raw[20:30]
    match raw[12:16]:
        case b"VP8X":
            wide, high = body[4:7], body[7:10]
            return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", body, 1)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            wide, high = struct.unpack_from("<HH", body, 6)
            return wide & 0x3FFF, high & 0x3FFF
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
