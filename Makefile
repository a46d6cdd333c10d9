# Each verb does all its own set-up; the environment is .venv.
.DEFAULT_GOAL := help
.PHONY: help run test test-fast check bench lock

PYTEST := .venv/bin/python -m pytest -n 2 --dist loadgroup

help:       ## show the verbs
	@sed -n 's/^\([a-z-]*\): .*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-10s %s\n", $$1, $$2}'

run:        ## start the whole service on this machine: database, cache, API, worker (Ctrl-C stops it)
	@tools/setup run
	@.venv/bin/newsforge up

test: check ## every check and every test (what CI runs)
	@$(PYTEST)

test-fast:  ## the tests of the inner loop, in under three minutes
	@tools/setup run test
	@$(PYTEST) -m "not slow" -q

check:      ## format, lint, types, import rules, lock files
	@tools/setup run test
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/pylint --score=n src/newsforge
	@.venv/bin/lint-imports
	@.venv/bin/python tools/check_locks.py

bench:      ## speed and quality, as tables and JSON (NEWSFORGE_BENCH_DATA=folder for the quality data)
	@tools/setup run bench
	@.venv/bin/python -m benchmarks

lock:       ## make requirements/*.txt anew from requirements/*.in
	@tools/lock
