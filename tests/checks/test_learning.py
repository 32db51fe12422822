"""Records of learning: each message in which a fault is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import checks
from tests.packages import small

FILE = f"{small.PACKAGE}/data/learning.csv"
HEAD = "id,date,kind,about,what,effect,action,owner,due,status,closed\n"
SOUND = "bus,2026-01-20,data_gap,loneliness,No bus.,,Ask for one,Head of roads,2026-09-01,to_do,\n"


def said(folder: Path, rows: str, **stories: str) -> list[str]:
    """The problems of the small site with this table of records and these stories, by name."""
    told = {f"{small.PACKAGE}/stories/{name}.md": text for name, text in stories.items()}
    small.write(folder, {FILE: HEAD + rows, **told})
    settings, inputs, problems = small.read(folder)
    assert settings is not None and inputs is not None, "\n".join(map(str, problems))
    found = [*problems, *checks.check(inputs, settings)]
    return [str(problem).replace("datapackages/hubs/data/learning.csv ", "") for problem in found]


def test_a_sound_record_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path, SOUND) == []


def test_it_may_be_about_anything_that_has_an_id(tmp_path: Path) -> None:
    """An indicator, an outcome, a domain, a breakdown, a metric, a story, an area that no table
    defines, and another record."""
    every = "loneliness connected citizens sex visits soup E1 tram"
    rows = SOUND.replace("loneliness", every) + SOUND.replace("bus,", "tram,").replace("No", "A")
    assert said(tmp_path, rows, soup=small.STORY) == []


def test_a_story_that_is_not_told_is_not_named_by_a_record_either(tmp_path: Path) -> None:
    ended = small.STORY.replace("given: 2026-01-02}", "given: 2026-01-02, expires: 2026-02-01}")
    found = said(tmp_path, SOUND.replace("loneliness", "soup"), soup=ended)
    assert any(one.startswith("row 2, about: nothing has the id 'soup'") for one in found)


@pytest.mark.parametrize("parted", ["loneliness visits", "loneliness, visits", "loneliness;visits"])
def test_ids_in_one_cell_are_parted_by_spaces_commas_or_semicolons(
    tmp_path: Path, parted: str
) -> None:
    made = small.inputs(tmp_path, {FILE: HEAD + SOUND.replace("loneliness", f'"{parted}"')})
    (record,) = made.learning.values()
    assert record.about == ("loneliness", "visits")


FAULTS = [
    (
        SOUND.replace("loneliness", "lonelyness"),
        "row 2, about: nothing has the id 'lonelyness'\n"
        "    Did you mean 'loneliness'? Known: E1, age, asked, citizens, connected, loneliness, "
        "lonely, sex, visits.",
    ),
    (
        SOUND.replace("bus,", "loneliness,"),
        "row 2, id: 'loneliness' is the id of a record and of something else\n"
        "    Give the record another id.",
    ),
    (
        SOUND + SOUND.replace("bus,", "tram,"),
        "row 3, what: warning: this was recorded on the same day as 'bus'\n"
        "    Delete one of the two, or say how they differ.",
    ),
    (
        SOUND.replace("to_do,", "done,"),
        "row 2, closed: the action is done, and nothing says when\n"
        "    Type the day in the column closed, such as 2026-09-30.",
    ),
    (
        SOUND.replace("to_do,", "dropped,"),
        "row 2, closed: warning: the action was dropped, and nothing says when\n"
        "    Type the day in the column closed, such as 2026-09-30.",
    ),
    (
        SOUND.replace("to_do,", "under_way,2026-03-01"),
        "row 2, status: the action was closed on 2026-03-01, and its status is 'under_way'\n"
        "    Type done or dropped as its status, or leave closed blank.",
    ),
    (
        SOUND.replace("Head of roads", ""),
        "row 2, owner: warning: nobody answers for the action\n"
        "    Type a role, such as Head of housing.",
    ),
    (
        SOUND.replace("Head of roads", "Mrs Ada Brook"),
        "row 2, owner: warning: the owner looks like a person's name\n"
        "    Type the role, such as Head of housing.",
    ),
    (
        SOUND.replace("2026-09-01", ""),
        "row 2, due: warning: nothing says by when the action is to be done\n"
        "    Type a day, such as 2026-09-30.",
    ),
    (
        SOUND.replace("2026-09-01", "2025-09-01"),
        "row 2, due: 2025-09-01 is before the day of the record, 2026-01-20\n"
        "    Correct one of the two: due cannot be before date.",
    ),
    (
        SOUND.replace("to_do,", "done,2026-01-02"),
        "row 2, closed: 2026-01-02 is before the day of the record, 2026-01-20\n"
        "    Correct one of the two: closed cannot be before date.",
    ),
    (
        SOUND.replace("2026-01-20", "2026-06-16"),
        "row 2, date: warning: 2026-06-16 is after the day that the site speaks on, 2026-06-15\n"
        "    Correct the day, or set a later report_date in mkdocs.yml.",
    ),
    (
        SOUND.replace("to_do,", "done,2026-06-16"),
        "row 2, closed: warning: 2026-06-16 is after the day that the site speaks on, 2026-06-15\n"
        "    Correct the day, or set a later report_date in mkdocs.yml.",
    ),
    (
        "bus,2026-01-20,data_gap,,No bus.,,,,,to_do,\n",
        "row 2, status: warning: there is a cell 'status' and no action\n"
        "    Type what is to be done in the column action, or leave status blank.",
    ),
    (
        "bus,2026-01-20,people_said,,No bus.,,,,,,\n",
        "row 2, action: warning: nothing says what was done about what people said\n"
        "    Type it in the column action, or in effect why nothing was done.",
    ),
    (
        "bus,2026-01-20,decision,,The "
        + "very " * 40
        + "late bus is to stop here on the way back from the school.,,,,,,\n",
        'row 2: warning: hard to read: what of learning: bus (a sentence has 54 words: "The very '
        'very very very very …")\n    Plain texts have sentences of at most 25 words, and at most '
        "3 of them in a paragraph.",
    ),
]


@pytest.mark.parametrize(("rows", "message"), FAULTS)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, rows: str, message: str) -> None:
    assert message in said(tmp_path, rows)


CELLS = [
    ("data_gap", "gap", 'row 2, kind: "gap" is not one of the words for kind'),
    ("01-20,data_gap,loneliness,No bus.", "01-20,data_gap,,", "row 2, what: "),
    ("to_do", "todo", "Did you mean 'to_do'?"),
    ("2026-09-01", "1/9/2026", "row 2, due: "),
]


@pytest.mark.parametrize(("old", "new", "told"), CELLS)
def test_words_and_days_are_judged_as_in_every_table(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    problems = small.said(tmp_path, {FILE: HEAD + SOUND.replace(old, new)})
    assert len(problems) == 1 and told in problems[0], problems


def test_an_id_stands_once_in_all_packages(tmp_path: Path) -> None:
    other = "datapackages/more"
    files = {
        FILE: HEAD + SOUND,
        f"{other}/data/learning.csv": HEAD + SOUND.replace("No bus", "No tram"),
        f"{other}/datapackage.json": json.dumps({**small.DESCRIPTOR, "name": "more"}),
    }
    assert small.said(tmp_path, files) == [
        f"{other}/data/learning.csv row 2, learning.bus: 'bus' is defined a second time\n"
        "    It stands at data/learning.csv row 2 already: keep one."
    ]


def test_personal_data_in_a_record_is_found(tmp_path: Path) -> None:
    told = small.said(tmp_path, {FILE: HEAD + SOUND.replace("Ask for one", "Ring 07700 900123")})
    assert len(told) == 1 and told[0].startswith("data/learning.csv row 2, action: ")
    assert "07700" not in told[0]
