package dev.regulars.faults.check;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.regulars.faults.story.Account;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Joins;
import dev.regulars.faults.story.Links;
import dev.regulars.faults.story.SignUps;
import dev.regulars.sandbox.seed.Demo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * One account for each person who was asked for, and for nobody else; verified where its owner showed a code; one membership and one
 * place in the directory for whoever a community made or who agreed.
 */
public record MadeOnce(MongoClient mongo, Demo demo, Joins joins, SignUps signUps, Links links) implements Check {

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, Account> accounts = accounts(faults);
        compare(joins.acknowledged(), accounts, faults);
        compare(signUps.acknowledged(), accounts, faults);
        Set<String> members = accounts.entrySet().stream()
                .filter(one -> !signUps.asked().contains(one.getKey())
                        || links.agreed().containsKey(one.getKey()))
                .map(one -> one.getValue().accountId())
                .collect(Collectors.toSet());
        compare("a membership", members, members("community", "memberships"), faults);
        compare("a place in the directory", members, members("identity", "members"), faults);
        return faults;
    }

    private Map<String, Account> accounts(List<String> faults) {
        Map<String, Account> accounts = new HashMap<>();
        for (Document account : collection("identity", "accounts").find()) {
            String email = account.getString("email");
            var found = new Account(account.getString("_id"), account.getString("userId"));
            Account other = accounts.put(email, found);
            if (other != null) {
                faults.add("%s has two accounts, %s and %s".formatted(email, other, found));
            }
            if (!isKnown(email)) {
                faults.add("Nobody asked for " + email + ", who is " + found);
            }
            if (account.containsKey("joinDue")) {
                faults.add(email + " is still owed a join");
            }
            if (signUps.acknowledged().containsKey(email) && !account.containsKey("verifiedAt")) {
                faults.add(email + " was verified, and is not");
            }
        }
        return accounts;
    }

    private boolean isKnown(String email) {
        return joins.asked().contains(email)
                || signUps.asked().contains(email)
                || email.equals(demo.owner().email())
                || email.equals(demo.member().email());
    }

    private static void compare(Map<String, Account> answered, Map<String, Account> accounts, List<String> faults) {
        answered.forEach((email, account) -> {
            if (!account.equals(accounts.get(email))) {
                faults.add("%s was answered %s, and is %s".formatted(email, account, accounts.get(email)));
            }
        });
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

    private static void compare(String what, Set<String> wanted, List<String> found, List<String> faults) {
        Set<String> once = new HashSet<>();
        for (String account : found) {
            if (!once.add(account)) {
                faults.add("Account %s has %s twice".formatted(account, what));
            }
            if (!wanted.contains(account)) {
                faults.add("Account %s does not exist or never agreed, and has %s".formatted(account, what));
            }
        }
        wanted.stream()
                .filter(account -> !once.contains(account))
                .forEach(account -> faults.add("Account %s lacks %s".formatted(account, what)));
    }

    private MongoCollection<Document> collection(String database, String name) {
        return mongo.getDatabase(database).getCollection(name);
    }
}
