package dev.regulars.faults;

import com.mongodb.client.MongoClients;
import dev.regulars.faults.Plan.Blow;
import dev.regulars.faults.Whole.Recovery;
import dev.regulars.faults.check.EventLog;
import dev.regulars.faults.check.MadeOnce;
import dev.regulars.faults.check.NothingLeft;
import dev.regulars.faults.check.ToldInOrder;
import dev.regulars.faults.story.Callers;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Joins;
import dev.regulars.faults.story.Partner;
import dev.regulars.faults.story.Story;
import dev.regulars.faults.suite.Calls;
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
        var joins = new Joins(demo.webhooks().stream().map(Demo.Hook::name).toList());
        List<Story> stories = List.of(joins);
        var calls = new Calls(suite.gateways(), demo.apiKey());
        var callers = new Callers(stories, calls);
        try (var partner = new Partner(suite, stories);
                var mongo = MongoClients.create(sandbox.mongo())) {
            partner.start();
            callers.start();
            kill(rounds, new Whole(suite, stories, doors(demo)), joins);
            callers.stop();
            ask(List.of(
                    callers,
                    partner,
                    joins,
                    new MadeOnce(mongo, demo, joins),
                    new ToldInOrder(new EventLog(sandbox.kafka()), joins),
                    new NothingLeft(mongo, sandbox.kafka())));
            diary.say("%d joins acknowledged, %d calls repeated, %d deliveries, %d of them repeats"
                    .formatted(joins.acknowledged().size(), calls.repeats(), partner.count(), joins.twice()));
        }
        return faults;
    }

    private List<Calls> doors(Demo demo) {
        return suite.gateways().stream()
                .map(gateway -> new Calls(List.of(gateway), demo.apiKey()))
                .toList();
    }

    Recoveries recoveries() {
        return recoveries;
    }

    /** Until one is not overcome: what came after it would tell nothing new. */
    private void kill(int rounds, Whole whole, Joins joins) {
        Recovery recovery = whole.await(System.nanoTime());
        diary.say("all green, callers are at work");
        for (int round = 1; round <= rounds && recovery.isComplete(); round++) {
            Blow blow = plan.next();
            Patience.pause(blow.before());
            recovery = strike(blow, whole);
            recoveries.add(blow.kind(), recovery);
            diary.say("round %3d of %d: kill -9 %s, %s; %d joins so far"
                    .formatted(
                            round, rounds, blow, recovery, joins.acknowledged().size()));
        }
        recovery.missing().forEach(what -> faults.add("Not whole in the last round, missing: " + what));
    }

    private Recovery strike(Blow blow, Whole whole) {
        long killed = System.nanoTime();
        try {
            diary.note("kill -9 " + blow.victim());
            suite.kill(blow.victim());
            Patience.pause(blow.dead());
            diary.note("start " + blow.victim());
            suite.start(blow.victim());
            diary.note(blow.victim() + " is ready");
            return whole.await(killed);
        } catch (IllegalStateException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - killed);
            return new Recovery(took, took, List.of(String.valueOf(e.getMessage())));
        }
    }

    private void ask(List<Check> checks) {
        for (Check check : checks) {
            var patience = new Patience();
            boolean well = patience.await(() -> check.faults().isEmpty());
            List<String> found = well ? List.of() : check.faults();
            found.stream().limit(MOST_SHOWN).forEach(faults::add);
            diary.say("%s: %s".formatted(check.getClass().getSimpleName(), well ? "well" : found.size() + " FAULTS"));
        }
    }
}
