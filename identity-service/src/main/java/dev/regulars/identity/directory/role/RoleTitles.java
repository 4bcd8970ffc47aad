package dev.regulars.identity.directory.role;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How answers show the roles of members. A community's roles are read once for all answers of a moment, so that a member costs one
 * read, and a renamed role no write to its holders.
 */
@ApplicationScoped
public class RoleTitles {

    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int COMMUNITIES = 10_000;

    /** The roles of a community, the highest first. */
    public record Titles(List<Title> roles) {

        /** {@code @all}, and the roles with these ids, the highest first. What is deleted is left out. */
        public List<String> of(List<String> roleIds) {
            return Stream.concat(Stream.of(MemberRoles.EVERYONE), held(roleIds)).toList();
        }

        public String highestOf(List<String> roleIds) {
            return held(roleIds).findFirst().orElse(MemberRoles.EVERYONE);
        }

        private Stream<String> held(List<String> roleIds) {
            return roles.stream().filter(role -> roleIds.contains(role.id())).map(Title::title);
        }
    }

    /** A role as answers show it. */
    public record Title(String id, String title) {

        static Title of(RoleDocument role) {
            return new Title(role.roleId, MemberRoles.withAtSign(role.title));
        }
    }

    private final Outbox outbox;
    private final Cache<CommunityId, Titles> recent = Caffeine.newBuilder()
            .maximumSize(COMMUNITIES)
            .expireAfterWrite(MOMENT)
            .build();

    RoleTitles(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Titles> of(CommunityId community) {
        Titles known = recent.getIfPresent(community);
        return known == null ? read(community) : Uni.createFrom().item(known);
    }

    private Uni<Titles> read(CommunityId community) {
        return RoleDocument.list(outbox.alone(), community)
                .map(roles -> new Titles(roles.stream().map(Title::of).toList()))
                .invoke(titles -> recent.put(community, titles));
    }
}
