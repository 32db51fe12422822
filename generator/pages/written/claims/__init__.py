"""Sentences of pages written by hand that are held to the data."""
