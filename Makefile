# Regulars: the commands. Each needs a JDK 21 or newer (found by dev/local/jdk) and Maven.
SHELL := /bin/bash
MAVEN := export JAVA_HOME="$$(dev/local/jdk)" && mvn -B -ntp
DESCRIBED := identity-service,community-service,messaging-service,gamification-service,rewards-service,analysis-service,webhook-service
comma := ,
SERVICES := gateway,identity-service,community-service,messaging-service,gamification-service,rewards-service,analysis-service,webhook-service
SHARED := .,libs/events,libs/crypto,libs/web,libs/callers,libs/internal,libs/reencryption,libs/eventing,libs/media,dev/local,dev/testkit,docs/portal

.PHONY: help up down quick test faults timing bench fmt check openapi events fuzz metrics lint mutants rotate rekey rebuild audit manifests dryrun images rolling outage restore migrate upgrade configuration
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1#\2/p' $(MAKEFILE_LIST) | awk -F'#' '{printf "%-14s %s\n", $$1, $$2}'

up: ## build what changed and start the suite; prints a tour of curl calls
	@dev/sandbox/sandbox up

down: ## stop the suite and keep its data
	@dev/sandbox/sandbox down

quick: ## check formatting, architecture rules and the tests of the packages that changed since main
	@modules=$$(dev/changed modules) && \
	if [ -z "$$modules" ]; then echo "Nothing changed since main"; exit; fi; \
	echo "Checking $$modules" && \
	$(MAVEN) -T 2 -Pbench -pl "$$modules" -am spotless:check test -Dtest="$$(dev/changed tests)" -Dsurefire.failIfNoSpecifiedTests=false

test: ## run everything: formatting, architecture rules, tests, the suite as processes with a kill round
	@$(MAVEN) -T 3 spotless:check verify

faults: ## stop the database for 30 s, race at full length, then run 50 kill rounds under load (rounds=200; seed=… repeats a run), then apply a bulk file of 50,000 rows with three kills, then chat, replay, sell, post and deliver under kills, then make timing
	@echo "Stopping the database for half a minute" && mkdir -p .sandbox/logs && \
	$(MAVEN) -pl libs/eventing/tests,webhook-service -am test -Dtest=StalledConsumerTest -Dsurefire.failIfNoSpecifiedTests=false -Daway.seconds=30 >.sandbox/logs/away.log 2>&1 || \
	{ grep -m 5 '^\[ERROR\]' .sandbox/logs/away.log; echo "More in .sandbox/logs/away.log"; exit 1; }
	@echo "Racing owners and roles, and repeating random cases" && \
	$(MAVEN) -pl identity-service,community-service,gamification-service,analysis-service -am test -Dtest='*RaceTest,WeightTableTest,AnalysisRoundTripTest,LoyaltyOverviewResourceTest,StreakRuleTest,MemberPermissionsTest,RotationTest#parallelRotationsAreOne' -Dsurefire.failIfNoSpecifiedTests=false -Draces=full -Djqwik.tries.default=100000 >.sandbox/logs/races.log 2>&1 || \
	{ grep -m 5 '^\[ERROR\]' .sandbox/logs/races.log; echo "More in .sandbox/logs/races.log"; exit 1; }
	@echo "Walking through the statuses of orders" && \
	$(MAVEN) -pl rewards-service -am test -Dtest='OrderChangesTest#aRandomWalk*' -Dsurefire.failIfNoSpecifiedTests=false -Dwalk.steps=10000 >.sandbox/logs/walk.log 2>&1 || \
	{ grep -m 5 '^\[ERROR\]' .sandbox/logs/walk.log; echo "More in .sandbox/logs/walk.log"; exit 1; }
	@dev/sandbox/build
	@"$$(dev/local/jdk)/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Drepository="$$PWD" \
		-Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar dev/faults/target/faults.jar $(or $(rounds),50) $(seed)
	@"$$(dev/local/jdk)/bin/java" -Xmx256m -XX:+UseSerialGC -Drepository="$$PWD" \
		-cp dev/faults/target/faults.jar dev.regulars.faults.bulk.Main 50000 $(seed)
	@"$$(dev/local/jdk)/bin/java" -Xmx256m -XX:+UseSerialGC -Drepository="$$PWD" \
		-cp dev/faults/target/faults.jar dev.regulars.faults.workload.Main $(seed)
	@$(MAKE) --no-print-directory timing

timing: ## measure timing side channels of account operations and latency during a login storm
	@dev/sandbox/build
	@"$$(dev/local/jdk)/bin/java" -Xmx256m -XX:+UseSerialGC -Drepository="$$PWD" \
		-cp dev/faults/target/faults.jar dev.regulars.faults.timing.Main

bench: ## measure the suite beside its peers and write docs/reports, about 13 minutes; row="login refresh" for single benchmarks
	@dev/bench/bench $(row)

fmt: ## format all files
	@$(MAVEN) -q spotless:apply

check: ## check formatting, architecture rules, compilation and the committed documents
	@$(MAVEN) spotless:check test -Dtest=ArchitectureTest,ServiceConformanceTest,MergeTest,EventSchemasTest -Dsurefire.failIfNoSpecifiedTests=false

openapi: ## write docs/openapi from what the services say of themselves
	@$(MAVEN) -q -DskipTests -pl $(SHARED) install
	@rm -rf target/openapi && $(MAVEN) -q -pl $(DESCRIBED) test -Dtest=ServiceConformanceTest -Dcopies=write
	@$(MAVEN) -q -pl gateway test -Dtest=MergeTest -Dcopies=write

events: ## write docs/events from the records of libs/events
	@$(MAVEN) -q -pl libs/events,dev/local,dev/testkit test -Dtest=EventSchemasTest -Dcopies=write -Dsurefire.failIfNoSpecifiedTests=false

configuration: ## write docs/configuration.md from the settings that the code declares
	@$(MAVEN) -q -pl libs/events,dev/local,dev/testkit test -Dtest=ConfigReferenceTest -Dcopies=write -Dsurefire.failIfNoSpecifiedTests=false

fuzz: ## fuzz a running sandbox by its OpenAPI document
	@dev/fuzz

.PHONY: sdk
sdk: ## generate the clients for Java and TypeScript and use them against a running sandbox
	@dev/sdk

lint: ## check the published OpenAPI document with validators, linters and client generators
	@dev/lint

rotate: ## rotate the signing key of a running sandbox under load: no call may fail (rate=200 per second)
	@dev/rotate $(rate)

rolling: ## restart every replica of a suite of its own, one after the other, at 100 requests a second: no call may fail (rate=200)
	@dev/rolling $(rate)

outage: ## stop broker and database for 30 s each under load: nothing acknowledged may be lost (seconds=60)
	@dev/sandbox/build
	@"$$(dev/local/jdk)/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Drepository="$$PWD" -Doutage.seconds=$(or $(seconds),30) \
		-Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar dev/faults/target/faults.jar 2

restore: ## back up a suite of its own, lose it, restore it, and compare ledger and directory
	@dev/restore

migrate: ## bring the documents of a running sandbox to the form of this version
	@dev/migrate

upgrade: ## start this version on the data that earlier releases kept in dev/releases
	@dev/upgrade

rebuild: ## write what other services own of members into the directory of a running sandbox again (community=<id>)
	@dev/rebuild-directory $(community)

rekey: ## rotate the master key of the sandbox and re-encrypt everything
	@dev/rekey

manifests: ## validate deploy/ offline: schemas, policies, alert rules, dashboards, compose file
	@dev/manifests/check

images: ## write an image per service into target/images; a release needs base=image@sha256:… version=1.0 (arch="amd64 arm64")
	@dev/images/build "$(base)" "$(or $(version),1.0-SNAPSHOT)" $(arch)

dryrun: ## apply deploy/ to a real kube-apiserver as a dry run; builds it once, ten minutes
	@dev/manifests/dry-run

mutants: ## apply small mutations to a copy of the code and check that tests catch them
	@dev/mutants

metrics: ## write docs/metrics.md from the metrics of running services
	@rm -f dev/system-tests/target/metrics.md
	@$(MAVEN) -q -T 2 -pl dev/system-tests -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test='MetricsIT#thePage*' || true
	@cp dev/system-tests/target/metrics.md docs/metrics.md

audit: ## write an SBOM per service and check them against the OSV database
	@$(MAVEN) -q -T 2 -Psbom -pl $(SERVICES) -am -DskipTests -Dquarkus.build.skip=true package
	@if ! command -v osv-scanner >/dev/null; then \
		echo "Not audited: osv-scanner is not installed (https://google.github.io/osv-scanner). The SBOMs are */target/bom.json"; \
	elif ! curl -s -m 10 -o /dev/null https://api.osv.dev; then \
		echo "Not audited: api.osv.dev cannot be reached. The SBOMs are */target/bom.json"; \
	else osv-scanner scan source $(foreach service,$(subst $(comma), ,$(SERVICES)),-L $(service)/target/bom.json); fi
