"""Carries the theme, `overrides/`, in the package as `generator/theme`. See pyproject.toml."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["generator*"]), "generator.theme"],
    package_dir={"generator.theme": "overrides"},
)
