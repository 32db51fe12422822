from __future__ import annotations

from generator.charts.layers import crossings, layers


def test_two_links_that_need_not_cross_do_not() -> None:
    columns, edges = [["a", "b"], ["c", "d"]], [("a", "d"), ("b", "c")]
    assert crossings(columns, edges) == 1
    laid = layers(columns, edges)
    assert crossings(laid.columns, edges) == 0
    assert {frozenset(own) for own in laid.columns} == {frozenset("ab"), frozenset("cd")}


def test_what_must_cross_crosses_once() -> None:
    """Each of two boxes linked with each of two others: one crossing, whatever the order."""
    edges = [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]
    assert crossings(layers([["a", "b"], ["c", "d"]], edges).columns, edges) == 1


def test_a_link_over_a_column_has_a_place_in_it() -> None:
    laid = layers([["a"], ["b"], ["c"]], [("a", "b"), ("a", "c")])
    passing = [member for member in laid.columns[1] if laid.passes(member)]
    assert len(passing) == 1 and len(laid.columns[1]) == 2
    assert laid.routes["a", "c"] == ("a", passing[0], "c")
    assert laid.routes["a", "b"] == ("a", "b")


def test_without_a_reason_the_order_stays_as_written() -> None:
    assert layers([["b", "a"], ["d", "c"]], []).columns == (("b", "a"), ("d", "c"))
    assert layers([["b", "a"], ["c"]], [("a", "c"), ("b", "c")]).columns[0] == ("b", "a")
