package dev.regulars.faults.scenario.account;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.Mailboxes.Secret;
import dev.regulars.faults.suite.RetryingClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Users register, verify their e-mail address with the mailed code, and log in. */
public final class SignUpScenario implements Scenario {

    private static final String PASSWORD = "@Password123";

    /** Hashing may queue for five seconds; a client that gives up earlier only lengthens the queue. */
    private static final Duration TIME_TO_HASH = Duration.ofSeconds(15);

    private final Mailboxes mails;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> requested = ConcurrentHashMap.newKeySet();
    private final Set<String> awaitingMail = ConcurrentHashMap.newKeySet();
    private final Map<String, AccountIds> acknowledged = new ConcurrentHashMap<>();
    private final Queue<ApiRequest> used = new ConcurrentLinkedQueue<>();
    private final Queue<TestUser> unused = new ConcurrentLinkedQueue<>();

    public SignUpScenario(Mailboxes mails) {
        this.mails = mails;
    }

    @Override
    public void run(RetryingClient client) {
        unused.add(signUp(client));
    }

    /** Prepares users for the scenarios that need one. */
    public void run(RetryingClient client, int times) {
        for (int i = 0; i < times; i++) {
            run(client);
        }
    }

    /**
     * Only checks that a used code is still refused: a full sign-up would wait for a mail and two hashes. The codes take turns,
     * since the attempts of an address are limited.
     */
    @Override
    public void verify(RetryingClient gateway) {
        ApiRequest code = used.poll();
        if (code != null) {
            used.add(code);
            gateway.require(400, code);
        }
    }

    /** A user that no other scenario has taken yet. */
    TestUser unusedUser(RetryingClient client) {
        TestUser waiting = unused.poll();
        return waiting == null ? signUp(client) : waiting;
    }

    private TestUser signUp(RetryingClient client) {
        String name = "sam" + number.incrementAndGet();
        String email = name + "@example.com";
        requested.add(email);
        client.require(200, registration(name, email).withIdempotencyKey(name));
        awaitingMail.add(email);
        String code = mails.await(email, Secret.CODE);
        awaitingMail.remove(email);
        ApiRequest verification = verification(email, code);
        client.require(200, verification.withIdempotencyKey(name));
        used.add(verification);
        client.require(200, verification.withIdempotencyKey(name));
        client.require(400, verification.withIdempotencyKey(name + " again"));
        ApiResponse login = client.expect(200, login("/api/v1/auth/login", email));
        acknowledged.put(email, AccountIds.of(login.body().at("/body/user")));
        return new TestUser(name, email);
    }

    private static ApiRequest registration(String name, String email) {
        return ApiRequest.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "firstname",
                                "Sam",
                                "lastname",
                                "Sign",
                                "username",
                                name,
                                "email",
                                email,
                                "password",
                                PASSWORD,
                                "confirmPassword",
                                PASSWORD))
                .withTimeout(TIME_TO_HASH);
    }

    private static ApiRequest verification(String email, String code) {
        return ApiRequest.post("/api/v1/auth/verify-email", Map.of("email", email, "code", code));
    }

    /** Safe to repeat: it only starts another session. */
    static ApiRequest login(String path, String email) {
        return login(path, email, PASSWORD);
    }

    public static ApiRequest login(String path, String email, String password) {
        return ApiRequest.post(path, Map.of("email", email, "password", password))
                .withTimeout(TIME_TO_HASH);
    }

    @Override
    public Set<String> pending() {
        return awaitingMail.stream()
                .map(email -> email + " registered, but got no mail with a code")
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<String>> expectedEvents() {
        return AccountIds.events(
                acknowledged.values(),
                typeOf(AccountRegistered.class),
                typeOf(AccountVerified.class),
                typeOf(AccountLoggedIn.class));
    }

    @Override
    public String summary() {
        return acknowledged.size() + " sign-ups";
    }

    /** E-mail addresses of all registrations that were requested. */
    public Set<String> requested() {
        return requested;
    }

    /** Verified users that logged in, by e-mail address. */
    public Map<String, AccountIds> acknowledged() {
        return acknowledged;
    }

    /** For each used code, the request that would use it again. */
    public List<ApiRequest> repeatedCodes() {
        return List.copyOf(used);
    }
}
