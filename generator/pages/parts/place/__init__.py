"""What the page of a place holds."""
