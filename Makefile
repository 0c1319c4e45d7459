# `make check` is what CI runs. The virtual environment makes itself.
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: check format lint types walls test bench robust lowest clean

check: format lint types walls test

$(VENV)/.made: pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

format: $(VENV)/.made
	$(BIN)/ruff format --check .

lint: $(VENV)/.made
	$(BIN)/ruff check .

types: $(VENV)/.made
	$(BIN)/mypy

walls: $(VENV)/.made
	$(BIN)/python -m pytest tests/test_layers.py

test: $(VENV)/.made
	$(BIN)/python -m pytest

# The measures of docs/measures.md, each beside its yardstick. Never part of `check`: machines differ.
# `make bench SIZES=1` adds what grows with the data set: up to a million entities, which take some minutes to make.
bench: $(VENV)/.made
	$(BIN)/python -m tests.benchmarks $(if $(SIZES),--sizes)

# Everything that is thrown at the program, family by family, n of n: docs/robustness.md. `check` has a part of each.
# `make robust FAMILIES="text kills"` runs only those.
robust: $(VENV)/.made
	$(BIN)/python -m tests.robust $(FAMILIES)

# The whole suite with the oldest releases that pyproject.toml admits.
lowest:
	python3 -m venv .venv-lowest
	.venv-lowest/bin/pip install --quiet uv
	.venv-lowest/bin/uv pip install --quiet --python .venv-lowest/bin/python --resolution lowest-direct --editable '.[dev]'
	.venv-lowest/bin/python -m pytest

clean:
	rm -rf $(VENV) .venv-lowest build dist .pytest_cache .mypy_cache .ruff_cache
