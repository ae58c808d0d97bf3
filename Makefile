# make demo      make an environment, install the pinned dependencies, rank a real case
# make test      install what tests need and pass them, with types and lint
# make test-all  the same, and with every other Python that is on the machine (3.11 to 3.13) the tests that could depend on it
# make bench     time the start, one assessment, a line at the prompt; many cases against experta, CLIPS and zen-engine; a million of them
PYTHON ?= python3
VENV ?= .venv
TESTS ?= tests
# What could differ from Python to Python: engine, columns, tables, commands, spaCy. What the rules say does not.
ELSEWHERE := tests/facts tests/readers/test_values.py tests/test_cli.py tests/prose/test_reader.py tests/consult/test_pipe.py \
	tests/batch/test_run.py tests/batch/test_intake_formats.py $(addprefix tests/inference/test_,engine.py experta_import.py ranking.py columnar.py)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test run-tests test-all check bench evaluate clean

demo: $(VENV)/.installed
	$(BIN)/mrddx assess cases/pmr-88f-silent-small-mi.yaml

test: $(VENV)/.spark check run-tests

run-tests: $(VENV)/.tested
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(TESTS)

test-all: test
	@for version in 3.11 3.12 3.13; do \
		python=$$(ls -d $${PYENV_ROOT:-$$HOME/.pyenv}/versions/$$version.*/bin/python 2>/dev/null | tail -n 1); \
		python=$${python:-$$(command -v python$$version)}; \
		if [ -z "$$python" ] || $(BIN)/python -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$$version')"; then continue; fi; \
		$(MAKE) run-tests PYTHON="$$python" VENV=.venv-$$version TESTS="$(ELSEWHERE)" || exit 1; \
	done

check: $(VENV)/.tested
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	mkdir -p $(VENV)/typing && ln -sfn "$(CURDIR)/src" $(VENV)/typing/mrddx && MYPYPATH=$(VENV)/typing $(BIN)/mypy tests

bench: $(VENV)/.benched
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/prompt.py
	$(BIN)/python benchmarks/engines.py
	$(BIN)/python benchmarks/batch.py

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

$(VENV)/.spark: $(VENV)/.tested
	$(PIP) install --quiet --constraint constraints.txt --editable '.[spark]'
	touch $@

$(VENV)/.benched: $(VENV)/.installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[bench]'
	touch $@

clean:
	rm -rf $(VENV) build dist src/mrddx.egg-info mrddx.egg-info .mypy_cache .ruff_cache .pytest_cache
