package dev.regulars.messaging.message.sending;

import static dev.regulars.messaging.MessagingError.CLIENT_KEY_REUSED;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.image.MessageImages;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Stores messages, each once. */
@ApplicationScoped
public class MessageStore {

    private static final int LONGEST_KEY = 255;

    private final MessageImages images;
    private final Outbox outbox;
    private final Clock clock;

    MessageStore(MessageImages images, Outbox outbox, Clock clock) {
        this.images = images;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The message that is stored now, or the one that was under the same client key before. */
    public Uni<MessageDocument> send(Viewer viewer, NewMessage message) {
        return send(outbox.alone(), source(viewer), message);
    }

    /** The same on behalf of something else than a caller. */
    public Uni<MessageDocument> send(Tx tx, MessageSource source, NewMessage message) {
        checkKey(message);
        CommunityId community = message.channel().communityId;
        return images.kept(community, message.content().images()).chain(kept -> {
            MessageDocument document = document(source, message, kept);
            return document.send(tx, images.shown(kept))
                    .onFailure(MessageStore::isRepeat)
                    .recoverWithUni(repeat -> sentBefore(tx, document));
        });
    }

    private static Uni<MessageDocument> sentBefore(Tx tx, MessageDocument again) {
        return MessageDocument.findByClientKey(
                        tx, again.communityId, again.senderId, Objects.requireNonNull(again.clientKey))
                .map(first -> {
                    if (first == null || !first.fingerprint.equals(again.fingerprint)) {
                        throw CLIENT_KEY_REUSED.because(String.valueOf(again.clientKey));
                    }
                    return first;
                });
    }

    private MessageDocument document(MessageSource source, NewMessage message, List<String> kept) {
        var document = new MessageDocument();
        document.id = Ids.next();
        document.communityId = message.channel().communityId;
        document.channelId = message.channel().id;
        document.senderId = message.sender().accountId();
        document.userId = message.sender().userId();
        document.text = message.content().text();
        document.images = kept;
        document.mediaIds = images.ids(kept);
        document.replyTo = message.replyTo();
        document.topicId = message.topicId();
        document.clientKey = message.clientKey();
        document.fingerprint = fingerprint(message, kept);
        document.sourceKind = source.kind();
        document.sourceId = source.id();
        document.reactions = List.of();
        document.sentAt = clock.instant();
        return document;
    }

    /** What a caller sends with. */
    public static MessageSource source(Viewer viewer) {
        boolean key = viewer.actor().kind() == CallerKind.KEY;
        String id = Objects.requireNonNullElse(
                viewer.actor().credential(), viewer.actor().id());
        return new MessageSource(key ? "key" : "user", id);
    }

    private static String fingerprint(NewMessage message, List<String> kept) {
        return Secrets.hash(String.join(
                "\n",
                message.channel().id,
                String.valueOf(message.replyTo()),
                String.valueOf(message.topicId()),
                String.join(" ", kept),
                message.content().text()));
    }

    private static void checkKey(NewMessage message) {
        String key = message.clientKey();
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refusal.invalid("clientMessageId", "must be 1 to " + LONGEST_KEY + " characters");
        }
    }

    private static boolean isRepeat(Throwable failure) {
        return DuplicateKey.is(failure, MessageDocument.CLIENT_KEY);
    }
}
