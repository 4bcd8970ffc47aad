package dev.regulars.messaging.stream.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.log.LogEntryDocument;
import dev.regulars.messaging.log.LogKind;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.image.MessageImages;
import dev.regulars.messaging.message.view.MessageAuthor;
import dev.regulars.messaging.message.view.MessageDetails;
import dev.regulars.messaging.stream.CloseCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what clients are told. Messages are shown as they are now, without e-mail addresses: any member may be reading. */
@ApplicationScoped
public class FrameWriter {

    /** Every frame; members that a type does not have are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServerFrame(
            String type,
            @Nullable String channel,
            @Nullable Long seq,
            @Nullable Instant at,
            @Nullable Object data,
            @Nullable List<ResumePoint> channels) {}

    /** Where to go on. */
    record ResumePoint(String id, long since) {}

    /** Somebody came or went. */
    record PresenceData(MessageAuthor user, boolean isOnline) {}

    /** A reaction that came or went. */
    record ReactionData(String id, String emoji, MessageAuthor user, List<MessageDetails.ReactionTotal> reactions) {}

    private final Channels channels;
    private final MessageImages images;
    private final Outbox outbox;
    private final ObjectMapper json;

    FrameWriter(Channels channels, MessageImages images, Outbox outbox, ObjectMapper json) {
        this.channels = channels;
        this.images = images;
        this.outbox = outbox;
        this.json = json;
    }

    /** One frame per entry, in the same order. */
    Uni<List<Frame>> frames(CommunityId community, List<LogEntryDocument> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<String> ids =
                entries.stream().map(entry -> entry.messageId).distinct().toList();
        return channels.name(community, entries.getFirst().channelId)
                .chain(name -> MessageDocument.list(outbox.alone(), community, ids)
                        .collect()
                        .asMap(message -> message.id)
                        .map(messages -> entries.stream()
                                .map(entry -> frame(entry, name, messages))
                                .toList()));
    }

    private Frame frame(LogEntryDocument entry, String channelName, Map<String, MessageDocument> messages) {
        @Nullable MessageDocument message = messages.get(entry.messageId);
        @Nullable
        MessageDetails details = message == null
                ? null
                : MessageDetails.of(message, images.shown(message.images), channelName, Map.of(), entry.seq);
        boolean reaction = entry.kind == LogKind.REACTED || entry.kind == LogKind.UNREACTED;
        Object data = reaction
                ? new ReactionData(
                        entry.messageId,
                        String.valueOf(entry.emoji),
                        new MessageAuthor(entry.userId, null),
                        details == null ? List.of() : details.reactions())
                : details;
        String text = write(new ServerFrame(entry.kind.wire(), entry.channelId, entry.seq, entry.at, data, null));
        return new Frame(entry.channelId, entry.seq, entry.kind.wire(), text);
    }

    String subscribed(String channelId, long seq) {
        return write(new ServerFrame("subscribed", channelId, seq, null, null, null));
    }

    public String typing(String channelId, String userId, Instant at) {
        return write(new ServerFrame("typing", channelId, null, at, new MessageAuthor(userId, null), null));
    }

    public String presence(String userId, boolean online, Instant at) {
        return write(new ServerFrame(
                "presence", null, null, at, new PresenceData(new MessageAuthor(userId, null), online), null));
    }

    public String pong(Instant at) {
        return write(new ServerFrame("pong", null, null, at, null, null));
    }

    public String error(CloseCode why) {
        return write(
                new ServerFrame("error", null, null, null, Map.of("code", why.code(), "message", why.reason()), null));
    }

    String resume(Map<String, Long> places) {
        return write(new ServerFrame(
                "resume",
                null,
                null,
                null,
                null,
                places.entrySet().stream()
                        .map(one -> new ResumePoint(one.getKey(), one.getValue()))
                        .collect(Collectors.toList())));
    }

    private String write(ServerFrame frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame cannot be written as JSON", e);
        }
    }
}
