# make ingest   fetch, parse and load the sources of config.toml into data/pipeline.db
# make test     the whole suite
# make check    lint, types, import direction, generated docs
# make eval     score the extraction:  make eval CORPUS=path/to/corpus
# make stand-in a corpus with its pages disturbed:  make stand-in CORPUS=path/to/corpus KIND=remarks TARGET=build/remarks
# make compare  the same beside other libraries, in an environment of their own:  make compare CORPUS=path/to/corpus
# make compare-fetch  our fetching beside other clients (wants nginx):  make compare-fetch CORPUS=path/to/corpus
# make compare-load   our loading beside bare sqlite3:  make compare-load CORPUS=path/to/corpus
# make fuzz     look for pages that break the parser:  make fuzz SECONDS=600
# make lock     resolve the dependencies anew
# make docs     regenerate the README's generated parts
# make clean    take away the environment and what was built; data/ stays
# make expected regenerate fixtures/**/*.expected.json, for review with git diff

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PEERS  := build/peers
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: ingest test check eval stand-in fuzz compare compare-fetch compare-load lock docs expected clean
.DELETE_ON_ERROR:

ingest: $(VENV)/.runtime
	@$(BIN)/pipeline ingest

# Compiled first: where PYTHONDONTWRITEBYTECODE is set each of hundreds of processes would compile the package anew, a
# fifth of what it takes to start; where it is not, those that may write no large file would leave torn modules behind.
test: $(VENV)/.test
	@$(BIN)/python -m compileall -q pipeline tests
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: $(VENV)/.test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

eval: $(VENV)/.test
	@test -n "$(CORPUS)" || { echo 'usage: make eval CORPUS=path/to/corpus' >&2; exit 2; }
	@$(BIN)/python benchmarks/evaluate.py "$(CORPUS)"

stand-in: $(VENV)/.test
	@test -n "$(CORPUS)" && test -n "$(TARGET)" || \
	    { echo 'usage: make stand-in CORPUS=path/to/corpus KIND=remarks TARGET=path/of/the/new/corpus' >&2; exit 2; }
	@$(BIN)/python benchmarks/stand_ins.py "$(CORPUS)" "$(or $(KIND),remarks)" "$(TARGET)"

compare: $(PEERS)/.installed
	@test -n "$(CORPUS)" || { echo 'usage: make compare CORPUS=path/to/corpus [LIMIT=pages]' >&2; exit 2; }
	@$(PEERS)/bin/python benchmarks/compare.py "$(CORPUS)" --limit "$(or $(LIMIT),0)"

compare-fetch: $(VENV)/.test $(PEERS)/.installed
	@test -n "$(CORPUS)" || { echo 'usage: make compare-fetch CORPUS=path/to/corpus' >&2; exit 2; }
	@$(BIN)/python benchmarks/fetching.py "$(CORPUS)"

compare-load: $(VENV)/.test
	@test -n "$(CORPUS)" || { echo 'usage: make compare-load CORPUS=path/to/corpus' >&2; exit 2; }
	@$(BIN)/python benchmarks/loading.py "$(CORPUS)"

fuzz: $(VENV)/.test
	@mkdir -p build/fuzz
	@$(BIN)/python -m tests.parse.fuzz_parse_page -max_total_time=$(or $(SECONDS),60) -max_len=20000 -timeout=20 \
	    -artifact_prefix=build/ build/fuzz fixtures/pages fixtures/tickers

lock: $(VENV)/.test
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra build \
	    --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra build --extra test \
	    --custom-compile-command 'make lock' $(UPGRADE) -c requirements.lock pyproject.toml -o requirements-test.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra build \
	    --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml benchmarks/requirements.in \
	    -o benchmarks/requirements.lock

docs: $(VENV)/.test
	@$(BIN)/python -m tests.generated_docs

expected: $(VENV)/.test
	@$(BIN)/python -m tests.parse.expected_records

clean:
	rm -rf $(VENV) build

# The environment is made once and again only when a lock file or pyproject.toml changes.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo 'pipeline needs Python 3.11 or newer; say which: make PYTHON=python3.12' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/bin/python requirements.lock pyproject.toml
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.runtime requirements-test.lock
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

# The lock is whole, so nothing is left to resolve: pip needs no dependencies from elsewhere.
$(PEERS)/.installed: benchmarks/requirements.lock pyproject.toml
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --quiet --disable-pip-version-check install --no-deps --require-hashes \
	    -r benchmarks/requirements.lock
	@$(PEERS)/bin/python -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation --editable .
	@touch $@
