package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static dev.regulars.identity.directory.member.MemberDocument.members;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.bson.conversions.Bson;

/** The indexes of the directory. Each begins with the community; those that filters use end in the order of their pages. */
final class MemberIndexDocument {

    private MemberIndexDocument() {}

    static Uni<Void> build() {
        return Multi.createFrom()
                .items(
                        inCommunity("_id"),
                        inCommunity("usernameKey"),
                        inCommunity("userId"),
                        inCommunity("emailKey"),
                        inCommunity("accountId"),
                        inCommunity("attributes.k", "attributes.v", "_id"),
                        inCommunity("firstName", "_id"),
                        inCommunity("lastName", "_id"),
                        inCommunity("tags", "_id"),
                        inCommunity("membership.joinedAt", "_id"),
                        inCommunity("balances.units.xp", "_id"),
                        inCommunity("balances.units.coins", "_id"),
                        ascending("accountId"))
                .onItem()
                .transformToUniAndConcatenate(keys -> members().createIndex(keys))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Bson inCommunity(String... fields) {
        return compoundIndex(ascending("communityId"), ascending(fields));
    }
}
