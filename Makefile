# The two commands of the README, and those for work on the program. Without make: python3 -m setup run

PYTHON ?= python3
SETUP = $(PYTHON) -m setup

.PHONY: help run test check bench accuracy format clean

help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

run:  ## install what is missing and open UADesk
	@$(SETUP) run $(ARGS)

test:  ## install what is missing, check everything and run every test
	@$(SETUP) test $(ARGS)

check:  ## format, lint, types, import contracts and the quick tests
	@$(SETUP) check $(ARGS)

bench:  ## measure 100, 1,000 and 10,000 letters with their envelopes
	@$(SETUP) bench $(ARGS)

accuracy:  ## measure how well bulletins of every family and format are read
	@$(SETUP) accuracy $(ARGS)

format:  ## bring the code into its form
	@$(SETUP) format $(ARGS)

clean:  ## remove the environment and everything else that these commands made, but no desk and no paper
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
