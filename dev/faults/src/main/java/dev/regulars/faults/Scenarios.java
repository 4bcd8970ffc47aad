package dev.regulars.faults;

import com.mongodb.client.MongoClient;
import dev.regulars.faults.invariant.BulkConsistent;
import dev.regulars.faults.invariant.CodesSingleUse;
import dev.regulars.faults.invariant.CreatedOnce;
import dev.regulars.faults.invariant.EventLog;
import dev.regulars.faults.invariant.EventsPublishedInOrder;
import dev.regulars.faults.invariant.LedgerConsistent;
import dev.regulars.faults.invariant.MailsConsistent;
import dev.regulars.faults.invariant.NoPendingWork;
import dev.regulars.faults.invariant.QueuesDrained;
import dev.regulars.faults.invariant.SessionsKept;
import dev.regulars.faults.invariant.StoreConsistent;
import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.LoadProfile;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.scenario.account.BulkScenario;
import dev.regulars.faults.scenario.account.JoinScenario;
import dev.regulars.faults.scenario.account.LinkScenario;
import dev.regulars.faults.scenario.account.RefreshScenario;
import dev.regulars.faults.scenario.account.SignUpScenario;
import dev.regulars.faults.scenario.delivery.ReceivedDeliveries;
import dev.regulars.faults.scenario.loyalty.LedgerScenario;
import dev.regulars.faults.scenario.loyalty.PurchaseScenario;
import dev.regulars.faults.scenario.message.MessageScenario;
import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.Mailboxes.Secret;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.sandbox.seed.Demo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The scenarios of a run, their load profiles, and the invariants that are checked afterwards. */
final class Scenarios {

    private static final int PEOPLE = 4;
    /** A used refresh token is accepted again for 10 s. */
    private static final Duration AFTER_GRACE = Duration.ofSeconds(12);

    private final Demo demo;
    private final Mailboxes mails;
    private final ReceivedDeliveries deliveries;
    private final JoinScenario joins;
    private final SignUpScenario signUps;
    private final RefreshScenario refreshes;
    private final LinkScenario links;
    private final MessageScenario messages;
    private final PurchaseScenario purchases;
    private final LedgerScenario ledger;
    private final BulkScenario bulk;

    Scenarios(Demo demo, Mailboxes mails) {
        this.demo = demo;
        this.mails = mails;
        deliveries = new ReceivedDeliveries(
                demo.webhooks().stream().map(Demo.Webhook::name).toList());
        joins = new JoinScenario(demo.apiKey(), deliveries);
        signUps = new SignUpScenario(mails);
        refreshes = new RefreshScenario(signUps, AFTER_GRACE);
        links = new LinkScenario(demo.apiKey(), signUps, mails, deliveries);
        messages = new MessageScenario(
                demo.gateway(),
                demo.apiKey(),
                demo.channel().objectId(),
                demo.member().email());
        purchases = new PurchaseScenario(demo);
        ledger = new LedgerScenario(demo);
        bulk = new BulkScenario(demo, joins);
    }

    List<Scenario> all() {
        return List.of(joins, signUps, refreshes, links, messages, purchases, ledger, bulk);
    }

    /** Before the load starts: many sign-ups at once would queue for password hashing. */
    void warmUp(RetryingClient client) {
        signUps.run(client, PEOPLE);
    }

    ReceivedDeliveries deliveries() {
        return deliveries;
    }

    /**
     * The load leaves two fast cores half idle; a run makes it lighter where they are not. A sign-up costs two password
     * hashes, so it runs rarely and the other scenarios keep their rate.
     */
    List<LoadProfile> loadProfiles() {
        return List.of(
                new LoadProfile(joins, 4, Duration.ofMillis(400)),
                new LoadProfile(signUps, 1, Duration.ofSeconds(2)),
                new LoadProfile(refreshes, 2, Duration.ofMillis(500)),
                new LoadProfile(links, 1, Duration.ofSeconds(4)),
                new LoadProfile(messages, 4, Duration.ofMillis(400)),
                new LoadProfile(purchases, 2, Duration.ofMillis(500)),
                new LoadProfile(ledger, 4, Duration.ofMillis(400)),
                new LoadProfile(bulk, 1, Duration.ofSeconds(10)));
    }

    /** The first ones wait until work in progress has finished; the rest check the final state. */
    List<Invariant> invariants(MongoClient mongo, String kafka, RetryingClient client) {
        List<Invariant> invariants =
                new ArrayList<>(List.of(deliveries, new NoPendingWork(mongo), new QueuesDrained(mongo, kafka)));
        invariants.addAll(all());
        invariants.addAll(List.of(
                new MailsConsistent(
                        mails,
                        demo.owner().email(),
                        Map.of(Secret.CODE, signUps::requested, Secret.TOKEN, links::requested)),
                new CodesSingleUse(signUps, client),
                new SessionsKept(refreshes, client),
                new StoreConsistent(purchases, client),
                new LedgerConsistent(ledger, client),
                new BulkConsistent(bulk, client),
                new CreatedOnce(mongo, demo, joins, signUps, links),
                new EventsPublishedInOrder(new EventLog(kafka), all())));
        return invariants;
    }

    String summary() {
        return all().stream().map(Scenario::summary).collect(Collectors.joining(", "));
    }

    /** Duplicates, which at-least-once delivery permits. */
    String repeats() {
        return "%d duplicate deliveries, %d duplicate mails".formatted(deliveries.duplicates(), mails.duplicates());
    }
}
