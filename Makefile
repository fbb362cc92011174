# `make site` builds the site, `make test` runs the tests. What they need is installed into .venv/ first, once, from
# requirements/ (exact versions with hashes); after that nothing is fetched. Without make: see CONTRIBUTING.md.

PYTHON ?= python3
# make site STRICT=--strict: problems in the input and warnings of the site engine mean that it is not done.
STRICT ?=
UV ?= uv
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help site serve check lock test lint install requirements clean

help: ## What can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

site: install ## The site, in site/
	@$(BIN)/papershelf build $(STRICT)
	@echo "To look at it: make serve    (or: $(BIN)/python -m http.server --directory site)"

serve: install ## The site at http://127.0.0.1:8000, with every edit at once
	@$(BIN)/papershelf serve

check: install ## What is wrong in seeds/, and what needs a person's word
	@$(BIN)/papershelf check

lock: install ## Fetch what is known of new papers, and fix their addresses and citation keys for good
	@$(BIN)/papershelf lock

test: .venv/test.txt ## The tests; those in a browser need Chromium
	@$(BIN)/python -m pytest -n auto --maxprocesses 8

lint: .venv/dev.txt ## Style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

install: .venv/site.txt ## What the site needs, into .venv/

requirements: ## Lock the newest versions that pyproject.toml allows (needs uv)
	@$(UV) pip compile $(LOCK) pyproject.toml requirements/build.in -o requirements/site.txt
	@$(UV) pip compile $(LOCK) pyproject.toml requirements/build.in --group test -o requirements/test.txt
	@$(UV) pip compile $(LOCK) pyproject.toml requirements/build.in --group test --group lint -o requirements/dev.txt

LOCK := --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

clean: ## Remove what can be made again, but for the pages in docs/
	@rm -rf .venv site .cache .pytest_cache .hypothesis .mypy_cache .ruff_cache

# A copy of the list in .venv/ says that all of it is installed; a newer list installs again.
.venv/%.txt: requirements/%.txt pyproject.toml | $(BIN)/pip
	@echo "Installing requirements/$*.txt into .venv/ (once; a minute or so) ..."
	@$(PIP) install --require-hashes -r $<
	@$(PIP) install --no-deps --no-build-isolation -e .
	@cp $< $@

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "papershelf needs Python 3.11 or newer, and $(PYTHON) is not. Name another: make site PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "$(PYTHON) cannot make a virtual environment (Debian, Ubuntu: apt install python3-venv)."; exit 1; }
