package dev.regulars.identity.accounts.installation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountDisabled;
import dev.regulars.events.identity.IdentityEvent.AccountEnabled;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.AccountDocument.Disabled;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An account, as far as it can be shut. */
@MongoEntity(collection = "accounts")
public class AccountStatusDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public @Nullable Disabled disabled;

    static Uni<@Nullable AccountStatusDocument> find(Tx tx, String id) {
        return tx.find(accounts(), eq("_id", id));
    }

    /** Ends every session in the same write. Empty where it was shut before, or is not there. */
    static Uni<@Nullable AccountStatusDocument> shut(Tx tx, String id, Disabled disabled) {
        return tx.change(accounts(), eq("_id", id))
                .when(AccountDocument.isOpen())
                .by(combine(set("disabled", disabled), AccountDocument.endingSessions(null)))
                .emitting(new AccountDisabled(id, disabled.at()), new CallerChanged(Scope.ACCOUNT, id, null));
    }

    /** Empty where it was not shut. */
    static Uni<@Nullable AccountStatusDocument> open(Tx tx, String id, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(exists("disabled"))
                .by(unset("disabled"))
                .emitting(new AccountEnabled(id, now));
    }

    private static ReactiveMongoCollection<AccountStatusDocument> accounts() {
        return mongoCollection();
    }
}
