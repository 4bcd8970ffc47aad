package dev.regulars.community.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the System API shows it (contract §3.9 row 1).
 *
 * @param permissions always empty: what a channel changes for roles and members are its overwrites
 * @param userId decimal one of whoever made it
 * @param url of an iframe channel only
 */
@Schema(examples = """
        {"topic": "General", "permissions": [], "userId": "42", "serverId": "66b1f0e9a4d3e5f60718293b",
         "channelType": "open", "_id": "66b1f2c3a4d3e5f607182941", "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:50.123Z", "__v": 0}""")
record ChannelView(
        @Schema(description = "The name that members see") String topic,

        @Schema(description = "What the caller may do in it")
        List<String> permissions,

        @Schema(description = "The decimal id of whoever created it")
        String userId,

        @Schema(description = "`_id` of the community") String serverId,
        ChannelType channelType,

        @Schema(description = "What an iframe channel shows") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String url,

        String _id,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Revision") int __v) {

    /** A channel as the Integration API lists it (contract §3.3.6). */
    @Schema(examples = """
            {"_id": "66b1f2c3a4d3e5f607182941", "topic": "General", "channelType": "open"}""")
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
