"""How a forecast is made: the values looked at, the seasons in them, a model, its bands."""
