package dev.regulars.identity.directory.community;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of communities, read once for all answers of a moment. */
@ApplicationScoped
public class Communities {

    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final int MOST = 10_000;

    /** @param identifierField name of the custom field that identifies users; absent where none is configured */
    public record Settings(ZoneId zone, @Nullable String identifierField) {

        static Settings of(@Nullable CommunityDocument stored) {
            return stored == null
                    ? new Settings(ZoneOffset.UTC, null)
                    : new Settings(ZoneId.of(stored.timezone), stored.identifierField);
        }

        /** {@code YYYY-MM-DD}. */
        public String today(Clock clock) {
            return LocalDate.ofInstant(clock.instant(), zone).toString();
        }
    }

    private final Outbox outbox;
    private final Cache<CommunityId, Settings> recent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    Communities(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Settings> settings(CommunityId community) {
        Settings known = recent.getIfPresent(community);
        return known != null
                ? Uni.createFrom().item(known)
                : CommunityDocument.find(outbox.alone(), community)
                        .map(Settings::of)
                        .invoke(settings -> recent.put(community, settings));
    }

    /** The one that somebody without a credential names. */
    public Uni<@Nullable CommunityId> named(String id) {
        return CommunityDocument.named(outbox.alone(), id);
    }

    /** Those with a custom field that identifies users. */
    public Uni<List<CommunityId>> identifyingUsers() {
        return CommunityDocument.withIdentifier(outbox.alone());
    }
}
