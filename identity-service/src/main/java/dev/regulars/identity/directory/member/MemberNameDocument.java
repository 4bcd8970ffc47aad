package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static dev.regulars.identity.directory.member.MemberDocument.JOINED;
import static dev.regulars.identity.directory.member.MemberDocument.members;

import com.mongodb.client.model.Sorts;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.member.UserReference.Form;
import dev.regulars.identity.name.NameRules;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Members by what names them: id, e-mail address or username. */
final class MemberNameDocument {

    private MemberNameDocument() {}

    /** Former members are not found. */
    static Uni<@Nullable MemberDocument> joined(Tx tx, CommunityId community, String idOrEmail) {
        return members().of(community).find(tx, and(byIdOrEmail(UserReference.of(idOrEmail)), JOINED));
    }

    /** Former members too. */
    static Uni<@Nullable MemberDocument> named(Tx tx, CommunityId community, String user) {
        UserReference reference = UserReference.of(user);
        return named(tx, community, List.of(reference)).map(reference::among);
    }

    /** Former members too; no more than are named, but some usernames are alike. */
    static Uni<List<MemberDocument>> named(Tx tx, CommunityId community, Collection<UserReference> users) {
        List<String> ids = values(users, Form.ACCOUNT_ID).stream()
                .map(accountId -> MemberDocument.id(community.id(), accountId))
                .toList();
        List<Bson> ways = Stream.of(
                        way("userId", values(users, Form.USER_ID)),
                        way("_id", ids),
                        way("emailKey", values(users, Form.EMAIL)),
                        way("usernameKey", usernameKeys(users)))
                .flatMap(Optional::stream)
                .toList();
        if (ways.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return members()
                .of(community)
                .list(tx, or(ways), Sorts.ascending("_id"), 0)
                .collect()
                .asList();
    }

    /** A way that nobody is named by would be planned and walked all the same. */
    private static Optional<Bson> way(String field, List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(in(field, values));
    }

    private static List<String> values(Collection<UserReference> users, Form form) {
        return users.stream()
                .filter(user -> user.form() == form)
                .map(UserReference::value)
                .toList();
    }

    private static List<String> usernameKeys(Collection<UserReference> users) {
        return users.stream()
                .map(UserReference::username)
                .filter(Objects::nonNull)
                .map(NameRules::usernameKey)
                .toList();
    }

    private static Bson byIdOrEmail(UserReference user) {
        return switch (user.form()) {
            case USER_ID -> eq("userId", user.value());
            case ACCOUNT_ID -> eq("accountId", user.value());
            case EMAIL -> eq("emailKey", user.value());
            case NO_ID -> nor(exists("_id"));
        };
    }
}
