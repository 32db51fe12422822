"""Maps of places, as they stand on pages."""
