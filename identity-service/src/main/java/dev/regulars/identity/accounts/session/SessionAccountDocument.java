package dev.regulars.identity.accounts.session;

import static com.mongodb.client.model.Filters.eq;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.account.AccountDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An account, as far as it has sessions: one write to it ends them all, whatever else it is about. */
@MongoEntity(collection = "accounts")
public class SessionAccountDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String userId;
    public String username;
    public String email;
    public String firstName;
    public String lastName;
    public String displayName;
    public long sessionGeneration;
    public @Nullable String keptSession;

    /** So that a trade reads the account once. */
    Account account() {
        return new Account(id, userId, username, email, firstName, lastName, displayName);
    }

    boolean holds(SessionDocument session) {
        return session.generation == sessionGeneration || session.id.equals(keptSession);
    }

    static Uni<@Nullable SessionAccountDocument> find(Tx tx, String id) {
        return tx.find(accounts(), eq("_id", id));
    }

    static Uni<@Nullable SessionAccountDocument> endAllBut(Tx tx, String id, String kept) {
        return tx.change(accounts(), eq("_id", id))
                .when(AccountDocument.isOpen())
                .by(AccountDocument.endingSessions(kept))
                .emitting(new CallerChanged(Scope.ACCOUNT, id, null));
    }

    private static ReactiveMongoCollection<SessionAccountDocument> accounts() {
        return mongoCollection();
    }
}
