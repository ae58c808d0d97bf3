# make demo    make an environment, install the pinned dependencies, rank a real case
# make test    install what tests need and pass them, with types and lint
# make bench   time the start of the program and one assessment
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test check bench evaluate clean

demo: $(VENV)/.installed
	$(BIN)/mrddx assess cases/pmr-88f-silent-small-mi.yaml

test: $(VENV)/.tested check
	$(BIN)/python -m pytest

check: $(VENV)/.tested
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/start.py

evaluate: $(VENV)/.installed
	$(BIN)/mrddx evaluate cases

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[test]'
	touch $@

clean:
	rm -rf $(VENV) build dist src/mrddx.egg-info mrddx.egg-info .mypy_cache .ruff_cache .pytest_cache
