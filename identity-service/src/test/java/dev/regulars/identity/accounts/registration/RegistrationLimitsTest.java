package dev.regulars.identity.accounts.registration;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.register;
import static dev.regulars.identity.TestAccounts.registerAs;
import static dev.regulars.identity.TestAccounts.verify;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** How often an address is mailed to, and how often its code is guessed. */
@QuarkusTest
class RegistrationLimitsTest {

    private static final String OTHER = "@Stranger123";

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    final String name = name();

    @Test
    void a6_oneMailAMinuteWhateverIsAsked() {
        List<Response> answers = Concurrently.call(8, number -> registerAs(name(), name, PASSWORD));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        code(mail, name, 1);
        await().during(ofSeconds(3))
                .atMost(ofSeconds(4))
                .until(() -> mail.to(name + "@example.com").size() == 1);
        assertThat(account().getList("registrations", Document.class)).hasSize(5);
    }

    @Test
    void a7_noCodeDiesOfGuessesAndTheEleventhGuessWaits() {
        register(name).then().statusCode(200);
        String code = code(mail, name, 1);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int guess = 0; guess < 5; guess++) {
            verify(name, wrong).then().statusCode(400).body("meta.message", equalTo("code is invalid or expired"));
        }
        registerAs(name(), name, OTHER).then().statusCode(200);
        for (int guess = 5; guess < 10; guess++) {
            verify(name, wrong).then().statusCode(400);
        }

        List<Response> further = Concurrently.call(8, number -> verify(name, wrong));

        assertThat(further).filteredOn(answer -> answer.statusCode() == 429).hasSizeGreaterThanOrEqualTo(7);
        assertThat(further)
                .filteredOn(answer -> answer.statusCode() == 429)
                .allMatch(answer -> Integer.parseInt(answer.header("Retry-After")) > 0);
        await().atMost(ofSeconds(20))
                .pollInterval(ofSeconds(1))
                .until(() -> verify(name, code).statusCode() == 200);
    }

    private Document account() {
        return stored.collection("accounts")
                .find(new Document("emailKey", name + "@example.com"))
                .collect()
                .first()
                .await()
                .atMost(ofSeconds(5));
    }
}
