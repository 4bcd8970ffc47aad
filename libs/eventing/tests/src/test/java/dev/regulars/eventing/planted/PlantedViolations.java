package dev.regulars.eventing.planted;

import com.mongodb.client.model.Filters;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.function.Supplier;

/** Each of them does what the rules of architecture forbid; none is ever run. */
final class PlantedViolations {

    private PlantedViolations() {}

    abstract static class RawDocument extends ReactivePanacheMongoEntityBase {
        static ReactiveMongoCollection<RawDocument> open() {
            return mongoCollection();
        }
    }

    abstract static class LambdaDocument extends ReactivePanacheMongoEntityBase {
        static Supplier<Object> later() {
            return () -> mongoCollection();
        }
    }

    abstract static class CountingDocument extends ReactivePanacheMongoEntityBase {
        static Uni<Long> all() {
            return count();
        }
    }

    abstract static class UnlistedDocument extends ReactivePanacheMongoEntityBase {
        static Object everybodys() {
            return documents().ofAllCommunities().find(Filters.empty());
        }

        private static TenantCollection.All<UnlistedDocument> documents() {
            return TenantCollection.all(mongoCollection());
        }
    }

    static final class Inventor {
        static CommunityId invent(String id) {
            return CommunityId.trusted(id);
        }
    }

    record UseCase(Caller caller) {}

    @IfBuildProfile("planted") // never served
    @Path("/application/communities/{communityId}/planted")
    abstract static class TextResource {
        @GET
        @Needs(level = Level.MEMBER)
        public abstract Uni<String> byName(String communityId);
    }

    @IfBuildProfile("planted") // never served
    @Path("/application/communities/{communityId}/planted")
    abstract static class AnnotatedResource {
        @GET
        @Needs(level = Level.MEMBER)
        public abstract Uni<String> byAnnotation(@PathParam("communityId") String other);
    }

    /** Says more than it declares. */
    public record TalkativeView(String name) {
        public boolean isNamed() {
            return !name.isEmpty();
        }
    }

    @IfBuildProfile("planted") // never served
    @Path("/application/planted")
    abstract static class TalkativeResource {
        @GET
        @Needs(level = Level.MEMBER)
        public abstract Uni<List<TalkativeView>> talk();
    }
}
