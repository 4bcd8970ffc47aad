package dev.regulars.messaging.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Indexes.text;
import static java.util.stream.Collectors.joining;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.TextSearchOptions;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Change;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A message. One that was deleted stays without its text, so that replies keep their parent and client keys their use. */
@MongoEntity(collection = "messages")
public class MessageDocument extends ReactivePanacheMongoEntityBase {

    public static final String CLIENT_KEY = "clientKey";

    private static final Bson IS_THERE = exists("deletedAt", false);

    /** Neither stems nor stop words: members write in any language. */
    private static final String NO_LANGUAGE = "none";

    /** One person's reaction; the emoji without its colons. */
    public record Reaction(String emoji, String accountId) {}

    @BsonId
    public String id;

    public CommunityId communityId;
    public String channelId;
    public String senderId;
    public String userId;
    public String text;
    public List<String> images;
    /** Ids of those that were uploaded here. */
    public List<String> mediaIds;

    public @Nullable String replyTo;
    public @Nullable String topicId;
    public @Nullable String clientKey;
    /** Of what was sent, to tell a repeat from another message under the same key. */
    public String fingerprint;

    public String sourceKind;
    public String sourceId;
    public List<Reaction> reactions;
    /** What a message of a chart analysis shows; changed with the analysis only. */
    public @Nullable MessageAnalysis analysis;
    /** Version at analysis-service. */
    public @Nullable Version analysisSource;

    public Instant sentAt;
    public @Nullable Instant editedAt;
    public @Nullable Instant deletedAt;

    /**
     * Fails as a duplicate where the sender used the client key before.
     *
     * @param shownImages as whoever hears of it can see them
     */
    public Uni<MessageDocument> send(Tx tx, List<String> shownImages) {
        return messages()
                .of(communityId)
                .insert(
                        tx,
                        this,
                        new MessageSent(
                                communityId.id(),
                                channelId,
                                id,
                                senderId,
                                userId,
                                text,
                                shownImages,
                                replyTo,
                                topicId,
                                new MessageSource(sourceKind, sourceId),
                                sentAt));
    }

    /** A message that shows an uploaded image. */
    public static Uni<@Nullable MessageDocument> showing(Tx tx, CommunityId community, String mediaId) {
        return messages().of(community).find(tx, eq("mediaIds", mediaId));
    }

    /** Begins a change of a message that is not deleted. */
    static Change<MessageDocument> change(Tx tx, CommunityId community, String id) {
        return messages().of(community).change(tx, and(eq("_id", id), IS_THERE));
    }

    public static Uni<@Nullable MessageDocument> find(Tx tx, CommunityId community, String id) {
        return messages().of(community).find(tx, and(eq("_id", id), IS_THERE));
    }

    /** Also one that was deleted. */
    public static Uni<@Nullable MessageDocument> findEver(Tx tx, CommunityId community, String id) {
        return messages().of(community).find(tx, id);
    }

    public static Uni<@Nullable MessageDocument> findByClientKey(
            Tx tx, CommunityId community, String senderId, String key) {
        return messages().of(community).find(tx, and(eq("senderId", senderId), eq(CLIENT_KEY, key)));
    }

    public static Multi<MessageDocument> list(Tx tx, CommunityId community, Collection<String> ids) {
        return messages().of(community).list(tx, in("_id", ids), ascending("_id"), 0);
    }

    /** The newest first. */
    public static Uni<List<MessageDocument>> newest(Tx tx, CommunityId community, MessageQuery query, int count) {
        return messages()
                .of(community)
                .list(tx, which(query), descending("sentAt", "_id"), count)
                .collect()
                .asList();
    }

    public static Uni<Long> count(Tx tx, CommunityId community, MessageQuery query) {
        return messages().of(community).count(tx, which(query));
    }

    /** A message and its replies, the oldest first; the parent also where it was deleted. */
    public static Uni<List<MessageDocument>> thread(Tx tx, CommunityId community, String parent, int most) {
        Bson thread = Filters.or(eq("_id", parent), and(eq("replyTo", parent), IS_THERE));
        return messages()
                .of(community)
                .list(tx, thread, ascending("sentAt", "_id"), most)
                .collect()
                .asList();
    }

    private static Bson which(MessageQuery query) {
        List<Bson> all = new ArrayList<>();
        all.add(IS_THERE);
        all.add(in("channelId", query.channelIds()));
        addIfThere(all, "senderId", query.accountId());
        addIfThere(all, "userId", query.userId());
        addIfThere(all, "topicId", query.topicId());
        if (!query.words().isEmpty()) {
            all.add(havingAll(query.words()));
        }
        return and(all);
    }

    private static void addIfThere(List<Bson> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(eq(field, value));
        }
    }

    /** Words in quotes must all be there; they hold letters and digits only. */
    private static Bson havingAll(List<String> words) {
        String quoted = words.stream().map(word -> '"' + word + '"').collect(joining(" "));
        return Filters.text(quoted, new TextSearchOptions().language(NO_LANGUAGE));
    }

    static Bson reactedBy(Reaction reaction) {
        return elemMatch("reactions", and(eq("emoji", reaction.emoji()), eq("accountId", reaction.accountId())));
    }

    static Bson notReactedBy(Reaction reaction) {
        return not(reactedBy(reaction));
    }

    public static Uni<Void> buildIndexes() {
        var oncePerKey = new IndexOptions().unique(true).partialFilterExpression(exists(CLIENT_KEY));
        var words = new IndexOptions().defaultLanguage(NO_LANGUAGE).languageOverride("noLanguage");
        return messages()
                .createIndex(ascending("communityId", "senderId", CLIENT_KEY), oncePerKey)
                .chain(() -> messages()
                        .createIndex(compoundIndex(ascending("communityId", "channelId"), descending("sentAt", "_id"))))
                .chain(() -> messages()
                        .createIndex(compoundIndex(ascending("communityId", "senderId"), descending("sentAt", "_id"))))
                .chain(() -> messages()
                        .createIndex(compoundIndex(ascending("communityId", "topicId"), descending("sentAt", "_id"))))
                .chain(() -> messages().createIndex(ascending("communityId", "replyTo", "sentAt")))
                .chain(() -> messages().createIndex(ascending("communityId", "mediaIds")))
                .chain(() -> messages().createIndex(compoundIndex(ascending("communityId"), text("text")), words));
    }

    private static TenantCollection.All<MessageDocument> messages() {
        return TenantCollection.all(mongoCollection());
    }
}
