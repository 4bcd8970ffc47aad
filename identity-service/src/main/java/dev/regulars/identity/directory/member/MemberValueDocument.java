package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static dev.regulars.identity.directory.member.MemberDocument.JOINED;
import static dev.regulars.identity.directory.member.MemberDocument.members;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members by the values of their custom fields. */
final class MemberValueDocument {

    private MemberValueDocument() {}

    /** @param values any of which will do, each in a type that the field had or has */
    static Uni<@Nullable MemberDocument> find(Tx tx, CommunityId community, String fieldId, List<Object> values) {
        return members()
                .of(community)
                .find(tx, and(elemMatch("attributes", and(eq("k", fieldId), in("v", values))), JOINED));
    }
}
