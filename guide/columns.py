"""What may stand in a table: the columns of its role, as the schemas have them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.period import FORMS, parse
from generator.packages import schema
from generator.wording import periods

from .markdown import code, table


def columns(role: str) -> str:
    """The columns of a role, in the schema's order, breakdown columns among them."""
    rows = [_row(column) for column in schema.columns(role).values()]
    if role in schema.WITH_BREAKDOWNS:
        at = [row[0] for row in rows].index("`programme`") + 1
        about = (
            "One column a breakdown, headed by its id, with the ids of its categories, or any "
            "words where it lists none. Blank: everyone."
        )
        rows.insert(at, ("*breakdowns*", "", "id or words", about))
    return table(("column", "", "takes", "what it is"), rows)


def _row(column: schema.Column) -> tuple[str, str, str, str]:
    known = column.constraints.get("enum")
    takes = {"string": "text", "boolean": "yes or no"}.get(column.type, column.type)
    if column.constraints.get("pattern") == schema.ID:
        takes = "id"
    if known:
        takes = " ".join(code(word) for word in known)
    about = str(column.descriptor["description"]).split(", such as 2024, ")[0].rstrip(".")
    return code(column.name), "**needed**" if column.required else "", takes, f"{about}."


def written(descriptions: Mapping[str, str]) -> str:
    """The columns of a table that comes out."""
    return table(("column", "what it is"), ((code(n), f"{d}.") for n, d in descriptions.items()))


def forms() -> str:
    """Every form of a period that is read, with the days that it stands for."""
    rows = []
    for typed in FORMS.replace(" or ", ", ").split(", "):
        read = parse(typed)
        days = f"{read.start} to {read.end}" if read.start != read.end else str(read.start)
        rows.append((code(typed), periods.in_words(str(read), {str(read): read}), days))
    return table(("typed", "on pages", "its days"), rows)
