"""What spreadsheets export is read right or refused, never misread (checklist 10.4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packages import small

TABLE = f"{small.PACKAGE}/data/metrics.csv"
HEAD = "metric,period,area,value\n"
FLAGS = "c confidential, x not available, z not applicable, low rounds to 0"
WHY = f"Leave it blank and say why in flag: {FLAGS}."
UTF8 = "Save the file as UTF-8 (in a spreadsheet: CSV UTF-8)."
COMMAS = "Save it as CSV with commas (in a spreadsheet: CSV UTF-8, comma delimited)."


@pytest.mark.parametrize(
    "content",
    [
        small.METRICS,
        b"\xef\xbb\xbf" + small.METRICS.encode(),
        small.METRICS.replace("\n", "\r\n"),
        small.METRICS.rstrip("\n"),
        '"metric","period","area","value"\n"asked","2024/25","E1","200"\n"lonely","2024/25","E1","50"\n',
        "value,area,period,metric\n200,E1,2024/25,asked\n50,E1,2024/25,lonely\n",
    ],
    ids=["plain", "byte-order mark", "CRLF", "no last line end", "all quoted", "other order"],
)
def test_the_same_table_is_read_the_same(tmp_path: Path, content: str | bytes) -> None:
    values = small.inputs(tmp_path, {TABLE: content}).values
    cells = [tuple(row) for row in values[["metric", "period", "area", "value", "row"]].to_numpy()]
    assert cells == [("asked", "2024/25", "E1", 200.0, 2), ("lonely", "2024/25", "E1", 50.0, 3)]


@pytest.mark.parametrize(
    ("content", "where", "what", "hint"),
    [
        (small.METRICS.encode("utf-16"), "", "the file is in UTF-16", UTF8),
        (
            "metric,period,area,value,comment\nasked,2024/25,E1,5,café\n".encode("cp1252"),
            " line 2",
            "there is a character in another encoding than UTF-8, perhaps 'é'",
            UTF8,
        ),
        (HEAD + "asked,2024/25,E1,5\0\n", " line 2", "there is a NUL character", UTF8),
        (
            small.METRICS.replace("\n", "\r"),
            " line 1",
            "a line ends in a way that is not read",
            "Save the file as CSV UTF-8 again, with line ends of Windows or Unix.",
        ),
        (small.METRICS.replace(",", ";"), " row 1", "the columns are parted by semicolons", COMMAS),
        (small.METRICS.replace(",", "\t"), " row 1", "the columns are parted by tabs", COMMAS),
        (
            "sep=;\n" + small.METRICS,
            " row 1",
            "the columns are parted by semicolons",
            COMMAS,
        ),
        (
            "Loneliness by year,,,\n" + small.METRICS,
            " row 1",
            'row 1 is not the header: "Loneliness by year"',
            "Delete the rows above the header: row 1 holds the names of the columns.",
        ),
        ("", " row 1", "the header row is empty", "Put the names of the columns there."),
        (HEAD, "", "the table has no rows", "Add rows, or delete the file."),
        (
            "metric,period,area,,value\nasked,2024/25,E1,,5\n",
            " row 1",
            "column 4 has no name",
            "Give every column a name of its own: unmerge cells, delete empty columns.",
        ),
        (
            "metric,period,area,value,value\nasked,2024/25,E1,5,6\n",
            " row 1, value",
            'two columns are named "value"',
            "Keep one of the two, or name them apart.",
        ),
        (
            "metric,period,area,Value\nasked,2024/25,E1,5\n",
            " row 1",
            'there is no column "Value"',
            "Did you mean 'value'? Known: age, area, base, comment, flag, lower, metric, "
            "organisation, period, programme, sex, upper, value.",
        ),
        (
            HEAD + "asked,2024/25,E1,1,234\n",
            " row 2",
            "the row has 5 cells, the header has 4",
            "Put a cell that holds a comma in quotes, or take out cells that are too many.",
        ),
        (
            HEAD + "asked,2024/25,E1\n",
            " row 2",
            "the row has 3 cells, the header has 4",
            "Add the missing cells (a comma for each blank one), or delete the row: notes below a "
            "table are not read.",
        ),
        (HEAD + "\nasked,2024/25,E1,5\n", " row 2", "the row is empty", "Delete it."),
        (HEAD + "asked,2024/25,E1,5\n,,,\n", " row 3", "the row is empty", "Delete it."),
        (
            HEAD + "asked,2024/25,E1,5\n" + HEAD,
            " row 3",
            "the row repeats the header",
            "Delete it.",
        ),
        (
            HEAD + 'as"ked,2024/25,E1,5\n',
            " row 2",
            "a quotation mark stands in a place where it cannot be read",
            'Put the whole cell in quotes, and type a quote within it twice: "say ""yes""".',
        ),
        (
            HEAD + "asked,2024/25, E1,5\n",
            " row 2, area",
            '" E1" has a space at its start or end',
            "Type E1.",
        ),
        (
            HEAD + "Asked people,2024/25,E1,5\n",
            " row 2, metric",
            '"Asked people" is not an id',
            "Ids are lower-case letters, digits and _: type asked_people.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, content: str | bytes, where: str, what: str, hint: str
) -> None:
    assert f"data/metrics.csv{where}: {what}\n    {hint}" in small.said(tmp_path, {TABLE: content})
    assert small.read(tmp_path)[1] is None


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1,234", "Type 1234."),
        ("1,234,567.5", "Type 1234567.5."),
        ("1 234", "Type 1234."),
        ("45%", "Type 45."),
        ("£5", "Type 5."),
        ("-£5", "Type -5."),
        ("−5", "Type -5."),
        ("(5)", "Type -5."),
        (" 7 ", "Type 7."),
        ("1_000", "Type 1000."),
        ("1e5", "Type 100000."),
        ("1.5E-03", "Type 0.0015."),
        ("+5", "Type 5."),
        ("007", "Type 7."),
        (".5", "Type 0.5."),
        ("5.", "Type 5."),
        ("١٢", "Type 12."),
        ("1,5", "Type 1.5."),
        ("NA", WHY),
        ("nan", WHY),
        ("-", WHY),
        ("[c]", WHY),
        ("#REF!", WHY),
        ("inf", "Type digits, such as 1234 or 12.5."),
        ("=1+1", "Type digits, such as 1234 or 12.5."),
        (
            "1234567890123456",
            "Type it with at most 15 digits before the point and 30 after it.",
        ),
        ("5 people", "Type digits, such as 1234 or 12.5."),
        ("1.234,5", "Type digits, such as 1234 or 12.5."),
    ],
)
def test_what_is_no_number_says_what_to_type(tmp_path: Path, typed: str, hint: str) -> None:
    said = small.said(tmp_path, {TABLE: f'{HEAD}asked,2024/25,E1,"{typed}"\n'})
    assert said == [f'data/metrics.csv row 2, value: "{typed}" is not a number\n    {hint}']


@pytest.mark.parametrize(
    ("typed", "what", "hint"),
    [
        ("Oct-24", "looks like a period that a spreadsheet has changed", "Type 2024-10."),
        (
            "Dec-11",
            "looks like a period that a spreadsheet has changed",
            "Type 2011/12 for the year, or 2011-12-01/2011-12-31 for the month.",
        ),
        (
            "2011-12",
            "may be a month or a financial year",
            "Type 2011/12 for the year, or 2011-12-01/2011-12-31 for the month.",
        ),
        ("2024-25", "is not a period", "Type 2024/25 for the year."),
        ("2024/26", "is not a period", "Two years in a row are meant: type 2024/25."),
        (
            "31/03/2024",
            "is not a period",
            "Type the year first: 2024-03-31 if the day stood first.",
        ),
    ],
)
def test_what_is_no_period_says_what_to_type(
    tmp_path: Path, typed: str, what: str, hint: str
) -> None:
    said = small.said(tmp_path, {TABLE: f"{HEAD}asked,{typed},E1,5\n"})
    assert said == [f'data/metrics.csv row 2, period: "{typed}" {what}\n    {hint}']


def test_a_total_row_is_named_as_one(tmp_path: Path) -> None:
    said = small.said(tmp_path, {TABLE: f"{HEAD}asked,2024/25,E1,5\nasked,Total,E1,5\n"})
    start = 'data/metrics.csv row 3, period: "Total" is not a period\n    Delete the row if it is a'
    assert len(said) == 1
    assert said[0].startswith(start)


def test_codes_keep_their_zeros_and_words_such_as_na_stay_words(tmp_path: Path) -> None:
    table = "metric,period,area,age,comment,value\nasked,2024/25,0012,NA,null,5\n"
    values = small.inputs(tmp_path, {TABLE: table}).values
    assert values[["area", "group", "comment"]].to_numpy().tolist() == [["0012", "age=NA", "null"]]


def test_a_month_is_one_only_among_months(tmp_path: Path) -> None:
    table = f"{HEAD}asked,2011-11,E1,5\nasked,2011-12,E1,6\nlonely,2011-11,E1,3\n"
    values = small.inputs(tmp_path, {TABLE: table}).values
    assert values["period"].tolist() == ["2011-11", "2011-12", "2011-11"]


def test_quoted_line_breaks_and_doubled_quotes_keep_their_rows(tmp_path: Path) -> None:
    table = 'metric,period,area,value,comment\nasked,2024/25,E1,5,"one\ntwo, ""three"""\n'
    table += "asked,2023/24,E1,x,\n"
    said = small.said(tmp_path, {TABLE: table})
    assert said == [f'data/metrics.csv row 3, value: "x" is not a number\n    {WHY}']


def test_cells_that_a_spreadsheet_would_run_are_refused(tmp_path: Path) -> None:
    table = "metric,period,area,value,comment\nasked,2024/25,E1,5,=1+1\nasked,2023/24,E1,5,@sum\n"
    rest = (
        "starts like a formula of a spreadsheet\n"
        "    Start the text with a letter, a digit or a quotation mark."
    )
    assert small.said(tmp_path, {TABLE: table}) == [
        f'data/metrics.csv row 2, comment: "=1+1" {rest}',
        f'data/metrics.csv row 3, comment: "@sum" {rest}',
    ]


def test_many_faults_of_a_kind_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"asked,{year},E1,about {year}\n" for year in range(1950, 2000))
    said = small.said(tmp_path, {TABLE: HEAD + rows})
    assert len(said) == 21
    assert said[-1] == (
        "data/metrics.csv, value: 30 more rows have such a problem\n    Mend them in the same way."
    )


def test_one_text_in_many_rows_is_told_once(tmp_path: Path) -> None:
    rows = "".join(f"asked,{year},E1,?\n" for year in range(1950, 2000))
    said = small.said(tmp_path, {TABLE: HEAD + rows + "asked,2001,E1,many\n"})
    assert [line.split("\n")[0] for line in said] == [
        'data/metrics.csv row 2, value: "?" is not a number (50 rows)',
        'data/metrics.csv row 52, value: "many" is not a number',
    ]


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    said = small.said(
        tmp_path,
        {
            TABLE: f"{HEAD}asked,Oct-24,E1,£5\nasked,2024/25,E1\n",
            f"{small.PACKAGE}/data/areas.csv": "area,name,population\nE1,,many\n",
            f"{small.PACKAGE}/pathway.yml": "vison: All well\n",
        },
    )
    places = [line.split(": ")[0] for line in said]
    assert places == [
        "pathway.yml line 1",
        "data/areas.csv row 2, name",
        "data/areas.csv row 2, population",
        "data/metrics.csv row 3",
        "data/metrics.csv row 2, value",
        "data/metrics.csv row 2, period",
    ]


def test_a_table_with_a_column_a_metric(tmp_path: Path) -> None:
    table = "period,area,sex,visits,asked,flag\n2024/25,E1,female,5,,p\n2023/24,E1,,,7,c\n"
    values = small.inputs(tmp_path, {TABLE: table}).values
    cells = values[["metric", "period", "group", "flag", "row"]].to_numpy().tolist()
    assert cells == [
        ["asked", "2024/25", "sex=female", "x p", 2],
        ["asked", "2023/24", "", "", 3],
        ["visits", "2024/25", "sex=female", "p", 2],
        ["visits", "2023/24", "", "c", 3],
    ]
    assert values["value"].fillna(-1).tolist() == [-1, 7, 5, -1]


def test_groups_are_in_the_order_of_the_breakdowns(tmp_path: Path) -> None:
    table = "metric,period,area,age,sex,value\nasked,2024,E1,old,female,5\nasked,2024,E1,old,,9\n"
    values = small.inputs(tmp_path, {TABLE: table}).values
    assert values["group"].tolist() == ["sex=female;age=old", "age=old"]


def test_several_flags_in_a_cell_are_put_in_order(tmp_path: Path) -> None:
    table = 'metric,period,area,flag,value\nasked,2024,E1,"e, p",5\nasked,2023,E1,r u,5\n'
    assert small.inputs(tmp_path, {TABLE: table}).values["flag"].tolist() == ["p e", "u r"]


def test_a_blank_value_without_a_flag_is_read_as_not_available(tmp_path: Path) -> None:
    small.write(tmp_path, {TABLE: f"{HEAD}asked,2024/25,E1,\n"})
    _, inputs, problems = small.read(tmp_path)
    assert [(p.level, str(p.where)) for p in problems] == [("warning", f"{TABLE} row 2, value")]
    assert inputs is not None
    assert inputs.values["flag"].tolist() == ["x"]


def test_what_a_small_table_defines_stands_in_it_once(tmp_path: Path) -> None:
    areas = "area,name\nE1,Hall\nE2,Ward\nE1,Town\n"
    assert small.said(tmp_path, {f"{small.PACKAGE}/data/areas.csv": areas}) == [
        "data/areas.csv row 4, area: 'E1' is defined a second time\n"
        "    It stands at row 2 already: keep one."
    ]


def test_a_column_a_metric_that_no_metric_heads(tmp_path: Path) -> None:
    headed = (
        "Or head each column of values by the id of its metric, and one of groups by the id of "
        "its breakdown, as in indicators.yml."
    )
    assert small.said(tmp_path, {TABLE: "period,area,Households (000s)\n2024/25,E1,5\n"}) == [
        'data/metrics.csv row 1: there is no column "Households (000s)"\n'
        "    Known: age, area, asked, base, comment, flag, lonely, lower, metric, organisation, "
        f"period, programme, sex, upper, value, visits. {headed}",
        "data/metrics.csv row 1: the column 'metric' is missing\n"
        f"    Add it: id of the metric, as in indicators.yml. {headed}",
    ]


@pytest.mark.parametrize("note", ["Source: ONS,,,\n", '"Source: ONS, 2024",,,\n'])
def test_a_note_below_a_table_is_to_be_deleted(tmp_path: Path, note: str) -> None:
    assert small.said(tmp_path, {TABLE: small.METRICS + note}) == [
        "data/metrics.csv row 4: only the first cell of the row is filled in\n"
        "    Delete the row if it is a note or a source: they are not read. Else fill in the rest."
    ]


def test_a_table_is_not_judged_by_definitions_that_could_not_be_read(tmp_path: Path) -> None:
    small.write(tmp_path, {TABLE: "metric,period,area,sex,value\nasked,2024/25,E1,female,5\n"})
    (tmp_path / small.PACKAGE / "indicators.yml").write_text("metrics: {a: b\n")
    (problem,) = small.read(tmp_path)[2]
    assert problem.where.file.endswith("indicators.yml")
