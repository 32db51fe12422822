"""The pathway to impact: its steps, its assumptions, its drawing, and what is being done."""
