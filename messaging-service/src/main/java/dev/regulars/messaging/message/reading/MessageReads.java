package dev.regulars.messaging.message.reading;

import static dev.regulars.messaging.MessagingError.NOTHING_TO_SEARCH;
import static dev.regulars.messaging.MessagingError.SINCE_OF_THE_FUTURE;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.stream.Collectors.toMap;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.messaging.community.ChannelDocument;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.log.ChannelLog;
import dev.regulars.messaging.log.LogEntryDocument;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.MessageQuery;
import dev.regulars.messaging.message.image.MessageImages;
import dev.regulars.messaging.message.view.Emails;
import dev.regulars.messaging.message.view.MessageDetails;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads messages, as far as the viewer sees their channels. */
@ApplicationScoped
class MessageReads {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int LONGEST_THREAD = 1_000;

    private final Channels channels;
    private final ChannelLog log;
    private final People people;
    private final Emails emails;
    private final MessageImages images;
    private final Outbox outbox;

    MessageReads(Channels channels, ChannelLog log, People people, Emails emails, MessageImages images, Outbox outbox) {
        this.channels = channels;
        this.log = log;
        this.people = people;
        this.emails = emails;
        this.images = images;
        this.outbox = outbox;
    }

    /** The newest first. */
    Uni<MessageList> list(Viewer viewer, MessageFilter filter) {
        return seen(viewer, filter.channel_id).chain(all -> author(viewer, filter)
                .chain(author -> filter.email != null && author == null
                        ? Uni.createFrom().item(new MessageList(0, List.of()))
                        : list(viewer, query(filter, all.keySet(), author, List.of()), filter.most(), all)));
    }

    private Uni<MessageList> list(Viewer viewer, MessageQuery query, int most, Map<String, ChannelDocument> channels) {
        return MessageDocument.count(outbox.alone(), viewer.community(), query)
                .chain(total -> MessageDocument.newest(outbox.alone(), viewer.community(), query, most)
                        .chain(found -> emails.seenBy(viewer, Emails.authors(found))
                                .map(known -> listed(total, found, channels, known))));
    }

    /** A channel's messages in their present state, in the order of their latest changes behind {@code since}. */
    Uni<List<MessageDetails>> since(Viewer viewer, String channelId, long since, int limit) {
        return channels.visible(viewer, channelId)
                .call(channel -> log.head(viewer.community(), channelId).invoke(head -> {
                    if (since > head) {
                        throw SINCE_OF_THE_FUTURE.because(since + " > " + head);
                    }
                }))
                .chain(channel -> log.after(viewer.community(), channelId, since, limit)
                        .map(MessageReads::places)
                        .chain(places -> documents(viewer, places.keySet())
                                .chain(found -> details(viewer, found, Map.of(channel.id, channel), places))))
                .map(all -> all.stream()
                        .sorted(java.util.Comparator.comparing(
                                MessageDetails::seq, java.util.Comparator.nullsLast(Long::compare)))
                        .toList());
    }

    /** The message that was named and its replies, or the parent and its replies where a reply was named. */
    Uni<List<MessageDetails>> thread(Viewer viewer, String messageId) {
        return MessageDocument.findEver(outbox.alone(), viewer.community(), messageId)
                .plug(orNotFound("message", messageId))
                .chain(named -> channels.visible(viewer, named.channelId).chain(channel -> MessageDocument.thread(
                                outbox.alone(),
                                viewer.community(),
                                named.replyTo == null ? named.id : named.replyTo,
                                LONGEST_THREAD)
                        .chain(found -> details(viewer, found, Map.of(channel.id, channel)))));
    }

    /** Messages with all the words, the newest first. */
    Uni<List<MessageDetails>> search(Viewer viewer, String words, MessageFilter filter) {
        List<String> wanted =
                NO_WORD.splitAsStream(words).filter(word -> !word.isEmpty()).toList();
        if (wanted.isEmpty()) {
            throw NOTHING_TO_SEARCH.because("no letter or digit");
        }
        return seen(viewer, filter.channel_id).chain(all -> MessageDocument.newest(
                        outbox.alone(), viewer.community(), query(filter, all.keySet(), null, wanted), filter.most())
                .chain(found -> details(viewer, found, all)));
    }

    private Uni<Map<String, ChannelDocument>> seen(Viewer viewer, @Nullable String channelId) {
        return channelId == null
                ? channels.visible(viewer)
                : channels.visible(viewer, channelId).map(channel -> Map.of(channel.id, channel));
    }

    private static MessageQuery query(
            MessageFilter filter, Collection<String> channelIds, @Nullable Person author, List<String> words) {
        String account = author == null ? null : author.accountId();
        String user = filter.user_id;
        return filter.namesAccount()
                ? new MessageQuery(channelIds, user, null, filter.forum_topic_id, words)
                : new MessageQuery(channelIds, account, user, filter.forum_topic_id, words);
    }

    /** One message as it is now. */
    Uni<MessageDetails> details(Viewer viewer, MessageDocument message, ChannelDocument channel) {
        return details(viewer, List.of(message), Map.of(channel.id, channel)).map(List::getFirst);
    }

    private Uni<List<MessageDetails>> details(
            Viewer viewer, List<MessageDocument> found, Map<String, ChannelDocument> channels) {
        List<String> ids = found.stream().map(message -> message.id).toList();
        return log.places(viewer.community(), ids).chain(places -> details(viewer, found, channels, places));
    }

    private Uni<List<MessageDetails>> details(
            Viewer viewer,
            Collection<MessageDocument> found,
            Map<String, ChannelDocument> channels,
            Map<String, Long> places) {
        return emails.seenBy(viewer, Emails.authors(found)).map(known -> found.stream()
                .map(message -> MessageDetails.of(
                        message, images.shown(message.images), name(channels, message), known, places.get(message.id)))
                .toList());
    }

    private Uni<List<MessageDocument>> documents(Viewer viewer, Collection<String> ids) {
        return MessageDocument.list(outbox.alone(), viewer.community(), ids)
                .collect()
                .asList();
    }

    /** Nobody where no author is named by e-mail address; absent where nobody has the address. */
    private Uni<@Nullable Person> author(Viewer viewer, MessageFilter filter) {
        return filter.email == null
                ? Uni.createFrom().nullItem()
                : people.find(viewer.community(), PersonKey.EMAIL, filter.email);
    }

    private MessageList listed(
            long total,
            List<MessageDocument> found,
            Map<String, ChannelDocument> channels,
            Map<String, String> emails) {
        return new MessageList(
                total,
                found.stream()
                        .map(message ->
                                MessageView.of(message, images.shown(message.images), name(channels, message), emails))
                        .toList());
    }

    private static String name(Map<String, ChannelDocument> channels, MessageDocument message) {
        ChannelDocument channel = channels.get(message.channelId);
        return channel == null ? "" : channel.name;
    }

    /** The last place of each message among the entries. */
    private static Map<String, Long> places(List<LogEntryDocument> entries) {
        return entries.stream()
                .collect(toMap(entry -> entry.messageId, entry -> entry.seq, Math::max, LinkedHashMap::new));
    }
}
