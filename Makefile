# Parley. `make run` and `make test` need Python 3.11+ and nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
GOLD   ?= ../shared/gold
PORT   ?= 8000
# Of the archive whose pages `make bench` asks; it is made for that.
ARTICLES ?= 10000
MEETINGS ?= 15000
# Twice the cores of the smallest machine: many tests wait for a browser, a worker or a server.
WORKERS ?= 4
# Handed out one by one in their own order: in larger parts, one process would work alone for minutes at the end.
SPREAD := -n $(WORKERS) --dist loadgroup --no-loadscope-reorder

# Commands are started by the hundred in the tests; compiled files let each begin at once.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test quick check fix eval bench lock clean

help:            ## this list
	@sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Parley needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@

run: $(VENV)/.run        ## environment, database, migrations, the seeds ingested, the site
	$(PY) manage.py start --port $(PORT)

test: $(VENV)/.dev check ## environment, then everything tested
	$(PY) -m pytest $(SPREAD)

quick: $(VENV)/.dev      ## the tests without browser and slow ones
	$(PY) -m pytest $(SPREAD) -m "not browser and not slow"

check: $(VENV)/.dev      ## lint, format, types, migrations, known faults of dependencies
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy config archive ingest
	$(PY) manage.py check
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) .ci/audit

fix: $(VENV)/.dev        ## mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(VENV)/.dev       ## accuracy on the gold releases
	$(PY) manage.py evaluate --publish --scorer $(GOLD)/score.py $(GOLD)/seeds $(GOLD)/releases $(GOLD)/whitehouse tests/gold/fresh tests/gold/opened tests/gold/strangers tests/gold/unread
	$(PY) -m ingest.resolution.benchmark tests/ingest/pairs.jsonl
	$(PY) -m ingest.resolution.benchmark tests/ingest/bodies.jsonl

bench: $(VENV)/.dev      ## speed and memory: the engine, ingest, lists meanwhile, exports, pages of a large archive
	$(PY) -m bench
	$(PY) -m bench pages --articles $(ARTICLES) --meetings $(MEETINGS)

lock:            ## pin every dependency anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.txt
	uv pip compile pyproject.toml --extra dev -c requirements.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.txt

clean:           ## remove the environment (the data folder stays)
	rm -rf $(VENV)
