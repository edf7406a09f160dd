# The front door. Thin: CMakePresets.json says how to build, cmake/set_up.sh what must be installed.
# `make` is `make build`; JOBS=N limits the compilers that run at a time.
JOBS ?= $(shell nproc)
SECONDS ?= 60
DEMO := results/runs/kpn-2019.h5
REPORT := results/runs/kpn-2019.html

.PHONY: build test long soak demo deb bench renew-fields renew-documents renew-simulation screenshots asan faults fuzz check-style check-format check-tidy format set-up set-up-style set-up-fuzz set-up-deb clean
.DELETE_ON_ERROR:

build: set-up build/release/build.ninja
	cmake --build --preset release --parallel $(JOBS) --target uitwijk

test: set-up build/release/build.ninja
	cmake --build --preset release --parallel $(JOBS)
	ctest --preset release $(PATIENCE)

# What `make test` takes a sample of, whole: tests/README.md.
long: export UITWIJK_LONG := 1
long: PATIENCE := --timeout 7200
long: test

demo: build
	@mkdir -p $(dir $(DEMO))
	build/release/uitwijk run scenarios/kpn-2019.yaml -n 200 -o $(DEMO)
	build/release/uitwijk report $(DEMO) -o $(REPORT)
	@echo "The result file is $(DEMO); the report is $(REPORT): open it in a browser"

# The Debian package, with its man pages and completions: build/release/uitwijk.deb is the newest.
deb: build set-up-deb
	cd build/release && cpack -G DEB && cp "$$(ls -t uitwijk_*.deb | head -n 1)" uitwijk.deb

# The golden tests, written anew: read the diff, and say in CHANGES.md why. `documents` is what is
# printed, `simulation` the digests and the result files that the documents are made from.
renew-documents: RENEWED := DocumentGoldens
renew-simulation: RENEWED := SimulationGoldens
renew-documents renew-simulation: renew-%: set-up build/release/build.ninja
	cmake --build --preset release --parallel $(JOBS) --target regression_tests
	UITWIJK_RENEW=$* ctest --preset release -R $(RENEWED)

# The page of the manual and the types of the pages that are made from the tables in reports/fields.
renew-fields: set-up build/release/build.ninja
	cmake --build --preset release --parallel $(JOBS) --target unit_tests
	UITWIJK_RENEW=fields ctest --preset release -R FieldPages

# Numbers of one machine, so no part of `make test`.
bench: set-up build/release/build.ninja
	cmake --build --preset release --target bench

asan: set-up build/asan/build.ninja
	cmake --build --preset asan --parallel $(JOBS)
	ctest --preset asan

# Every command with every fault of the system, at forty places each: hours. `make test` has a sample.
faults: set-up build/release/build.ninja
	cmake --build --preset release --parallel $(JOBS) --target faults_tests
	UITWIJK_LONG=1 UITWIJK_FAULTS=1 build/release/tests/faults_tests

# Whether memory, open files and processes stay level: 20,000 replications, and 20 minutes of previews.
soak: build
	tests/soak/soak.py build/release/uitwijk run
	tests/soak/soak.py build/release/uitwijk file
	tests/soak/soak.py build/release/uitwijk serve

# Every view of the report and every state of the what-if page as a picture, to be looked at.
screenshots: build
	cmake --build --preset release --target screenshots

# Hostile bytes for the readers, SECONDS=N for each of the harnesses in tests/fuzz.
fuzz: set-up set-up-fuzz build/fuzz/build.ninja
	cmake --build --preset fuzz --parallel $(JOBS)
	tests/fuzz/run.sh build/fuzz $(SECONDS)

check-style: check-format check-tidy

check-format: set-up-style
	git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 --style=file --dry-run -Werror

format: set-up-style
	git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 --style=file -i

# Reads the rooms only: GoogleTest's macros set off half of the list.
check-tidy: set-up-style set-up build/release/build.ninja
	cmake --build --preset release --target commit
	git ls-files 'models/*.cpp' 'scenarios/*.cpp' 'results/*.cpp' 'sim/*.cpp' 'analysis/*.cpp' 'studies/*.cpp' 'reports/*.cpp' 'cli/*.cpp' \
	  | xargs -n 1 -P $(JOBS) clang-tidy-14 --quiet -p build/release --extra-arg=-Wno-unknown-warning-option --warnings-as-errors='*'

set-up:
	@cmake/set_up.sh cmake/debian-packages.txt

set-up-style:
	@cmake/set_up.sh cmake/debian-packages-style.txt

set-up-fuzz:
	@cmake/set_up.sh cmake/debian-packages-fuzz.txt

set-up-deb:
	@cmake/set_up.sh cmake/debian-packages-deb.txt

build/%/build.ninja: CMakePresets.json | set-up
	cmake --preset $*

clean:
	rm -rf build
