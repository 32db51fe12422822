# What people type. `make` alone lists it; everything else is `python -m generator`.
SITE ?= .
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GENERATOR = $(BIN)/python -m generator
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet --no-compile
APT = sudo apt-get install python3 python3-venv

.DEFAULT_GOAL := help
.PHONY: help site serve check describe docs test lock clean
.DELETE_ON_ERROR:

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/installed ## Build a site and say where to open it       SITE=examples/birmingham
	@$(GENERATOR) site --site "$(SITE)"

serve: $(VENV)/installed ## Show a site on this machine while you write it  SITE=... PORT=8000
	@$(GENERATOR) serve --site "$(SITE)" $(if $(PORT),--port "$(PORT)")

check: $(VENV)/installed ## List everything to mend in a site, build nothing  SITE=...
	@$(GENERATOR) check --site "$(SITE)"

describe: $(VENV)/installed ## Write or refresh each package's datapackage.json   SITE=...
	@$(GENERATOR) describe --site "$(SITE)"

docs: $(VENV)/installed ## Write DATA.md anew from the code and the schemas
	@$(BIN)/python -m guide

test: $(VENV)/tested ## Run every check: ruff, mypy, all tests in a browser
	$(BIN)/python tests/chromium.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --num-workers=2
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

lock: ## Pin the newest versions that pyproject.toml allows (needs uv)
	@command -v uv >/dev/null || { echo "uv is missing. Install it: pip install uv" >&2; exit 2; }
	uv pip compile pyproject.toml --group build $(UV) --output-file requirements.txt
	uv pip compile pyproject.toml --group build --extra test -c requirements.txt $(UV) --output-file requirements-test.txt
UV := --upgrade --quiet --no-header --universal --python-version 3.11 --generate-hashes

clean: ## Remove the built site, the working folders and the virtual environment
	rm -rf $(VENV) "$(SITE)/site" "$(SITE)/build"

# Each is redone only when its lock, or what the package is made of, has changed.
$(VENV)/installed: requirements.txt pyproject.toml setup.py | $(BIN)/pip
	@echo "Installing what the generator needs into $(VENV) ..." >&2
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/tested: requirements-test.txt $(VENV)/installed
	@echo "Installing what the tests need into $(VENV) ..." >&2
	$(PIP) --require-hashes -r requirements-test.txt
	@touch $@

# pip is the last thing that venv writes, so a half-made environment is made again.
$(BIN)/pip:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing. Install it: $(APT)" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is `$(PYTHON) -V 2>&1`; 3.11 or later is needed. Install it, then: make PYTHON=python3.12 site" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv is missing. Install it: $(APT)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
