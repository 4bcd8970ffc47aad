package dev.regulars.gamification.balance;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.gamification.Members;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerResourceTest {

    IdentityStub identity;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void know() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void anAdjustmentHasAReasonAndAnActorAndIsListed() {
        adjust("42", 10)
                .then()
                .statusCode(201)
                .body("message", equalTo("Create adjustment success."))
                .body("data.changes.coins", equalTo(10))
                .body("data.reason", equalTo("Quiz"))
                .body("data.actor.kind", equalTo("key"))
                .body("data.userId", equalTo("42"))
                .body("data.refused", nullValue());
        adjust(ana, -11).then().statusCode(409).body("meta.errors[0].message", equalTo("Insufficient balance"));

        byKey().get("/application/ledger/members/42/postings")
                .then()
                .statusCode(200)
                .body("data", hasSize(2))
                .body("data.outcome", equalTo(List.of("refused", "applied")));
        byKey().get("/application/ledger/members/42")
                .then()
                .body("data.balances.coins", equalTo(10))
                .body("data.balances.xp", equalTo(0))
                .body("data.expiring", hasSize(0));
    }

    @Test
    void anAdjustmentUnderOneKeyIsMadeOnce() {
        List<Response> answers = Concurrently.call(8, i -> byKey().header("Idempotency-Key", "once")
                .body(Map.of("userId", "42", "changes", Map.of("coins", 10), "reason", "Quiz"))
                .post("/application/ledger/adjustments"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        byKey().get("/application/ledger/members/42").then().body("data.balances.coins", equalTo(10));
        byKey().header("Idempotency-Key", "once")
                .body(Map.of("userId", "42", "changes", Map.of("coins", 11), "reason", "Quiz"))
                .post("/application/ledger/adjustments")
                .then()
                .statusCode(422);
    }

    @Test
    void balancesOfThePastAreTheSumOfThePostingsUntilThen() {
        members.earn(ana, 5);
        String between = Instant.now().toString();
        members.earn(ana, 7);

        byKey().get("/application/ledger/members/{id}?asOf={at}", ana, between)
                .then()
                .statusCode(200)
                .body("data.balances.coins", equalTo(5));
        byKey().get("/application/ledger/members/{id}?asOf=yesterday", ana)
                .then()
                .statusCode(400);
    }

    @Test
    void membersReadTheirOwnAndAdminsEverybodys() {
        member(ana, members.community)
                .get("/application/ledger/members/{id}", ana)
                .then()
                .statusCode(200);
        member(id(), members.community)
                .get("/application/ledger/members/{id}", ana)
                .then()
                .statusCode(401);
        user(id(), members.community, "admin")
                .get("/application/ledger/members/{id}", ana)
                .then()
                .statusCode(200);
        key(members.community, "members")
                .get("/application/ledger/members/{id}", ana)
                .then()
                .statusCode(401);
        byKey().get("/application/ledger/members/77").then().statusCode(404);
    }

    @Test
    void otherServicesReadABalance() {
        members.earn(ana, 5);

        service("rewards-service")
                .get("/internal/balances/{c}/{a}", members.community, ana)
                .then()
                .statusCode(200)
                .body("spendable.coins", equalTo(5));
        service("rewards-service")
                .get("/internal/balances/{c}/{a}", members.community, id())
                .then()
                .statusCode(200)
                .body("memberVersion", equalTo(0));
    }

    private Response adjust(String user, int coins) {
        return byKey().body(Map.of("userId", user, "changes", Map.of("coins", coins), "reason", "Quiz"))
                .post("/application/ledger/adjustments");
    }

    private io.restassured.specification.RequestSpecification byKey() {
        return key(members.community, "ledger");
    }
}
