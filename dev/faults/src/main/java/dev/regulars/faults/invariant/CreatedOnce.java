package dev.regulars.faults.invariant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.account.AccountIds;
import dev.regulars.faults.scenario.account.JoinScenario;
import dev.regulars.faults.scenario.account.LinkScenario;
import dev.regulars.faults.scenario.account.SignUpScenario;
import dev.regulars.sandbox.seed.Demo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Every requested user has exactly one account, verified where the code was confirmed, and every member of the demo
 * community has exactly one membership and one directory entry; nobody else has any.
 */
public record CreatedOnce(MongoClient mongo, Demo demo, JoinScenario joins, SignUpScenario signUps, LinkScenario links)
        implements Invariant {

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        Map<String, AccountIds> accounts = accounts(violations);
        compare(joins.acknowledged(), accounts, violations);
        compare(signUps.acknowledged(), accounts, violations);
        Set<String> members = accounts.entrySet().stream()
                .filter(one -> !signUps.requested().contains(one.getKey())
                        || links.accepted().containsKey(one.getKey()))
                .map(one -> one.getValue().accountId())
                .collect(Collectors.toSet());
        compare("a membership", members, memberIds("community", "memberships"), violations);
        compare("a directory entry", members, memberIds("identity", "members"), violations);
        return violations;
    }

    private Map<String, AccountIds> accounts(List<String> violations) {
        Map<String, AccountIds> accounts = new HashMap<>();
        for (Document account : collection("identity", "accounts").find()) {
            String email = account.getString("email");
            var found = new AccountIds(account.getString("_id"), account.getString("userId"));
            AccountIds other = accounts.put(email, found);
            if (other != null) {
                violations.add("%s has two accounts, %s and %s".formatted(email, other, found));
            }
            if (!isKnown(email)) {
                violations.add(email + " was never requested, but exists as " + found);
            }
            if (account.containsKey("joinDue")) {
                violations.add(email + " has a pending join");
            }
            if (signUps.acknowledged().containsKey(email) && !account.containsKey("verifiedAt")) {
                violations.add(email + " confirmed the code, but is not verified");
            }
        }
        return accounts;
    }

    private boolean isKnown(String email) {
        return joins.requested().contains(email)
                || signUps.requested().contains(email)
                || email.equals(demo.owner().email())
                || email.equals(demo.member().email());
    }

    private static void compare(
            Map<String, AccountIds> answered, Map<String, AccountIds> accounts, List<String> violations) {
        answered.forEach((email, account) -> {
            if (!account.equals(accounts.get(email))) {
                violations.add("%s was acknowledged as %s, but is stored as %s"
                        .formatted(email, account, accounts.get(email)));
            }
        });
    }

    /** Account ids of completed entries of the demo community. */
    private List<String> memberIds(String database, String name) {
        var which = name.equals("members") ? exists("membership") : exists("joinedAt");
        List<String> ids = new ArrayList<>();
        Bson ofDemo = and(eq("communityId", demo.community().objectId()), which);
        for (Document member : collection(database, name).find(ofDemo)) {
            ids.add(member.getString("accountId"));
        }
        return ids;
    }

    private static void compare(String what, Set<String> wanted, List<String> found, List<String> violations) {
        Set<String> once = new HashSet<>();
        for (String account : found) {
            if (!once.add(account)) {
                violations.add("Account %s has %s twice".formatted(account, what));
            }
            if (!wanted.contains(account)) {
                violations.add("Account %s must not have %s".formatted(account, what));
            }
        }
        wanted.stream()
                .filter(account -> !once.contains(account))
                .forEach(account -> violations.add("Account %s lacks %s".formatted(account, what)));
    }

    private MongoCollection<Document> collection(String database, String name) {
        return mongo.getDatabase(database).getCollection(name);
    }
}
