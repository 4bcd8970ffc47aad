package dev.regulars.faults.invariant;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.regulars.faults.scenario.Invariant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** No account waits for a mail, no owner to be asked, and nobody who agreed to be made a member. */
public record NoPendingWork(MongoClient mongo) implements Invariant {

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        MongoDatabase identity = mongo.getDatabase("identity");
        for (Document account : identity.getCollection("accounts").find(exists("mailDue.0"))) {
            violations.add("%s is still owed a mail".formatted(account.getString("email")));
        }
        for (Document link : identity.getCollection("links").find(or(exists("encryptedToken"), exists("joinDue")))) {
            violations.add("Link %s is %s, and not finished".formatted(link.getString("_id"), link.getString("state")));
        }
        return violations;
    }
}
