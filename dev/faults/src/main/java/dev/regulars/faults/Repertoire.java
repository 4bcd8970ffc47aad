package dev.regulars.faults;

import com.mongodb.client.MongoClient;
import dev.regulars.faults.check.EventLog;
import dev.regulars.faults.check.MadeOnce;
import dev.regulars.faults.check.MailedAlike;
import dev.regulars.faults.check.NothingLeft;
import dev.regulars.faults.check.NothingOwed;
import dev.regulars.faults.check.SessionsHeld;
import dev.regulars.faults.check.ToldInOrder;
import dev.regulars.faults.check.UsedUp;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Joins;
import dev.regulars.faults.story.Links;
import dev.regulars.faults.story.Pace;
import dev.regulars.faults.story.Refreshes;
import dev.regulars.faults.story.SignUps;
import dev.regulars.faults.story.Story;
import dev.regulars.faults.story.Tellings;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Mails;
import dev.regulars.faults.suite.Mails.Secret;
import dev.regulars.sandbox.seed.Demo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The stories of a trial, how often each is played, and what is asked about them in the end. */
final class Repertoire {

    private static final int PEOPLE = 4;

    private final Demo demo;
    private final Mails mails;
    private final Tellings tellings;
    private final Joins joins;
    private final SignUps signUps;
    private final Refreshes refreshes;
    private final Links links;

    Repertoire(Demo demo, Mails mails) {
        this.demo = demo;
        this.mails = mails;
        tellings = new Tellings(demo.webhooks().stream().map(Demo.Hook::name).toList());
        joins = new Joins(demo.apiKey(), tellings);
        signUps = new SignUps(mails);
        refreshes = new Refreshes(signUps);
        links = new Links(demo.apiKey(), signUps, mails, tellings);
    }

    List<Story> stories() {
        return List.of(joins, signUps, refreshes, links);
    }

    /** While nobody is at work yet: many people at once would wait for each other's password hashes. */
    void rehearse(Calls calls) {
        signUps.play(calls, PEOPLE);
    }

    Tellings tellings() {
        return tellings;
    }

    /** A sign-up costs two password hashes: few of them, so that the others go on. */
    List<Pace> paces() {
        return List.of(
                new Pace(joins, 8, Duration.ofMillis(100)),
                new Pace(signUps, 1, Duration.ofSeconds(2)),
                new Pace(refreshes, 2, Duration.ofMillis(500)),
                new Pace(links, 1, Duration.ofSeconds(4)));
    }

    /** In this order: what was still under way comes to rest first. */
    List<Check> checks(MongoClient mongo, String kafka, Calls calls) {
        List<Check> checks = new ArrayList<>(List.of(tellings, new NothingOwed(mongo), new NothingLeft(mongo, kafka)));
        checks.addAll(stories());
        checks.addAll(List.of(
                new MailedAlike(
                        mails, demo.owner().email(), Map.of(Secret.CODE, signUps::asked, Secret.TOKEN, links::asked)),
                new UsedUp(signUps, calls),
                new SessionsHeld(refreshes, calls),
                new MadeOnce(mongo, demo, joins, signUps, links),
                new ToldInOrder(new EventLog(kafka), stories())));
        return checks;
    }

    String tally() {
        return stories().stream().map(Story::tally).collect(Collectors.joining(", "));
    }

    /** What came more than once, as it may. */
    String repeats() {
        return "%d deliveries and %d mails came twice".formatted(tellings.twice(), mails.twice());
    }
}
