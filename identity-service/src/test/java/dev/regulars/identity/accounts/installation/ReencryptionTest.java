package dev.regulars.identity.accounts.installation;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.MasterKey;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.RealServers;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReencryptionTest {

    private static final MasterKey NOW = new MasterKey(RealServers.MASTER_KEY, Optional.empty());
    private static final MasterKey BEFORE = new MasterKey(RealServers.FURTHER_MASTER_KEY, Optional.empty());
    private static final Date FAR = new Date(4_000_000_000_000L);

    LocalMail mail;

    @Inject
    ReactiveMongoClient mongo;

    final String round = UUID.randomUUID().toString();

    @AfterEach
    void tidy() {
        accounts().deleteMany(new Document("round", round)).await().indefinitely();
    }

    @Test
    void allIsReadableUnderTheNewKeyAloneAndASecondRunFindsNothing() {
        store(250, BEFORE);
        store(50, NOW);

        renew().then().statusCode(200).body("renewed", equalTo(250)).body("unreadable", equalTo(0));

        assertThat(codes()).hasSize(300).allMatch(code -> NOW.decrypt(code).equals("123456"));
        renew().then().statusCode(200).body("renewed", equalTo(0));
    }

    @Test
    void undecryptableTextIsCountedAndBlocksNothing() {
        store(1, new MasterKey("bmVpdGhlciB0aGlzIG5vciB0aGF0LCAzMiBieXRlcyE=", Optional.empty()));
        store(120, BEFORE);

        renew().then().body("renewed", equalTo(120)).body("unreadable", equalTo(1));
        renew().then().body("renewed", equalTo(0)).body("unreadable", equalTo(1));
    }

    @Test
    void twoReplicasAtItAtOnceDoEachTextOnce() {
        store(250, BEFORE);

        List<Response> runs = Concurrently.call(4, replica -> renew());

        assertThat(runs.stream().mapToInt(run -> run.path("renewed")).sum()).isEqualTo(250);
        assertThat(codes()).allMatch(code -> NOW.decrypt(code).equals("123456"));
    }

    @Test
    void signingKeyUnderTheOldMasterKeyKeepsSigning() {
        String name = TestAccounts.member(mail);
        String token = TestAccounts.login(name, TestAccounts.PASSWORD).path("body.token");
        var keys = mongo.getDatabase("identity").getCollection("signingKeys");
        Document ring = keys.find(new Document("_id", "all")).toUni().await().indefinitely();
        ring.getList("keys", Document.class)
                .forEach(key -> key.put("encryptedJwk", BEFORE.encrypt(NOW.decrypt(key.getString("encryptedJwk")))));
        keys.replaceOne(new Document("_id", "all"), ring).await().indefinitely();
        assertThat(exchange(token)).isEqualTo(200);

        renew().then().statusCode(200).body("unreadable", equalTo(0));

        keys.find(new Document("_id", "all"))
                .toUni()
                .await()
                .indefinitely()
                .getList("keys", Document.class)
                .forEach(key ->
                        assertThat(NOW.decrypt(key.getString("encryptedJwk"))).contains(key.getString("kid")));
        assertThat(exchange(token)).isEqualTo(200);
    }

    @Test
    void serviceWithTheOtherKeyIsStillAuthenticated() {
        json().body(Map.of("scheme", "service", "value", "webhook-service." + BEFORE.proof("webhook-service")))
                .post("/internal/credentials/resolve")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyServicesMayAsk() {
        key("f".repeat(24), "members").post("/internal/secrets/renew").then().statusCode(401);
    }

    /** Due so late that nobody sends them; two mails to each account, and one of them has no code. */
    private void store(int count, MasterKey under) {
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Document("_id", UUID.randomUUID().toString())
                    .append("round", round)
                    .append("deleted", true)
                    .append(
                            "mailDue",
                            List.of(
                                    new Document("id", "a").append("notBefore", FAR),
                                    new Document("id", "b")
                                            .append("encryptedCode", under.encrypt("123456"))
                                            .append("notBefore", FAR))));
        }
        accounts().insertMany(all).await().indefinitely();
    }

    private List<String> codes() {
        return accounts()
                .find(new Document("round", round))
                .map(account ->
                        account.getList("mailDue", Document.class).get(1).getString("encryptedCode"))
                .collect()
                .asList()
                .await()
                .indefinitely();
    }

    private static Response renew() {
        return service("operator").post("/internal/secrets/renew");
    }

    private static int exchange(String token) {
        return json().body(Map.of("scheme", "bearer", "value", token))
                .post("/internal/credentials/resolve")
                .statusCode();
    }

    private ReactiveMongoCollection<Document> accounts() {
        return mongo.getDatabase("identity").getCollection("accounts");
    }
}
