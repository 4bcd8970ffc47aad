package dev.regulars.faults.check;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Joins;
import dev.regulars.faults.story.Joins.Joined;
import dev.regulars.sandbox.seed.Demo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** One account, one membership and one place in the directory for each person who was asked for, and for nobody else. */
public record MadeOnce(MongoClient mongo, Demo demo, Joins joins) implements Check {

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, Joined> accounts = accounts(faults);
        joins.acknowledged().forEach((email, joined) -> {
            if (!joined.equals(accounts.get(email))) {
                faults.add("%s was answered %s, and is %s".formatted(email, joined, accounts.get(email)));
            }
        });
        Set<String> ids = new HashSet<>();
        accounts.values().forEach(account -> ids.add(account.accountId()));
        compare("a membership", ids, members("community", "memberships"), faults);
        compare("a place in the directory", ids, members("identity", "members"), faults);
        return faults;
    }

    private Map<String, Joined> accounts(List<String> faults) {
        Map<String, Joined> accounts = new HashMap<>();
        for (Document account : collection("identity", "accounts").find()) {
            String email = account.getString("email");
            var found = new Joined(account.getString("_id"), account.getString("userId"));
            Joined other = accounts.put(email, found);
            if (other != null) {
                faults.add("%s has two accounts, %s and %s".formatted(email, other, found));
            }
            if (!isKnown(email)) {
                faults.add("Nobody asked for " + email + ", who is " + found);
            }
            if (account.containsKey("joinDue")) {
                faults.add(email + " is still owed a join");
            }
        }
        return accounts;
    }

    private boolean isKnown(String email) {
        return joins.asked().contains(email)
                || email.equals(demo.owner().email())
                || email.equals(demo.member().email());
    }

    /** Of the demo community; one that is not finished does not count. */
    private List<String> members(String database, String name) {
        var which = name.equals("members") ? exists("membership") : exists("joinedAt");
        List<String> ids = new ArrayList<>();
        for (Document member : collection(database, name).find(which)) {
            ids.add(member.getString("accountId"));
        }
        return ids;
    }

    private static void compare(String what, Set<String> accounts, List<String> found, List<String> faults) {
        Set<String> once = new HashSet<>();
        for (String account : found) {
            if (!once.add(account)) {
                faults.add("Account %s has %s twice".formatted(account, what));
            }
            if (!accounts.contains(account)) {
                faults.add("Account %s does not exist, and has %s".formatted(account, what));
            }
        }
        accounts.stream()
                .filter(account -> !once.contains(account))
                .forEach(account -> faults.add("Account %s lacks %s".formatted(account, what)));
    }

    private MongoCollection<Document> collection(String database, String name) {
        return mongo.getDatabase(database).getCollection(name);
    }
}
