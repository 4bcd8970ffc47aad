package dev.regulars.faults;

import com.mongodb.client.MongoClients;
import dev.regulars.faults.KillPlan.Kill;
import dev.regulars.faults.RecoveryProbe.Recovery;
import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.ScenarioRunner;
import dev.regulars.faults.scenario.delivery.DeliveryReader;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.faults.suite.SuiteControl;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs rounds of one kill and one restart each in a running suite with fresh data, then checks the invariants. */
public final class FaultRun {

    /** Per invariant: enough to show the problem, and few enough to see the others. */
    private static final int MOST_SHOWN = 30;

    private static final int SLOWNESS_OF_A_START = 5;

    private final SandboxProcess sandbox;
    private final SuiteControl suite;
    private final KillPlan plan;
    private final RunLog log;
    private final RecoveryTimes recoveries = new RecoveryTimes();
    private final List<String> violations = new ArrayList<>();

    /**
     * With random kills, which the seed repeats.
     *
     * @param replicated the services of which two replicas run
     */
    public FaultRun(SandboxProcess sandbox, List<String> replicated, long seed, RunLog log) {
        this(sandbox, new KillPlan(seed, replicated), log);
    }

    FaultRun(SandboxProcess sandbox, KillPlan plan, RunLog log) {
        this.sandbox = sandbox;
        this.suite = new SuiteControl(sandbox);
        this.plan = plan;
        this.log = log;
    }

    /**
     * Returns the violations.
     *
     * @param warmUp load without kills before the first round, to find how light it must be to leave the machine half idle
     */
    public List<String> run(int rounds, Duration warmUp) throws IOException, InterruptedException {
        Demo demo = sandbox.demo();
        var scenarios = new Scenarios(demo, new Mailboxes(suite::mails));
        var client = new RetryingClient(suite.gateways());
        var runner = new ScenarioRunner(scenarios.loadProfiles(), client);
        try (var reader = new DeliveryReader(suite, scenarios.deliveries());
                var mongo = MongoClients.create(sandbox.mongo())) {
            scenarios.warmUp(client);
            reader.start();
            runner.start();
            kill(rounds, warmUp, new RecoveryProbe(suite, scenarios.all(), gateways()), runner, scenarios);
            runner.stop();
            check(List.of(runner, reader));
            check(scenarios.invariants(mongo, sandbox.kafka(), client));
            log.print("%s; %d retries, %s".formatted(scenarios.summary(), client.repeats(), scenarios.repeats()));
        }
        return violations;
    }

    private List<RetryingClient> gateways() {
        return suite.gateways().stream()
                .map(gateway -> new RetryingClient(List.of(gateway)))
                .toList();
    }

    RecoveryTimes recoveries() {
        return recoveries;
    }

    /** Stops at the first round that does not recover: later rounds would show nothing new. */
    private void kill(int rounds, Duration warmUp, RecoveryProbe probe, ScenarioRunner runner, Scenarios scenarios) {
        runner.slowDown(SLOWNESS_OF_A_START);
        Recovery recovery = recover(probe, () -> {});
        runner.slowDown(1);
        log.print("all processes are ready, the load is running");
        int slowness = LoadCalibration.find(warmUp, runner, log);
        for (int round = 1; round <= rounds && recovery.isComplete(); round++) {
            Kill kill = plan.next();
            Deadline.pause(kill.delay());
            recovery = execute(kill, probe, runner, slowness);
            runner.slowDown(1);
            recoveries.add(kill.kind(), recovery);
            log.print("round %3d of %d: kill -9 %s, %s; %s so far"
                    .formatted(round, rounds, kill, recovery, scenarios.summary()));
        }
        recovery.missing().forEach(what -> violations.add("No recovery in the last round, missing: " + what));
    }

    /** The kill and the time without the process see the whole load; a process that starts does not fight it for two cores. */
    private Recovery execute(Kill kill, RecoveryProbe probe, ScenarioRunner runner, int slowness) {
        return recover(probe, () -> {
            log.record("kill -9 " + kill.target());
            suite.kill(kill.target());
            Deadline.pause(kill.downtime());
            runner.slowDown(SLOWNESS_OF_A_START * slowness);
            log.record("start " + kill.target());
            suite.start(kill.target());
            log.record(kill.target() + " is ready");
        });
    }

    private static Recovery recover(RecoveryProbe probe, Runnable fault) {
        long startedAt = System.nanoTime();
        try {
            fault.run();
            return probe.await(startedAt);
        } catch (IllegalStateException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
            return new Recovery(took, took, List.of(String.valueOf(e.getMessage())));
        }
    }

    private void check(List<Invariant> invariants) {
        for (Invariant invariant : invariants) {
            var deadline = new Deadline();
            boolean holds = deadline.await(() -> violations(invariant).isEmpty());
            List<String> found = holds ? List.of() : violations(invariant);
            found.stream().limit(MOST_SHOWN).forEach(violations::add);
            log.print("%s: %s"
                    .formatted(invariant.getClass().getSimpleName(), holds ? "holds" : found.size() + " VIOLATIONS"));
        }
    }

    /** Reports a suite that does not answer as a violation, too. */
    private static List<String> violations(Invariant invariant) {
        try {
            return invariant.violations();
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
