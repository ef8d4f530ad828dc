# `make run` starts Prorata; `make test` proves it. The rest is for those who change it.
PYTHON := .venv/bin/python
INSTALLED := .venv/.installed
# A file's tests stay together, as they share a server; and files in their order, so that the model
# is trained while other tests run.
PYTEST := $(PYTHON) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help run chat test test-fast install train lint i18n widget bench nlu-report lock clean

help: ## show this list
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(INSTALLED) ## set everything up and start Prorata; Ctrl-C stops it
	@$(PYTHON) -m bot run

chat: $(INSTALLED) ## talk to it in the terminal
	@$(PYTHON) -m bot chat

test: $(INSTALLED) ## the whole suite, with coverage
	$(PYTEST) --cov --cov-report=term --cov-fail-under=90

test-fast: $(INSTALLED) ## what fits in a minute: no model, no servers
	$(PYTEST) -m "not slow" --hypothesis-profile quick

install: $(INSTALLED) ## make the environment in .venv from the lock file

$(INSTALLED): requirements.lock
	@python="$$(scripts/find-python)" && "$$python" -m venv .venv
	@echo "installing the environment (a few minutes the first time)"
	@if command -v uv >/dev/null 2>&1; \
	then uv pip sync --quiet --python $(PYTHON) --require-hashes requirements.lock; \
	else $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock; \
	fi
	@touch $@

train: $(INSTALLED) ## train the model of the current data, if there is none
	@$(PYTHON) -m bot train

lint: $(INSTALLED) ## ruff and mypy
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

i18n: $(INSTALLED) ## extract the texts, update the catalogues, check them
	$(PYTHON) -m bot.nlg

widget: $(INSTALLED) ## build the chat widget again (needs Node; running it does not)
	$(PYTHON) -m bot.widget
	cd bot/widget && npm ci --ignore-scripts && npm run --silent build

bench: $(INSTALLED) ## measure against the stock Rasa pipeline, into docs/performance.md
	$(PYTHON) -m benchmarks

nlu-report: $(INSTALLED) ## measure how well messages are understood, into docs/nlu/
	$(PYTHON) -m benchmarks.understanding

lock: ## pin pyproject.toml's dependencies again (needs uv)
	uv pip compile pyproject.toml --extra dev --python-version 3.10 --generate-hashes --no-emit-index-url --output-file requirements.lock

clean: ## remove what running and testing leave behind
	rm -rf .prorata .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage* htmlcov
