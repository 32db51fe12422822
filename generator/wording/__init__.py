"""Numbers, periods, verdicts and findings as people say them."""
