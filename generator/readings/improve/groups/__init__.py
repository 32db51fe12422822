"""Groups of people held against each other: in pairs, over all of them, and now against then."""
