package dev.regulars.faults;

import com.mongodb.client.MongoClients;
import dev.regulars.faults.Plan.Blow;
import dev.regulars.faults.Whole.Recovery;
import dev.regulars.faults.story.Callers;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Partner;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Mails;
import dev.regulars.faults.suite.Patience;
import dev.regulars.faults.suite.Suite;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rounds of one kill and one restart each, in a suite that is started once, and the questions at the end. */
final class Trial {

    /** Of one check: so many show what is wrong, and leave room for what others found. */
    private static final int MOST_SHOWN = 30;

    private final SandboxProcess sandbox;
    private final Suite suite;
    private final Plan plan;
    private final Diary diary;
    private final Recoveries recoveries = new Recoveries();
    private final List<String> faults = new ArrayList<>();

    Trial(SandboxProcess sandbox, long seed, Diary diary) {
        this.sandbox = sandbox;
        this.suite = new Suite(sandbox);
        this.plan = new Plan(seed);
        this.diary = diary;
    }

    /** Answers what was wrong. */
    List<String> play(int rounds) throws IOException, InterruptedException {
        diary.say("starting the suite, two replicas of each of " + Plan.REPLICATED);
        sandbox.start();
        Demo demo = sandbox.demo();
        var repertoire = new Repertoire(demo, new Mails(suite::mails));
        var calls = new Calls(suite.gateways());
        var callers = new Callers(repertoire.paces(), calls);
        try (var partner = new Partner(suite, repertoire.tellings());
                var mongo = MongoClients.create(sandbox.mongo())) {
            repertoire.rehearse(calls);
            partner.start();
            callers.start();
            kill(rounds, new Whole(suite, repertoire.stories(), doors()), repertoire);
            callers.stop();
            ask(List.of(callers, partner));
            ask(repertoire.checks(mongo, sandbox.kafka(), calls));
            diary.say("%s; %d calls were repeated, %s"
                    .formatted(repertoire.tally(), calls.repeats(), repertoire.repeats()));
        }
        return faults;
    }

    private List<Calls> doors() {
        return suite.gateways().stream()
                .map(gateway -> new Calls(List.of(gateway)))
                .toList();
    }

    Recoveries recoveries() {
        return recoveries;
    }

    /** Until one is not overcome: what came after it would tell nothing new. */
    private void kill(int rounds, Whole whole, Repertoire repertoire) {
        Recovery recovery = recover(whole, () -> {});
        diary.say("all green, callers are at work");
        for (int round = 1; round <= rounds && recovery.isComplete(); round++) {
            Blow blow = plan.next();
            Patience.pause(blow.before());
            recovery = strike(blow, whole);
            recoveries.add(blow.kind(), recovery);
            diary.say("round %3d of %d: kill -9 %s, %s; %s so far"
                    .formatted(round, rounds, blow, recovery, repertoire.tally()));
        }
        recovery.missing().forEach(what -> faults.add("Not whole in the last round, missing: " + what));
    }

    private Recovery strike(Blow blow, Whole whole) {
        return recover(whole, () -> {
            diary.note("kill -9 " + blow.victim());
            suite.kill(blow.victim());
            Patience.pause(blow.dead());
            diary.note("start " + blow.victim());
            suite.start(blow.victim());
            diary.note(blow.victim() + " is ready");
        });
    }

    private static Recovery recover(Whole whole, Runnable mishap) {
        long begun = System.nanoTime();
        try {
            mishap.run();
            return whole.await(begun);
        } catch (IllegalStateException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new Recovery(took, took, List.of(String.valueOf(e.getMessage())));
        }
    }

    private void ask(List<Check> checks) {
        for (Check check : checks) {
            var patience = new Patience();
            boolean well = patience.await(() -> faults(check).isEmpty());
            List<String> found = well ? List.of() : faults(check);
            found.stream().limit(MOST_SHOWN).forEach(faults::add);
            diary.say("%s: %s".formatted(check.getClass().getSimpleName(), well ? "well" : found.size() + " FAULTS"));
        }
    }

    /** Also where the suite does not answer what a check has to know. */
    private static List<String> faults(Check check) {
        try {
            return check.faults();
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
