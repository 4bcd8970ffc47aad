package dev.regulars.messaging.stream.socket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client says. Of a later version's frames the members that are unknown here are passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ClientFrame(
        String type,
        @Nullable String token,
        @Nullable String communityId,
        @Nullable String channel,
        @Nullable List<Wanted> channels) {

    /**
     * A channel to subscribe to, or no longer.
     *
     * @param since the last {@code seq} that was seen; from now on where it is absent
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wanted(String id, @Nullable Long since) {}

    List<Wanted> wanted() {
        return channels == null ? List.of() : channels;
    }
}
