# The commands of the README. `make` only prepares the tools; every step is a command that also works by hand.
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve build test test-fast transcripts transcripts-firefox check bench lock install install-test words audit audit-repeat audit-mutations audit-second-opinion bench-audit other-tools

serve: install
	$(BIN)/curbcut serve --port $(PORT)

build: install
	$(BIN)/curbcut build

test: install-test
	CI=$(CI) $(PYTHON) tools/install_browsers.py
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -m "not voice_firefox"

# What Orca says on eight journeys; a part of `make test` too.
transcripts: install-test
	CI=$(CI) $(PYTHON) tools/install_browsers.py
	$(BIN)/python -m pytest a11y_tests/test_transcripts.py -m voice

transcripts-firefox: install-test
	CI=$(CI) $(PYTHON) tools/install_browsers.py
	$(BIN)/python -m pytest a11y_tests/test_transcripts.py -m voice_firefox

test-fast: install-test
	$(BIN)/python -m pytest -m "not browser and not server" --numprocesses auto

check: install-test
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

bench: install-test
	$(BIN)/python -m benchmarks

# The project's own pages in every state: reports in audit-report/, and the figures for the accessibility statement.
audit: install-test
	CI=$(CI) $(PYTHON) tools/install_browsers.py
	$(BIN)/python -m a11y_tests.own_audit.audit --publish docs/accessibility

audit-repeat: install-test
	$(BIN)/python -m a11y_tests.own_audit.repeat

audit-mutations: install-test
	$(BIN)/python -m a11y_tests.mutations

audit-second-opinion: other-tools
	$(BIN)/python -m a11y_tests.own_audit.second_opinion

bench-audit: other-tools
	$(BIN)/python -m a11y_tests.own_audit.bench

# About 300 packages of npm, which nothing else needs.
other-tools: install-test
	CI=$(CI) $(PYTHON) tools/install_browsers.py
	cd a11y_tests/other_tools && npm ci --ignore-scripts --no-audit --no-fund --silent

install:
	$(PYTHON) tools/make_venv.py run

install-test:
	$(PYTHON) tools/make_venv.py test

words: install-test
	$(BIN)/python tools/update_words.py

# For maintainers: needs uv. Nothing in an installation needs it.
lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  pyproject.toml --extra audit --group maintain --group test -o requirements/test.txt
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  pyproject.toml --group maintain -c requirements/test.txt -o requirements/run.txt
