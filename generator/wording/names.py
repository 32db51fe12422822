"""What places, partners and groups are called in a sentence."""

from __future__ import annotations

from generator.model.report import Inputs

SIMILAR = "similar"
_WITH_ARTICLE = ("Bank", "Department", "House", "Institute", "Ministry", "Office", "University")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def area(code: str, inputs: Inputs) -> str:
    """The name of an area as it stands in a sentence; its code where no table names it."""
    known = inputs.areas.get(code)
    name = known.name if known else code
    if name.startswith(("Median ", "Mean ", "Average ")):  # a figure that stands in for a place
        return f"the {name[:1].lower()}{name[1:]}"
    return f"the {name}" if name == "United Kingdom" else name


def comparator(code: str, inputs: Inputs, places: int = 0) -> str:
    """The name of an area, or "the middle of ten similar places"."""
    return middle_of(places) if code == SIMILAR else area(code, inputs)


def middle_of(places: int) -> str:
    """The median of similar places, as readers are told of it."""
    counted = f"{in_words(places)} " if places else ""
    return f"the middle of {counted}similar places"


def publisher(name: str) -> str:
    """A publisher as it stands after "from": "the Bank of England", "NHS England"."""
    return f"the {name}" if name.partition(" ")[0] in _WITH_ARTICLE else name


def group(text: str, inputs: Inputs) -> str:
    """ "Women, renters" for `sex=female;tenure=rent`; "" for everyone."""
    titles = []
    for part in filter(None, text.split(";")):
        name, _, category = part.partition("=")
        breakdowns = {str(key): value for key, value in inputs.breakdowns.items()}
        known = breakdowns[name].categories if name in breakdowns else {}
        titled = {str(key): value.title for key, value in known.items()}
        titles.append(titled.get(category, category.replace("_", " ").capitalize()))
    return ", ".join(titles)


def part(organisation: str, programme: str, group_text: str, inputs: Inputs) -> str:
    """Which part of a place a value speaks of: "Haven, Women"; "" for all of it."""
    organisations = {str(key): value.name for key, value in inputs.organisations.items()}
    programmes = {str(key): value.name for key, value in inputs.programmes.items()}
    names = (
        organisations.get(organisation, organisation),
        programmes.get(programme, programme),
        group(group_text, inputs),
    )
    return ", ".join(filter(None, names))


def plural(word: str) -> str:
    """More than one of a kind of place: "wards", "local authorities"."""
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "o", "u"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x")) else f"{word}s"


def in_words(number: int) -> str:
    """Whole numbers up to ten as words."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"
