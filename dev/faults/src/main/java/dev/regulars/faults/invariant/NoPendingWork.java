package dev.regulars.faults.invariant;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.regulars.faults.scenario.Invariant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** No account has a pending mail, and no account link a pending mail or join. */
public record NoPendingWork(MongoClient mongo) implements Invariant {

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        MongoDatabase identity = mongo.getDatabase("identity");
        for (Document account : identity.getCollection("accounts").find(exists("mailDue.0"))) {
            violations.add("%s has a pending mail".formatted(account.getString("email")));
        }
        for (Document link : identity.getCollection("links").find(or(exists("encryptedToken"), exists("joinDue")))) {
            violations.add(
                    "Link %s is %s, with pending work".formatted(link.getString("_id"), link.getString("state")));
        }
        return violations;
    }
}
