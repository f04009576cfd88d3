# kb. `make help` lists what can be made; `make demo` shows it at work.

SWIFT ?= swift
# Where `make install` puts it; DESTDIR comes in front, for packagers.
PREFIX ?= /usr/local
# More flags for swift build and swift test, say `make test SWIFTFLAGS="-j 2"`.
SWIFTFLAGS ?=
# Of `make fuzz`: inputs for each target, and where its dice begin.
RUNS ?= 10000
SEED ?= 1
FUZZ_CORPUS ?= .build/fuzz-corpus

KB := .build/release/kb
DEMO := .build/demo.db
SOURCES := Sources Tests Benchmarks Package.swift

# Swift keeps its caches in the home folder; where there is none to write to, they stay in the build folder.
ifneq ($(shell test -n "$$HOME" && test -w "$$HOME" && echo yes),yes)
export HOME := $(CURDIR)/.build/home
$(shell mkdir -p "$(CURDIR)/.build/home")
endif

.DEFAULT_GOAL := help
.PHONY: help demo build test test-crash test-contention sanitize fuzz fuzz-guided golden lint format install uninstall \
  bench-extract bench-search bench-link bench-ingest clean packages

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

demo: build ## build, read SampleData, answer one question in each language
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@echo
	$(KB) --db $(DEMO) ingest SampleData
	@echo
	$(KB) --db $(DEMO) --no-pager --lang en query --domain energy --format cards --limit 3
	@echo
	$(KB) --db $(DEMO) --no-pager --lang fr query --domaine santé --format cards --limit 3
	@echo
	@echo "Ask more, in English or French:   $(CURDIR)/$(KB) --db $(CURDIR)/$(DEMO) shell"
	@echo "Read communiqués of your own:     $(CURDIR)/$(KB) --db $(CURDIR)/$(DEMO) ingest FILE-OR-FOLDER …"
	@echo "Install it:                       make -C $(CURDIR) install PREFIX=\$$HOME/.local"

build: packages ## build the release binary, .build/release/kb
	$(SWIFT) build -c release --static-swift-stdlib --product kb $(SWIFTFLAGS)

test: packages ## run all tests
	$(SWIFT) test --parallel $(SWIFTFLAGS)

test-crash: packages ## kill kb ingest 200 times at random moments (KB_SEED chooses others)
	KB_KILLS=200 $(SWIFT) test --filter CrashTests $(SWIFTFLAGS)

test-contention: packages ## two writers and four readers on one store for a minute
	KB_SECONDS=60 $(SWIFT) test --filter ContentionTests $(SWIFTFLAGS)

# Leaks are not looked for: XCTest's own would fail every run. The program that the tests start is sanitized too, and
# slow: it is killed less often. Threads are told of by the tests of the modules, of ingestion and of crowds.
THREADED := ^(Communique|JSONText|Commands|SQLiteStore|KnowledgeBase|Ingestion|Concordance|Reader)Tests\.|IngestTests|ContentionTests
sanitize: packages ## run the tests under the address and the thread sanitizer
	KB_KILLS=2 KB_SECONDS=2 ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize address --scratch-path .build/asan $(SWIFTFLAGS)
	KB_SECONDS=2 $(SWIFT) test --sanitize thread --scratch-path .build/tsan --filter '$(THREADED)' $(SWIFTFLAGS)

fuzz: packages ## put RUNS mutated inputs to each part that takes what others wrote (SEED chooses others)
	$(SWIFT) build -c release --static-swift-stdlib --product kb-fuzz $(SWIFTFLAGS)
	.build/release/kb-fuzz --runs $(RUNS) --seed $(SEED)

# Swift's own report of a trap would come before libFuzzer's, which keeps the input.
# One target after the other; what is new to the program is kept in FUZZ_CORPUS, so that the next run goes on from there.
fuzz-guided: packages ## the same by libFuzzer, which looks for inputs that reach new code
	KB_FUZZ=1 $(SWIFT) build -c release --product kb-fuzz-guided --scratch-path .build/fuzz \
	  -Xswiftc -sanitize=fuzzer $(SWIFTFLAGS)
	@set -e; for target in analysis queries readers exports; do \
	  seeds=Tests/Fuzz/Corpus/$$target; [ $$target != readers ] || seeds=Tests/ReaderTests/Files; \
	  mkdir -p $(FUZZ_CORPUS)/$$target; echo "$$target: $(RUNS) runs, seed $(SEED)"; \
	  SWIFT_BACKTRACE=enable=no KB_FUZZ_TARGET=$$target .build/fuzz/release/kb-fuzz-guided -runs=$(RUNS) -seed=$(SEED) -timeout=10 \
	    -max_len=12000 -verbosity=0 -print_final_stats=1 -artifact_prefix=$(FUZZ_CORPUS)/$$target- \
	    $(FUZZ_CORPUS)/$$target $$seeds; \
	done

golden: packages ## record anew what golden files and README show (then read the diff)
	KB_RECORD=1 $(SWIFT) test --filter "GoldenTests|ReadmeTests" $(SWIFTFLAGS)
	@git --no-pager diff --stat -- Tests README.md 2>/dev/null || true

lint: ## check the layout of the code
	$(SWIFT) format lint --strict --parallel --recursive $(wildcard $(SOURCES))

format: ## lay the code out as the lint wants it
	$(SWIFT) format --in-place --parallel --recursive $(wildcard $(SOURCES))

install: build ## install binary, manual pages and completions under PREFIX
	install -Dm 755 $(KB) "$(DESTDIR)$(PREFIX)/bin/kb"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/man/fr/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	$(KB) --lang en man > "$(DESTDIR)$(PREFIX)/share/man/man1/kb.1"
	$(KB) --lang fr man > "$(DESTDIR)$(PREFIX)/share/man/fr/man1/kb.1"
	$(KB) completions bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/kb"
	$(KB) completions zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_kb"
	$(KB) completions fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kb.fish"

uninstall: ## take away what `make install` put under PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/kb" "$(DESTDIR)$(PREFIX)/share/man/man1/kb.1" \
	  "$(DESTDIR)$(PREFIX)/share/man/fr/man1/kb.1" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/kb" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_kb" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kb.fish"

bench-extract: build ## measure kb extract beside SQLite FTS5 on 20 and 100 MB
	$(SWIFT) build -c release --static-swift-stdlib --product extract-benchmark $(SWIFTFLAGS)
	.build/release/extract-benchmark --kb $(KB)

bench-search: packages ## measure queries on large stores
	$(SWIFT) run -c release --static-swift-stdlib $(SWIFTFLAGS) search-benchmark

bench-link: packages ## measure aligning versions, and finding a document's partner among 70,000
	$(SWIFT) run -c release --static-swift-stdlib $(SWIFTFLAGS) link-benchmark

bench-ingest: build ## measure kb ingest beside the sqlite3 shell on 15,000 documents
	$(SWIFT) build -c release --static-swift-stdlib --product ingest-benchmark $(SWIFTFLAGS)
	.build/release/ingest-benchmark --kb $(KB)

clean: ## remove all that was built
	rm -rf .build

# C libraries that are missing are installed; quick where none is.
packages:
	@.ci/packages
