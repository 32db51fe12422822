"""The models that a forecast is chosen from, each a module."""
