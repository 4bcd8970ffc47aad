package dev.regulars.faults.story;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.faults.suite.Answer;
import dev.regulars.faults.suite.Ask;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Mails;
import dev.regulars.faults.suite.Mails.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People register, show by the mailed code that the address is theirs, and log in. */
public final class SignUps implements Story {

    private static final String PASSWORD = "@Password123";

    /** A hash may wait for its turn for five seconds; whoever gives up before only makes the line longer. */
    private static final Duration TIME_TO_HASH = Duration.ofSeconds(15);

    private final Mails mails;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> unmailed = ConcurrentHashMap.newKeySet();
    private final Map<String, Account> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Ask> used = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Ask newestUsed;
    private final Queue<Person> newcomers = new ConcurrentLinkedQueue<>();

    public SignUps(Mails mails) {
        this.mails = mails;
    }

    @Override
    public void play(Calls calls) {
        newcomers.add(signUp(calls));
    }

    /** So that others need not wait for people. */
    public void play(Calls calls, int times) {
        for (int i = 0; i < times; i++) {
            play(calls);
        }
    }

    /** The newest code that was used is refused still: a whole sign-up takes its time for the mail and two hashes. */
    @Override
    public void prove(Calls door) {
        Ask code = newestUsed;
        if (code != null) {
            door.require(400, code);
        }
    }

    /** Whoever plays no other story yet. */
    Person somebody(Calls calls) {
        Person waiting = newcomers.poll();
        return waiting == null ? signUp(calls) : waiting;
    }

    private Person signUp(Calls calls) {
        String name = "sam" + number.incrementAndGet();
        String email = name + "@example.com";
        asked.add(email);
        calls.require(200, registration(name, email).under(name));
        unmailed.add(email);
        String code = mails.await(email, Secret.CODE);
        unmailed.remove(email);
        Ask verification = verification(email, code);
        calls.require(200, verification.under(name));
        used.add(verification);
        calls.require(200, verification.under(name));
        calls.require(400, verification.under(name + " again"));
        newestUsed = verification;
        Answer login = calls.expect(200, login("/api/v1/auth/login", email));
        acknowledged.put(email, Account.of(login.body().at("/body/user")));
        return new Person(name, email);
    }

    private static Ask registration(String name, String email) {
        return Ask.post(
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
                .within(TIME_TO_HASH);
    }

    private static Ask verification(String email, String code) {
        return Ask.post("/api/v1/auth/verify-email", Map.of("email", email, "code", code));
    }

    /** A repeat begins another session, and does no harm. */
    static Ask login(String path, String email) {
        return Ask.post(path, Map.of("email", email, "password", PASSWORD)).within(TIME_TO_HASH);
    }

    @Override
    public Set<String> owed() {
        return unmailed.stream()
                .map(email -> email + " registered, and has no mail with a code")
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<String>> told() {
        return acknowledged.values().stream()
                .collect(Collectors.toMap(
                        Account::accountId,
                        account -> List.of(typeOf(AccountRegistered.class), typeOf(AccountVerified.class), typeOf(AccountLoggedIn.class)),
                        (one, other) -> one));
    }

    @Override
    public String tally() {
        return acknowledged.size() + " sign-ups";
    }

    /** Everybody who ever registered. */
    public Set<String> asked() {
        return asked;
    }

    /** Who is verified and logged in, by e-mail address. */
    public Map<String, Account> acknowledged() {
        return acknowledged;
    }

    /** Calls that use the codes again, one for each that was used. */
    public List<Ask> repeatedCodes() {
        return List.copyOf(used);
    }
}
