package dev.regulars.gamification.counter.xp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** How much XP actions earn; what other replicas changed is seen a second later at most. */
@ApplicationScoped
public class XpSettings {

    private final Outbox outbox;
    private final Clock clock;
    private final Cache<CommunityId, XpSetting> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    XpSettings(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<XpSetting> of(CommunityId community) {
        XpSetting known = recent.getIfPresent(community);
        return known != null
                ? Uni.createFrom().item(known)
                : XpSettingDocument.find(outbox.alone(), community)
                        .map(found -> found == null ? XpSetting.NONE : found.setting)
                        .invoke(setting -> recent.put(community, setting));
    }

    public Uni<XpSetting> set(Tx tx, XpSetting setting) {
        return XpSettingDocument.of(tx.community(), setting, clock.instant())
                .store(tx)
                .invoke(stored -> recent.invalidate(stored.communityId))
                .map(stored -> stored.setting);
    }
}
