package dev.regulars.media;

import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;

/** Which of its images a service still needs. A service with this library has one bean of this. */
public interface MediaReferences {

    /** Whether any document names the image. What no document names for a day is removed. */
    Uni<Boolean> isNamed(CommunityId community, String mediaId);
}
