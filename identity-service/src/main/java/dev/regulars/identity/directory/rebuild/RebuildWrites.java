package dev.regulars.identity.directory.rebuild;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.Sources.Balances;
import io.smallrye.mutiny.Uni;

/** Writes of a rebuild, each guarded by the version of its source: what is newer than the export stays. */
final class RebuildWrites {

    private static final Version NONE = new Version(0, 0);

    private RebuildWrites() {}

    /** What the entry says under this very version is written again by what follows, whatever it is. */
    static Uni<Void> distrust(Tx tx, CommunityId community, String accountId, String source, Version version) {
        String field = source + ".version";
        return MemberDocument.members()
                .of(community)
                .change(tx, MemberDocument.id(community.id(), accountId))
                .when(and(eq(field + ".epoch", version.epoch()), eq(field + ".n", version.n())))
                .by(set(field, NONE))
                .withoutEvent()
                .replaceWithVoid();
    }

    static Uni<Void> balances(Tx tx, CommunityId community, String accountId, Balances balances) {
        return MemberDocument.members()
                .of(community)
                .change(tx, MemberDocument.id(community.id(), accountId))
                .when(balances.version().newerThan("balances.version"))
                .by(set("balances", balances))
                .withoutEvent()
                .replaceWithVoid();
    }
}
