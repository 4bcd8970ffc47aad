package dev.regulars.identity.accounts.throttle;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.visitor;
import static dev.regulars.web.refusal.Kind.LOGIN_REFUSED;
import static dev.regulars.web.refusal.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ThrottleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FREE = 20;

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    record Settings(
            boolean enabled,
            int accountFree,
            int addressFree,
            int codeFree,
            Duration codeMemory,
            Duration firstPause,
            Duration longestPause,
            Duration memory)
            implements ThrottleConfig {}

    @Test
    void guessingWaitsLongerEachTimeAndAKnownSessionDoesNot() {
        LoggedInUser ana = visitor(member(mail));
        underAttack(ana);

        login(ana.name(), PASSWORD).then().statusCode(429).body("meta.message", equalTo("Too Many Requests"));
        assertThat(Integer.parseInt(login(ana.name(), PASSWORD).header("Retry-After")))
                .isPositive();

        Map<String, String> known = new HashMap<>(
                Map.of("email", ana.name() + "@example.com", "password", PASSWORD, "refreshToken", ana.refreshToken()));
        json().body(known).post("/system/auth/login").then().statusCode(200);
        known.put("password", "guess");
        json().body(known).post("/system/auth/login").then().statusCode(401);
    }

    @Test
    void refreshTokenOfAnotherAccountDoesNotHelp() {
        LoggedInUser ana = visitor(member(mail));
        LoggedInUser ben = visitor(member(mail));
        underAttack(ana);

        json().body(Map.of(
                        "email", ana.name() + "@example.com", "password", PASSWORD, "refreshToken", ben.refreshToken()))
                .post("/application/auth/login")
                .then()
                .statusCode(429)
                .body("message", equalTo("Too Many Requests"));
    }

    @Test
    void unknownAddressIsThrottledAlike() {
        String nobody = name();

        List<Response> answers = Concurrently.call(64, number -> login(nobody, PASSWORD));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSizeBetween(FREE, FREE + 4);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSizeBetween(64 - FREE - 4, 64 - FREE);
    }

    @Test
    void pausesGrowAndARightGuessEndsThem() {
        Throttles throttles = throttles(true, 2, 100);
        List<Bucket> bucket = List.of(Bucket.account(name()));
        guess(throttles, bucket, LOGIN_REFUSED);
        guess(throttles, bucket, LOGIN_REFUSED);

        assertThat(pauseAfter(throttles, bucket)).isEqualTo(1);
        waited(bucket);
        assertThat(pauseAfter(throttles, bucket)).isEqualTo(2);
        waited(bucket);
        assertThat(pauseAfter(throttles, bucket)).isEqualTo(4);
        waited(bucket);
        assertThat(pauseAfter(throttles, bucket)).isEqualTo(5);
        waited(bucket);
        assertThat(guess(throttles, bucket, null)).isNull();
        assertThat(guess(throttles, bucket, LOGIN_REFUSED)).isEqualTo(LOGIN_REFUSED);
        assertThat(guess(throttles, bucket, LOGIN_REFUSED)).isEqualTo(LOGIN_REFUSED);
    }

    @Test
    void networkAddressGetsOnlyItsOwnGuessBack() {
        Throttles throttles = throttles(true, 100, 3);
        List<Bucket> bucket = List.of(Bucket.address("198.51.100." + name()));
        guess(throttles, bucket, LOGIN_REFUSED);
        guess(throttles, bucket, LOGIN_REFUSED);
        guess(throttles, bucket, null);
        guess(throttles, bucket, LOGIN_REFUSED);
        guess(throttles, bucket, LOGIN_REFUSED);

        assertThat(guess(throttles, bucket, null)).isEqualTo(Kind.TOO_MANY);
    }

    @Test
    void ourOwnFailureIsNoGuess() {
        Throttles throttles = throttles(true, 1, 1);
        List<Bucket> bucket = List.of(Bucket.account(name()));

        for (int i = 0; i < 10; i++) {
            assertThat(guess(throttles, bucket, UNAVAILABLE)).isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void oldGuessesAreForgotten() {
        Throttles throttles = throttles(true, 1, 1);
        List<Bucket> bucket = List.of(Bucket.account(name()));
        pauseAfter(throttles, bucket);
        pauseAfter(throttles, bucket);
        set(bucket, "lastAt", Instant.now().minus(Duration.ofMinutes(2)));
        waited(bucket);

        assertThat(guess(throttles, bucket, LOGIN_REFUSED)).isEqualTo(LOGIN_REFUSED);
        assertThat(guess(throttles, bucket, LOGIN_REFUSED)).isEqualTo(LOGIN_REFUSED);
    }

    @Test
    void disabledThrottleAdmitsEverybody() {
        Throttles throttles = throttles(false, 0, 0);
        List<Bucket> bucket = List.of(Bucket.account(name()));

        for (int i = 0; i < 10; i++) {
            assertThat(guess(throttles, bucket, LOGIN_REFUSED)).isEqualTo(LOGIN_REFUSED);
        }
    }

    @Test
    void ipv6AddressesCountByNetwork() {
        assertThat(ClientAddress.network("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2");
        assertThat(ClientAddress.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    /** As after many wrong guesses: what follows is not to depend on how fast they are made. */
    private void underAttack(LoggedInUser who) {
        login(who.name(), "guess").then().statusCode(401);
        set(
                List.of(Bucket.account(who.name() + "@example.com")),
                "until",
                Instant.now().plusSeconds(60));
    }

    /** Seconds to wait after one more guess; 0 where none. */
    private long pauseAfter(Throttles throttles, List<Bucket> bucket) {
        guess(throttles, bucket, LOGIN_REFUSED);
        try {
            attempt(throttles, bucket, null);
            return 0;
        } catch (Refusal no) {
            return Long.parseLong(no.headers().get("Retry-After"));
        }
    }

    private static Kind guess(Throttles throttles, List<Bucket> buckets, Kind failure) {
        try {
            attempt(throttles, buckets, failure);
            return null;
        } catch (Refusal no) {
            return no.kind();
        }
    }

    private static void attempt(Throttles throttles, List<Bucket> buckets, Kind failure) {
        throttles
                .attempt(
                        buckets,
                        () -> failure == null
                                ? Uni.createFrom().item("right")
                                : Uni.createFrom().failure(Refusal.of(failure, "wrong")))
                .await()
                .atMost(PATIENCE);
    }

    private void waited(List<Bucket> bucket) {
        set(bucket, "until", Instant.now());
    }

    private void set(List<Bucket> bucket, String field, Instant value) {
        var unused = stored.collection("throttles")
                .updateOne(Filters.eq("_id", bucket.getFirst().key()), Updates.set(field, Date.from(value)))
                .await()
                .atMost(PATIENCE);
    }

    private static Throttles throttles(boolean enabled, int accountFree, int addressFree) {
        return new Throttles(new Settings(
                enabled,
                accountFree,
                addressFree,
                10,
                Duration.ofMinutes(15),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1)));
    }
}
