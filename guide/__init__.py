"""DATA.md, made from the code: `make docs` writes it, and a test says that it is up to date."""
