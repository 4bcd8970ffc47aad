package dev.regulars.media.picture;

import dev.regulars.events.CommunityId;
import dev.regulars.media.MediaReferences;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@Singleton
public class NamedPictures implements MediaReferences {

    public final Set<String> named = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Boolean> isNamed(CommunityId community, String mediaId) {
        return Uni.createFrom().item(named.contains(mediaId));
    }
}
