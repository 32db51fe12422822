"""Readings that prove: since the baseline, towards the target, against a comparator."""
