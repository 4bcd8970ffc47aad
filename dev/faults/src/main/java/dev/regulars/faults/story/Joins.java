package dev.regulars.faults.story;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.faults.suite.Ask;
import dev.regulars.faults.suite.Calls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** People join a community by its key; each join is told to both receivers of the demo partner. */
public final class Joins implements Story {

    static final String PATH = "/apis/v1/users";

    private static final int ONE_IN = 5;

    private final String apiKey;
    private final Tellings tellings;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Account> acknowledged = new ConcurrentHashMap<>();

    public Joins(String apiKey, Tellings tellings) {
        this.apiKey = apiKey;
        this.tellings = tellings;
    }

    @Override
    public void play(Calls calls) {
        int mine = number.incrementAndGet();
        String name = "kai" + mine;
        String email = name + "@example.com";
        asked.add(email);
        Ask join = join(name, email).by(apiKey).under(name);
        var account = Account.of(calls.expect(200, join).body().path("data"));
        acknowledged.put(email, account);
        if (mine % ONE_IN == 0) {
            var again = Account.of(calls.expect(200, join).body().path("data"));
            if (!account.equals(again)) {
                throw new IllegalStateException(
                        "The join of %s was answered %s, and its repeat %s".formatted(email, account, again));
            }
        }
    }

    @Override
    public void prove(Calls door) {
        play(door);
    }

    /** The wish of a community for somebody. */
    static Ask join(String name, String email) {
        return Ask.post(
                PATH,
                Map.ofEntries(
                        Map.entry("firstname", "Kai"),
                        Map.entry("lastname", "Kill"),
                        Map.entry("username", name),
                        Map.entry("displayname", "Kai"),
                        Map.entry("email", email),
                        Map.entry("accessLevel", 0),
                        Map.entry("joinServer", true),
                        Map.entry("emailPassword", false),
                        Map.entry("sendEmail", false)));
    }

    @Override
    public Set<String> owed() {
        return acknowledged.keySet().stream()
                .filter(email -> !tellings.reachedAll(email))
                .map(email -> email + " joined, and a receiver was not told: " + acknowledged.get(email))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<String>> told() {
        return acknowledged.values().stream()
                .collect(Collectors.toMap(
                        Account::accountId,
                        account -> List.of(typeOf(AccountRegistered.class), typeOf(MemberProfiled.class), typeOf(MemberJoined.class)),
                        (one, other) -> one));
    }

    @Override
    public String tally() {
        return acknowledged.size() + " joins";
    }

    /** Everybody who was ever asked for. */
    public Set<String> asked() {
        return asked;
    }

    /** By e-mail address. */
    public Map<String, Account> acknowledged() {
        return acknowledged;
    }
}
