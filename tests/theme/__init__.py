"""The theme by itself, on a small site of its own; every page type is walked in tests/browser."""
