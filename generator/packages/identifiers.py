"""What tells who someone is, by its form.

The kinds and their forms: NHS number (NHS Data Dictionary, modulus 11), National Insurance number
(HMRC NIM39110), unique pupil number (DfE UPN guide), full postcode (Royal Mail PAF), telephone
number (Ofcom numbering plan), email address, date of birth.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_AREAS = frozenset([
    "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF",
    "CH", "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT",
    "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG",
    "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L",
    "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN",
    "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S",
    "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA",
    "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR",
    "WS", "WV", "YO", "ZE",
])  # fmt: skip
_URL = re.compile(r"https?://[^\s\"'<>)\]}]+")
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[A-Za-z]{3,9})[ /.,-]+\d{2,4}|\d{4}-\d{2}-\d{2})"
)


def _is_nhs_number(found: re.Match[str]) -> bool:
    digits = [int(digit) for digit in re.sub(r"\D", "", found[0])]
    rest = 11 - sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest % 11 == digits[9] and rest != 10 and len(set(digits)) > 1


def _is_postcode(found: re.Match[str]) -> bool:
    ordinal = re.search(r"(?:1st|2nd|3rd|\dth)$", found[0])
    return found["area"].upper() in _AREAS and not ordinal


def _is_phone(found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found[0].replace("(0)", ""))
    digits = re.sub(r"^(?:0044|44)", "0", digits)
    return len(digits) in (10, 11) and digits[1] in "1235789"


def _always(found: re.Match[str]) -> bool:
    return True


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (
        "an email address",
        re.compile(r"[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}"),
        _always,
    ),
    (
        "a National Insurance number",
        re.compile(
            r"(?i)\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
            r"[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b"
        ),
        _always,
    ),
    ("a pupil number", re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b"), _always),
    (
        "an NHS number",
        re.compile(r"(?<![\w.,/£-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w/-]|[.,]\d)"),
        _is_nhs_number,
    ),
    (
        "a full postcode",
        re.compile(r"(?i)\b(?P<area>[A-PR-UWYZ][A-HK-Y]?)\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"),
        _is_postcode,
    ),
    (
        "a telephone number",
        re.compile(r"(?<![\w.,/£-])(?:\+44|0044|\(?0)(?:[ ()-]{0,2}\d){9,11}(?![\w/-]|[.,]\d)"),
        _is_phone,
    ),
    (
        "a date of birth",
        re.compile(rf"(?i)\b(?:born|d\.?o\.?b|date of birth|birth ?date)\b[^\n\d]{{0,20}}{_DATE}"),
        _always,
    ),
)  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    """What the text seems to hold, kind by kind: each kind with the text that looks like it.

    Addresses of the web are passed over: numbers within them are no one's.
    """
    plain = _URL.sub(" ", text)
    return [
        (kind, _bare(match[0]))
        for kind, pattern, holds in _KINDS
        for match in pattern.finditer(plain)
        if holds(match)
    ]


def _bare(text: str) -> str:
    """Without a bracket that opens before it: `(0121 496 0123` of `(0121 496 0123)`."""
    return text if ")" in text else text.removeprefix("(")
