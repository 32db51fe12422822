"""What pages ask of the report: its values and readings, grouped once, and what they are of."""
