"""Change in people on pages: who moved up, stayed and moved down, with what that cannot show."""
