# Regulars: the commands. Each needs a JDK 21 or newer (found by dev/local/jdk) and Maven.
SHELL := /bin/bash
MAVEN := export JAVA_HOME="$$(dev/local/jdk)" && mvn -B -ntp
DESCRIBED := identity-service,community-service,webhook-service
SHARED := .,libs/events,libs/crypto,libs/web,libs/internal,libs/reencryption,libs/eventing,dev/local,dev/testkit

.PHONY: help up down quick test faults bench fmt check openapi events fuzz metrics lint mutants rotate rekey timing
.DEFAULT_GOAL := help

help: ## show this
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1#\2/p' $(MAKEFILE_LIST) | awk -F'#' '{printf "%-14s %s\n", $$1, $$2}'

up: ## build what changed, start the whole suite, play: prints a tour to paste
	@dev/sandbox/sandbox up

down: ## stop the suite; its data is kept
	@dev/sandbox/sandbox down

quick: ## look and tests of what changed since main, and of what depends on it
	@modules=$$(dev/changed) && \
	if [ -z "$$modules" ]; then echo "Nothing changed since main"; exit; fi; \
	echo "Checking $$modules and what depends on them"; \
	echo "Compiling what all share" && $(MAVEN) -q -DskipTests -pl $(SHARED) install && \
	$(MAVEN) -pl $$modules spotless:check && $(MAVEN) -pl $$modules -amd test

test: ## everything: look, rules, tests, the suite as processes
	@$(MAVEN) spotless:check verify

faults: ## take the database away for half a minute, then kill parts of the suite at random while callers are at work: 50 times, or rounds=200; seed=… plays the same again; then ask what strangers learn from the time of answers, and whether a storm of logins disturbs anybody
	@echo "Taking the database away for half a minute" && mkdir -p .sandbox/logs && \
	$(MAVEN) -pl libs/eventing -am test -Dtest=StalledConsumerTest -Dsurefire.failIfNoSpecifiedTests=false -Daway.seconds=30 >.sandbox/logs/away.log 2>&1 || \
	{ grep -m 5 '^\[ERROR\]' .sandbox/logs/away.log; echo "More in .sandbox/logs/away.log"; exit 1; }
	@dev/sandbox/build
	@"$$(dev/local/jdk)/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Drepository="$$PWD" \
		-Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar dev/faults/target/faults.jar $(or $(rounds),50) $(seed)
	@$(MAKE) --no-print-directory timing

timing: ## the last part of make faults alone
	@dev/sandbox/build
	@"$$(dev/local/jdk)/bin/java" -Xmx256m -XX:+UseSerialGC -Drepository="$$PWD" \
		-cp dev/faults/target/faults.jar dev.regulars.faults.timing.Main

bench: ## measure the suite beside its peers, ten minutes: writes docs/reports; row=gateway for one comparison
	@dev/bench/bench $(row)

fmt: ## give every file the one look
	@$(MAVEN) -q spotless:apply

check: ## look, rules, compilation, and that the published documents are what the code says
	@$(MAVEN) spotless:check test -Dtest=ArchitectureTest,ServiceConformanceTest,MergeTest,EventSchemasTest -Dsurefire.failIfNoSpecifiedTests=false

openapi: ## write docs/openapi from what the services say of themselves
	@$(MAVEN) -q -DskipTests -pl $(SHARED) install
	@rm -rf target/openapi && $(MAVEN) -q -pl $(DESCRIBED) test -Dtest=ServiceConformanceTest -Dcopies=write
	@$(MAVEN) -q -pl gateway test -Dtest=MergeTest -Dcopies=write

events: ## write docs/events from the records of libs/events
	@$(MAVEN) -q -pl libs/events,dev/local,dev/testkit test -Dtest=EventSchemasTest -Dcopies=write -Dsurefire.failIfNoSpecifiedTests=false

fuzz: ## hold a running sandbox against its document, with calls that nobody thought of
	@dev/fuzz

lint: ## hold the published document against a linter's rules for such documents
	@dev/lint

rotate: ## a new key signs the tokens of a running sandbox, while callers go on: none of them may fail; rate=200 a second
	@dev/rotate $(rate)

rekey: ## a new master key for the sandbox; the old one is readable until everything is encrypted anew
	@dev/rekey

mutants: ## break a copy in small ways, and see that the tests notice each
	@dev/mutants

metrics: ## write docs/metrics.md from what running services show
	@dev/sandbox/build && rm -f dev/sandbox/target/metrics.md
	@$(MAVEN) -q -pl dev/sandbox -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test='MetricsIT#thePage*' || true
	@cp dev/sandbox/target/metrics.md docs/metrics.md
