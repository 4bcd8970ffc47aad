package dev.regulars.community.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the System API shows it (contract §3.9 row 1).
 *
 * @param permissions always empty: what a channel changes for roles and members are its overwrites
 * @param userId decimal one of whoever made it
 * @param url of an iframe channel only
 */
record ChannelView(
        String topic,
        List<String> permissions,
        String userId,
        String serverId,
        ChannelType channelType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
        String _id,
        Instant createdAt,
        Instant updatedAt,
        int __v) {

    /** A channel as the Integration API lists it (contract §3.3.6). */
    record Listed(String _id, String topic, ChannelType channelType) {

        static Listed of(ChannelDocument channel) {
            return new Listed(channel.id, channel.topic, channel.channelType);
        }
    }

    static ChannelView of(ChannelDocument channel) {
        return new ChannelView(
                channel.topic,
                List.of(),
                channel.userId,
                channel.communityId.id(),
                channel.channelType,
                channel.url,
                channel.id,
                channel.createdAt,
                channel.updatedAt,
                0);
    }
}
