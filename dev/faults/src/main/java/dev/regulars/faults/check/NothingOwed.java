package dev.regulars.faults.check;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.regulars.faults.story.Check;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** No account waits for a mail, no owner to be asked, and nobody who agreed to be made a member. */
public record NothingOwed(MongoClient mongo) implements Check {

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        MongoDatabase identity = mongo.getDatabase("identity");
        for (Document account : identity.getCollection("accounts").find(exists("mailDue.0"))) {
            faults.add("%s is still owed a mail".formatted(account.getString("email")));
        }
        for (Document link : identity.getCollection("links").find(or(exists("encryptedToken"), exists("joinDue")))) {
            faults.add("Link %s is %s, and not finished".formatted(link.getString("_id"), link.getString("state")));
        }
        return faults;
    }
}
