package dev.regulars.faults;

import com.mongodb.client.MongoClients;
import dev.regulars.faults.Plan.Blow;
import dev.regulars.faults.Whole.Recovery;
import dev.regulars.faults.check.EventLog;
import dev.regulars.faults.check.MadeOnce;
import dev.regulars.faults.check.MailedAlike;
import dev.regulars.faults.check.NothingLeft;
import dev.regulars.faults.check.SessionsHeld;
import dev.regulars.faults.check.ToldInOrder;
import dev.regulars.faults.check.UsedUp;
import dev.regulars.faults.story.Callers;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Joins;
import dev.regulars.faults.story.Links;
import dev.regulars.faults.story.Pace;
import dev.regulars.faults.story.Partner;
import dev.regulars.faults.story.Refreshes;
import dev.regulars.faults.story.SignUps;
import dev.regulars.faults.story.Story;
import dev.regulars.faults.story.Tellings;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Mails;
import dev.regulars.faults.suite.Mails.Secret;
import dev.regulars.faults.suite.Patience;
import dev.regulars.faults.suite.Suite;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        var mails = new Mails(suite::mails);
        var tellings =
                new Tellings(demo.webhooks().stream().map(Demo.Hook::name).toList());
        var joins = new Joins(demo.apiKey(), tellings);
        var signUps = new SignUps(mails);
        var refreshes = new Refreshes(signUps);
        var links = new Links(demo.apiKey(), signUps, mails, tellings);
        List<Story> stories = List.of(joins, signUps, refreshes, links);
        var calls = new Calls(suite.gateways());
        // a sign-up costs two password hashes: few of them, so that the others go on
        var callers = new Callers(
                List.of(
                        new Pace(joins, 8, Duration.ofMillis(100)),
                        new Pace(signUps, 2, Duration.ofSeconds(2)),
                        new Pace(refreshes, 2, Duration.ofMillis(500)),
                        new Pace(links, 1, Duration.ofSeconds(2))),
                calls);
        try (var partner = new Partner(suite, tellings);
                var mongo = MongoClients.create(sandbox.mongo())) {
            partner.start();
            callers.start();
            kill(rounds, new Whole(suite, stories, doors()), stories);
            callers.stop();
            var alike =
                    new MailedAlike(mails, Map.of(Secret.CODE, () -> known(demo, signUps), Secret.TOKEN, links::asked));
            ask(List.of(callers, partner, tellings));
            ask(List.of(new NothingLeft(mongo, sandbox.kafka())));
            ask(stories);
            ask(List.of(
                    alike,
                    new UsedUp(signUps, calls),
                    new SessionsHeld(refreshes, calls),
                    new MadeOnce(mongo, demo, joins, signUps, links),
                    new ToldInOrder(new EventLog(sandbox.kafka()), stories)));
            diary.say("%s; %d calls repeated, %d deliveries and %d mails came twice"
                    .formatted(tally(stories), calls.repeats(), tellings.twice(), alike.twice()));
        }
        return faults;
    }

    /** Whoever had to show a code: the owner of the demo community too. */
    private static Set<String> known(Demo demo, SignUps signUps) {
        Set<String> known = new HashSet<>(signUps.asked());
        known.add(demo.owner().email());
        return known;
    }

    private static String tally(List<Story> stories) {
        return stories.stream().map(Story::tally).collect(Collectors.joining(", "));
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
    private void kill(int rounds, Whole whole, List<Story> stories) {
        Recovery recovery = whole.await(System.nanoTime());
        diary.say("all green, callers are at work");
        for (int round = 1; round <= rounds && recovery.isComplete(); round++) {
            Blow blow = plan.next();
            Patience.pause(blow.before());
            recovery = strike(blow, whole);
            recoveries.add(blow.kind(), recovery);
            diary.say("round %3d of %d: kill -9 %s, %s; %s so far"
                    .formatted(round, rounds, blow, recovery, tally(stories)));
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

    private void ask(List<? extends Check> checks) {
        for (Check check : checks) {
            var patience = new Patience();
            boolean well = patience.await(() -> check.faults().isEmpty());
            List<String> found = well ? List.of() : check.faults();
            found.stream().limit(MOST_SHOWN).forEach(faults::add);
            diary.say("%s: %s".formatted(check.getClass().getSimpleName(), well ? "well" : found.size() + " FAULTS"));
        }
    }
}
