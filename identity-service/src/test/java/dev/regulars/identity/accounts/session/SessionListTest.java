package dev.regulars.identity.accounts.session;

import static dev.regulars.identity.TestAccounts.exchange;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sessions of an account, listed and ended by their owner. */
@QuarkusTest
class SessionListTest {
    LocalMail mail;

    @Test
    void logoutEndsTheSession() {
        LoggedInUser ana = visitor(member(mail));
        LoggedInUser elsewhere = visitor(ana.name());

        ana.calls()
                .post("/application/auth/logout")
                .then()
                .statusCode(200)
                .header("X-Regulars-Changed", equalTo("credential:" + ana.session()))
                .body("message", equalTo("Logout success."))
                .body("data.revoked", equalTo(1));

        assertThat(exchange(ana.token())).isEqualTo(401);
        refresh(ana.refreshToken()).then().statusCode(401);
        ana.calls().post("/application/auth/logout").then().statusCode(200).body("data.revoked", equalTo(0));
        assertThat(exchange(elsewhere.token())).isEqualTo(200);
    }

    @Test
    void sessionsAreListedInPages() {
        LoggedInUser first = visitor(member(mail));
        LoggedInUser second = visitor(first.name());
        LoggedInUser third = visitor(first.name());

        String cursor = second.calls()
                .get("/application/me/sessions?limit=2")
                .then()
                .statusCode(200)
                .body("message", equalTo("Read sessions success."))
                .body("meta.limit", equalTo(2))
                .body("data._id", contains(third.session(), second.session()))
                .body("data.current", contains(false, true))
                .body("data[0].kind", equalTo("login"))
                .body("data[0].community", nullValue())
                .body("data[0].address", equalTo("127.0.0.1"))
                .body("data[0].createdAt", notNullValue())
                .body("data[0].lastUsedAt", notNullValue())
                .extract()
                .path("meta.nextCursor");

        second.calls()
                .get("/application/me/sessions?limit=2&cursor={cursor}", cursor)
                .then()
                .statusCode(200)
                .body("data._id", contains(first.session()))
                .body("meta.nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=all", "cursor=nope"})
    void invalidPageIsRefused(String query) {
        visitor(member(mail))
                .calls()
                .get("/application/me/sessions?" + query)
                .then()
                .statusCode(400);
    }

    @Test
    void sessionCanEndAnotherForGood() {
        LoggedInUser here = visitor(member(mail));
        LoggedInUser lost = visitor(here.name());

        for (String key : new String[] {"once", "once"}) {
            here.calls()
                    .header("Idempotency-Key", key + lost.session())
                    .delete("/application/me/sessions/{id}", lost.session())
                    .then()
                    .statusCode(200)
                    .body("message", equalTo("Delete session success."))
                    .body("data.revoked", equalTo(1));
        }

        assertThat(exchange(lost.token())).isEqualTo(401);
        assertThat(exchange(here.token())).isEqualTo(200);
        here.calls()
                .delete("/application/me/sessions/{id}", lost.session())
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
    }

    @Test
    void sessionOfAnotherAccountIsNotFound() {
        LoggedInUser ana = visitor(member(mail));
        LoggedInUser ben = visitor(member(mail));

        ana.calls()
                .delete("/application/me/sessions/{id}", ben.session())
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
        ana.calls().delete("/application/me/sessions/{id}", "nope").then().statusCode(400);

        assertThat(exchange(ben.token())).isEqualTo(200);
        ana.calls().get("/application/me/sessions").then().body("data", hasSize(1));
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        LoggedInUser here = visitor(member(mail));
        LoggedInUser lost = visitor(here.name());
        visitor(here.name());

        here.calls()
                .delete("/application/me/sessions")
                .then()
                .statusCode(200)
                .header("X-Regulars-Changed", equalTo("account:" + here.account()))
                .body("message", equalTo("Delete sessions success."))
                .body("data.revoked", equalTo(2));

        assertThat(exchange(lost.token())).isEqualTo(401);
        refresh(lost.refreshToken()).then().statusCode(401);
        assertThat(exchange(here.token())).isEqualTo(200);
        refresh(here.refreshToken()).then().statusCode(200);
        here.calls().get("/application/me/sessions").then().body("data._id", contains(here.session()));
        assertThat(exchange(visitor(here.name()).token())).isEqualTo(200);
    }

    @Test
    void keyHasNoSessions() {
        dev.regulars.testkit.Tokens.key("c".repeat(24), "getUserData")
                .get("/application/me/sessions")
                .then()
                .statusCode(401)
                .body("message", equalTo("Unauthorized"));
        assertThat(login(name(), TestAccounts.PASSWORD).statusCode()).isEqualTo(401);
    }

    private static Response refresh(String token) {
        return json().body(Map.of("refreshToken", token)).post("/application/auth/refresh");
    }
}
