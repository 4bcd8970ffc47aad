package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.IdentityEvent.AccountProfiled;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The owner's profile. Owns {@code firstName, lastName, displayName, language, nickname, statusText, utcOffset}. */
public final class ProfileWrites {

    /** What is to be different; null leaves a value as it is. */
    public record ProfileUpdate(
            @Nullable String displayName,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language,
            @Nullable String nickname,
            @Nullable String statusText,
            @Nullable Integer utcOffset) {}

    private ProfileWrites() {}

    public static Uni<@Nullable AccountDocument> change(Tx tx, String id, String userId, ProfileUpdate changes) {
        return tx.change(accounts(), eq("_id", id))
                .by(combine(sets(changes)))
                .emitting(new AccountProfiled(
                        id,
                        userId,
                        changes.displayName(),
                        changes.firstName(),
                        changes.lastName(),
                        changes.language()));
    }

    private static List<Bson> sets(ProfileUpdate changes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("displayName", changes.displayName());
        values.put("firstName", changes.firstName());
        values.put("lastName", changes.lastName());
        values.put("language", changes.language());
        values.put("nickname", changes.nickname());
        values.put("statusText", changes.statusText());
        values.put("utcOffset", changes.utcOffset());
        return values.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> set(one.getKey(), one.getValue()))
                .toList();
    }
}
