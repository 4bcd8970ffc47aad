package dev.regulars.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.regulars.faults.scenario.account.JoinScenario;
import dev.regulars.faults.scenario.account.LinkScenario;
import dev.regulars.faults.scenario.account.ScriptedServer;
import dev.regulars.faults.scenario.delivery.ReceivedDeliveries;
import dev.regulars.local.LocalMongo;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The user sam1 signed up, and nothing else happened. */
class CreatedOnceTest {

    private static final LocalMongo SERVER = new LocalMongo();
    private static MongoClient mongo;
    private CreatedOnce invariant;

    @BeforeAll
    static void start() {
        SERVER.start();
        mongo = MongoClients.create(SERVER.address());
    }

    @AfterAll
    static void stop() {
        mongo.close();
        SERVER.close();
    }

    @BeforeEach
    void signUp() throws IOException {
        mongo.getDatabase("identity").drop();
        mongo.getDatabase("community").drop();
        try (var server = new ScriptedServer()) {
            var signUps = server.signedUp();
            var deliveries = new ReceivedDeliveries(List.of());
            invariant = new CreatedOnce(
                    mongo,
                    demo(),
                    new JoinScenario("key", deliveries),
                    signUps,
                    new LinkScenario("key", signUps, server.mails(), deliveries));
        }
    }

    @Test
    void oneVerifiedAccountIsValid() {
        insert("identity", "accounts", "{_id: 'a', userId: '42', email: 'sam1@example.com', verifiedAt: 1}");
        assertThat(invariant.violations()).isEmpty();
    }

    @Test
    void aLostAccountIsAViolation() {
        assertThat(invariant.violations()).singleElement().asString().startsWith("sam1@example.com was acknowledged");
    }

    @Test
    void aLostVerificationIsAViolation() {
        insert("identity", "accounts", "{_id: 'a', userId: '42', email: 'sam1@example.com'}");
        assertThat(invariant.violations()).containsExactly("sam1@example.com confirmed the code, but is not verified");
    }

    @Test
    void aDuplicateAccountIsAViolation() {
        insert("identity", "accounts", "{_id: 'a', userId: '42', email: 'sam1@example.com', verifiedAt: 1}");
        insert("identity", "accounts", "{_id: 'b', userId: '43', email: 'sam1@example.com', verifiedAt: 1}");
        assertThat(invariant.violations()).anyMatch(fault -> fault.startsWith("sam1@example.com has two accounts"));
    }

    @Test
    void aMembershipWithoutConsentIsAViolation() {
        insert("identity", "accounts", "{_id: 'a', userId: '42', email: 'sam1@example.com', verifiedAt: 1}");
        insert("community", "memberships", "{accountId: 'a', communityId: 'c', joinedAt: 1}");
        assertThat(invariant.violations()).containsExactly("Account a must not have a membership");
    }

    @Test
    void aMembershipElsewhereIsNoViolation() {
        insert("identity", "accounts", "{_id: 'a', userId: '42', email: 'sam1@example.com', verifiedAt: 1}");
        insert("community", "memberships", "{accountId: 'a', communityId: 'd', joinedAt: 1}");
        assertThat(invariant.violations()).isEmpty();
    }

    private static void insert(String database, String collection, String document) {
        mongo.getDatabase(database).getCollection(collection).insertOne(Document.parse(document));
    }

    private static Demo demo() {
        var owner = new Demo.Person("o", "1", "owner", "owner@example.com", "p");
        var member = new Demo.Person("m", "2", "member", "member@example.com", "p");
        var community = new Demo.Community("c", 1, "Demo", "");
        return new Demo(
                "", "", community, owner, member, "", "", "", "", "", "", null, null, null, null, List.of(), Map.of(),
                null);
    }
}
