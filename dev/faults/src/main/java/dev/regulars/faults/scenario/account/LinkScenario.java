package dev.regulars.faults.scenario.account;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.scenario.delivery.ReceivedDeliveries;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.Mailboxes.Secret;
import dev.regulars.faults.suite.RetryingClient;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A community adds users that already have an account; their owners are asked by mail, and most accept. */
public final class LinkScenario implements Scenario {

    private static final int DECLINES_ONE_IN = 5;

    /** The owner's confirmation, and the lookup that shows its result. */
    private record Completed(ApiRequest confirmation, ApiRequest info, boolean accepted) {}

    private final String apiKey;
    private final SignUpScenario users;
    private final Mailboxes mails;
    private final ReceivedDeliveries deliveries;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> requested = ConcurrentHashMap.newKeySet();
    private final Set<String> awaitingMail = ConcurrentHashMap.newKeySet();
    private final Map<String, AccountIds> accepted = new ConcurrentHashMap<>();
    private final Set<String> awaitingMembership = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Completed newest;

    public LinkScenario(String apiKey, SignUpScenario users, Mailboxes mails, ReceivedDeliveries deliveries) {
        this.apiKey = apiKey;
        this.users = users;
        this.mails = mails;
        this.deliveries = deliveries;
    }

    @Override
    public void run(RetryingClient client) {
        TestUser person = users.unusedUser(client);
        String email = person.email();
        ApiRequest creation = JoinScenario.join(person.name(), email).as(apiKey).withIdempotencyKey(person.name());
        ApiRequest info = ApiRequest.post(JoinScenario.PATH + "/info", Map.of("idOrEmail", email))
                .as(apiKey);
        requested.add(email);
        client.require(202, creation);
        awaitingMail.add(email);
        String token = mails.await(email, Secret.TOKEN);
        awaitingMail.remove(email);
        client.require(404, info);
        boolean accepts = number.incrementAndGet() % DECLINES_ONE_IN != 0;
        ApiRequest confirmation =
                ApiRequest.post("/v1/auth/account-links/confirm", Map.of("token", token, "accept", accepts));
        confirm(client, person, confirmation);
        if (accepts) {
            accepted.put(email, account(email));
            awaitingMembership.add(email);
            awaitMember(client, info);
            awaitingMembership.remove(email);
        } else {
            client.require(404, info);
        }
        newest = new Completed(confirmation, info, accepts);
    }

    /** Checks that the newest used token is still refused and that its owner is a member exactly if they accepted. */
    @Override
    public void verify(RetryingClient gateway) {
        Completed completed = newest;
        if (completed != null) {
            gateway.require(400, completed.confirmation());
            gateway.require(completed.accepted() ? 200 : 404, completed.info());
        }
    }

    /** Repeats under one idempotency key succeed; under another key the token is used up. */
    private static void confirm(RetryingClient client, TestUser person, ApiRequest confirmation) {
        client.require(200, confirmation.withIdempotencyKey(person.name()));
        client.require(200, confirmation.withIdempotencyKey(person.name()));
        client.require(400, confirmation.withIdempotencyKey(person.name() + " again"));
    }

    /** Asynchronous: a confirmation is accepted even while community-service is down. */
    private static void awaitMember(RetryingClient client, ApiRequest info) {
        if (!new Deadline().await(() -> client.sendUntilAnswered(info).isSuccess())) {
            throw new IllegalStateException("Accepted, but not a member: " + info.body());
        }
    }

    private AccountIds account(String email) {
        AccountIds account = users.acknowledged().get(email);
        if (account == null) {
            throw new IllegalStateException(email + " never signed up");
        }
        return account;
    }

    @Override
    public Set<String> pending() {
        Set<String> pending = new HashSet<>();
        awaitingMail.forEach(email -> pending.add(email + " was requested, but got no mail with a token"));
        awaitingMembership.forEach(email -> pending.add(email + " accepted, but is not a member"));
        accepted.keySet().stream()
                .filter(email -> !deliveries.reachedAllReceivers(email))
                .forEach(email -> pending.add(email + " accepted, and a receiver got no delivery"));
        return pending;
    }

    @Override
    public Map<String, List<String>> expectedEvents() {
        return AccountIds.events(accepted.values(), typeOf(MemberProfiled.class), typeOf(MemberJoined.class));
    }

    @Override
    public String summary() {
        return accepted.size() + " links";
    }

    /** E-mail addresses of all requested links. */
    public Set<String> requested() {
        return requested;
    }

    /** Users that became members by accepting, by e-mail address. */
    public Map<String, AccountIds> accepted() {
        return accepted;
    }
}
