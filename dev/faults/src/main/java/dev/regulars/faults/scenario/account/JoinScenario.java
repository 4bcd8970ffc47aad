package dev.regulars.faults.scenario.account;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.scenario.delivery.ReceivedDeliveries;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.RetryingClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Creates members with an API key; each join must reach both receivers of the demo partner. */
public final class JoinScenario implements Scenario {

    static final String PATH = "/apis/v1/users";

    private static final int ONE_IN = 5;

    private final String apiKey;
    private final ReceivedDeliveries deliveries;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> requested = ConcurrentHashMap.newKeySet();
    private final Map<String, AccountIds> acknowledged = new ConcurrentHashMap<>();

    public JoinScenario(String apiKey, ReceivedDeliveries deliveries) {
        this.apiKey = apiKey;
        this.deliveries = deliveries;
    }

    @Override
    public void run(RetryingClient client) {
        int mine = number.incrementAndGet();
        String name = "kai" + mine;
        String email = name + "@example.com";
        requested.add(email);
        ApiRequest join = join(name, email).as(apiKey).withIdempotencyKey(name);
        var account = AccountIds.of(client.expect(200, join).body().path("data"));
        acknowledged.put(email, account);
        if (mine % ONE_IN == 0) {
            var again = AccountIds.of(client.expect(200, join).body().path("data"));
            if (!account.equals(again)) {
                throw new IllegalStateException(
                        "The join of %s returned %s, but its repeat %s".formatted(email, account, again));
            }
        }
    }

    @Override
    public void verify(RetryingClient gateway) {
        run(gateway);
    }

    /** The request that creates a member. */
    static ApiRequest join(String name, String email) {
        return ApiRequest.post(
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
    public Set<String> pending() {
        return acknowledged.keySet().stream()
                .filter(email -> !deliveries.reachedAllReceivers(email))
                .map(email -> email + " joined, and a receiver got no delivery: " + acknowledged.get(email))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<String>> expectedEvents() {
        return AccountIds.events(
                acknowledged.values(),
                typeOf(AccountRegistered.class),
                typeOf(MemberProfiled.class),
                typeOf(MemberJoined.class));
    }

    @Override
    public String summary() {
        return acknowledged.size() + " joins";
    }

    /** E-mail addresses of all members that were requested. */
    public Set<String> requested() {
        return requested;
    }

    /** By e-mail address. */
    public Map<String, AccountIds> acknowledged() {
        return acknowledged;
    }
}
