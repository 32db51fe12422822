"""Waiting in a page for something to come true.

Playwright's own `wait_for_function` looks again by `eval`, which the policy of our pages forbids:
it fails wherever the first look comes too early.
"""

from __future__ import annotations

from playwright.sync_api import Page


def until(page: Page, expression: str, seconds: float = 10) -> None:
    """Wait until the expression holds in the page. AssertionError where it does not in time."""
    for _ in range(int(seconds * 20)):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{expression} did not come true in {seconds} s")
