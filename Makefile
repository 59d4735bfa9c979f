# Two commands on a fresh machine: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup demo test fuzz check format bench serve lock clean

# Test files are shared out among the cores; what a file sets up stays in one process.
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $(READY)

demo: setup
	$(BIN)/interdict demo

test: setup
	$(PYTEST)

# The tests draw the same examples on every run; this draws others, at random.
fuzz: setup
	$(PYTEST) --hypothesis-profile random tests/properties

check: setup
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST)

format: setup
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench

# Measures speed and memory as ratios beside a floor or a peer; results go to bench/out.
bench: setup
	$(BIN)/python -m bench

serve:
	@echo "This version has no HTTP interface yet: there is nothing to serve." >&2; exit 1

# Pins every dependency with its hashes; needs uv (pip install uv).
lock:
	uv pip compile pyproject.toml --group dev --extra fast --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url -q -o requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis bench/out
