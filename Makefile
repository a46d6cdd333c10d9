# Each verb does all its own set-up; the environment is .venv.
.DEFAULT_GOAL := help
.PHONY: help run test test-fast e2e check bench shots lock synth cost deploy

PYTEST := .venv/bin/python -m pytest -n 2 --dist loadgroup

help:       ## show the verbs
	@sed -n 's/^\([a-z-]*\): .*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-10s %s\n", $$1, $$2}'

run:        ## start the whole service on this machine: database, cache, API, worker, web pages (Ctrl-C stops it)
	@tools/setup run
	@tools/web build
	@.venv/bin/newsforge up

test: check ## every check and every test (what CI runs)
	@tools/setup infra
	@.venv/bin/mypy infra
	@tools/pytest-twice
	@tools/web unit
	@tools/web e2e

e2e:        ## every journey in a real browser, axe on every page in three languages too
	@tools/setup run
	@tools/web e2e

test-fast:  ## the tests of the inner loop, in under three minutes
	@tools/setup run test
	@$(PYTEST) -m "not slow" -q --ignore=tests/infra

check:      ## format, lint, types, import rules, lock files, the web's too
	@tools/setup run test
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/pylint --score=n src/newsforge
	@.venv/bin/lint-imports
	@.venv/bin/python tools/check_locks.py
	@tools/web check

bench:      ## speed and quality, as tables and JSON (NEWSFORGE_BENCH_DATA=folder for the quality data)
	@tools/setup run bench
	@.venv/bin/python -m benchmarks

shots:      ## pictures of every page, light and dark, Korean and English, desktop and phone, into shots/
	@tools/setup run
	@tools/web shots

lock:       ## make requirements/*.txt anew from requirements/*.in
	@tools/lock

synth:      ## write the AWS templates of ENV=dev|staging|prod|prod-lean|prod-recovery|lean-recovery into infra/cdk.out/
	@tools/newsforge-infra synth --environment "$(ENV)"

cost:       ## the monthly AWS bill, every environment beside the others, and what growth costs
	@tools/newsforge-infra cost --compare

deploy:     ## bring ENV into your AWS account (needs credentials, Docker, Node and two answers: docs/infrastructure.md)
	@tools/newsforge-infra deploy --environment "$(ENV)"
