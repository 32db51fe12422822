"""What pages are made of: worded values, tables, figures, cards, and the templates' environment."""
