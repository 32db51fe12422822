"""How the tables of Tanverley, a borough that does not exist, are made."""
