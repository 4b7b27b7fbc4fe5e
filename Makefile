# What a newcomer and a build machine need; how each is done stands in scripts/.
.PHONY: run setup dist check content-report test soak bench

run: dist ## Build, and start the demo at http://127.0.0.1:3000
	target/dist/augenhoehe demo

setup: ## Install what building takes
	@scripts/setup.sh >&2

dist: setup ## Leave the one file to deploy at target/dist/augenhoehe
	scripts/dist.sh

check: setup ## Format, lints, content, licences
	scripts/check.sh

content-report: setup ## What the curriculum consists of, as Markdown: length, readability, dialogues, ideas, what recurs
	@cargo run -q -p augenhoehe-server -- content-report content

test: ## Everything that must hold before a change is merged
	scripts/test.sh

soak: ## The long runs: hundreds of kills, thousands of random inputs
	scripts/soak.sh

bench: ## Speed beside a plain handler and a raw insert
	scripts/bench.sh
