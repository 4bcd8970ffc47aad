package dev.regulars.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.regulars.local.LocalMongo;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class NoPendingWorkTest {

    @Test
    void pendingWorkIsNamed() {
        try (var server = new LocalMongo()) {
            server.start();
            try (var mongo = MongoClients.create(server.address())) {
                var invariant = new NoPendingWork(mongo);
                var accounts = mongo.getDatabase("identity").getCollection("accounts");
                var links = mongo.getDatabase("identity").getCollection("links");
                accounts.insertOne(Document.parse("{email: 'a@example.com', mailDue: []}"));
                links.insertOne(Document.parse("{_id: 'c:1', state: 'ACCEPTED'}"));
                assertThat(invariant.violations()).isEmpty();

                accounts.insertOne(Document.parse("{email: 'b@example.com', mailDue: [{id: 'm'}]}"));
                links.insertOne(Document.parse("{_id: 'c:2', state: 'PENDING', encryptedToken: 't'}"));
                links.insertOne(Document.parse("{_id: 'c:3', state: 'ACCEPTED', joinDue: 't'}"));

                assertThat(invariant.violations())
                        .containsExactlyInAnyOrder(
                                "b@example.com has a pending mail",
                                "Link c:2 is PENDING, with pending work",
                                "Link c:3 is ACCEPTED, with pending work");
            }
        }
    }
}
