package dev.regulars.faults.story;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.faults.suite.Ask;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Mails;
import dev.regulars.faults.suite.Mails.Secret;
import dev.regulars.faults.suite.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A community asks for people who have an account already; their owners are asked by mail, and most agree. */
public final class Links implements Story {

    private static final int DECLINES_ONE_IN = 5;

    /** What an owner answered, and how to ask for what became of it. */
    private record Done(Ask answer, Ask info, boolean agreed) {}

    private final String apiKey;
    private final SignUps people;
    private final Mails mails;
    private final Tellings tellings;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> unmailed = ConcurrentHashMap.newKeySet();
    private final Map<String, Account> agreed = new ConcurrentHashMap<>();
    private final Set<String> absent = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Done newest;

    public Links(String apiKey, SignUps people, Mails mails, Tellings tellings) {
        this.apiKey = apiKey;
        this.people = people;
        this.mails = mails;
        this.tellings = tellings;
    }

    @Override
    public void play(Calls calls) {
        Person person = people.somebody(calls);
        String email = person.email();
        Ask wish = Joins.join(person.name(), email).by(apiKey).under(person.name());
        Ask info = Ask.post(Joins.PATH + "/info", Map.of("idOrEmail", email)).by(apiKey);
        asked.add(email);
        calls.require(202, wish);
        unmailed.add(email);
        String token = mails.await(email, Secret.TOKEN);
        unmailed.remove(email);
        calls.require(404, info);
        boolean agrees = number.incrementAndGet() % DECLINES_ONE_IN != 0;
        Ask answer = Ask.post("/v1/auth/account-links/confirm", Map.of("token", token, "accept", agrees));
        answer(calls, person, answer);
        if (agrees) {
            agreed.put(email, account(email));
            absent.add(email);
            awaitMember(calls, info);
            absent.remove(email);
        } else {
            calls.require(404, info);
        }
        newest = new Done(answer, info, agrees);
    }

    /** The newest token that was used is refused still, and whoever agreed last is a member. */
    @Override
    public void prove(Calls door) {
        Done done = newest;
        if (done != null) {
            door.require(400, done.answer());
            door.require(done.agreed() ? 200 : 404, done.info());
        }
    }

    /** Once, however often it is sent under one key; by another key it comes too late. */
    private static void answer(Calls calls, Person person, Ask answer) {
        calls.require(200, answer.under(person.name()));
        calls.require(200, answer.under(person.name()));
        calls.require(400, answer.under(person.name() + " again"));
    }

    /** Not always at once: an answer is taken also where the community cannot be told of it yet. */
    private static void awaitMember(Calls calls, Ask info) {
        if (!new Patience().await(() -> calls.insist(info).isYes())) {
            throw new IllegalStateException("Somebody agreed, and is no member: " + info.body());
        }
    }

    private Account account(String email) {
        Account account = people.acknowledged().get(email);
        if (account == null) {
            throw new IllegalStateException(email + " never signed up");
        }
        return account;
    }

    @Override
    public Set<String> owed() {
        Set<String> owed = new HashSet<>();
        unmailed.forEach(email -> owed.add(email + " is to be asked, and has no mail with a token"));
        absent.forEach(email -> owed.add(email + " agreed, and is no member"));
        agreed.keySet().stream()
                .filter(email -> !tellings.reachedAll(email))
                .forEach(email -> owed.add(email + " agreed, and a receiver was not told"));
        return owed;
    }

    @Override
    public Map<String, List<String>> told() {
        return agreed.values().stream()
                .collect(Collectors.toMap(
                        Account::accountId,
                        account -> List.of(typeOf(MemberProfiled.class), typeOf(MemberJoined.class)),
                        (one, other) -> one));
    }

    @Override
    public String tally() {
        return agreed.size() + " links";
    }

    /** Everybody whom the community ever asked for. */
    public Set<String> asked() {
        return asked;
    }

    /** Who became a member so, by e-mail address. */
    public Map<String, Account> agreed() {
        return agreed;
    }
}
