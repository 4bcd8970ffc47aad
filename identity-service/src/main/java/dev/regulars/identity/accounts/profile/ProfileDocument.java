package dev.regulars.identity.accounts.profile;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.IdentityEvent.AccountProfiled;
import dev.regulars.identity.accounts.mail.Language;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An account, as far as its owner says how it is. */
@MongoEntity(collection = "accounts")
public class ProfileDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String userId;
    public String username;
    public String email;
    public String firstName;
    public String lastName;
    public String displayName;
    public @Nullable String language;
    public @Nullable String nickname;
    public @Nullable String statusText;
    public int utcOffset;
    public @Nullable Instant lastLogin;

    static Uni<@Nullable ProfileDocument> find(Tx tx, String id) {
        return tx.find(accounts(), eq("_id", id));
    }

    static Uni<@Nullable ProfileDocument> change(Tx tx, String id, String userId, ProfileChange change) {
        return tx.change(accounts(), eq("_id", id))
                .by(combine(sets(change)))
                .emitting(new AccountProfiled(
                        id, userId, change.displayName(), change.firstName(), change.lastName(), change.language()));
    }

    private static List<Bson> sets(ProfileChange change) {
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        wanted.put("displayName", change.displayName());
        wanted.put("firstName", change.firstName());
        wanted.put("lastName", change.lastName());
        wanted.put("language", change.language());
        wanted.put("nickname", change.nickname());
        wanted.put("statusText", change.statusText());
        wanted.put("utcOffset", change.utcOffset());
        return wanted.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> set(one.getKey(), one.getValue()))
                .toList();
    }

    String languageOrDefault() {
        return language == null ? Language.ENGLISH.title() : language;
    }

    private static ReactiveMongoCollection<ProfileDocument> accounts() {
        return mongoCollection();
    }
}
