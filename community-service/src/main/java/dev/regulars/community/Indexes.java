package dev.regulars.community;

import dev.regulars.community.channel.ChannelDocument;
import dev.regulars.community.invite.InviteDocument;
import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.presence.PresenceDocument;
import dev.regulars.community.role.RoleDocument;
import dev.regulars.community.sanction.SanctionDocument;
import dev.regulars.community.server.ServerDocument;
import dev.regulars.eventing.Indexed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** All indexes of the service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return ServerDocument.buildIndexes()
                .chain(MembershipDocument::buildIndexes)
                .chain(RoleDocument::buildIndexes)
                .chain(ChannelDocument::buildIndexes)
                .chain(InviteDocument::buildIndexes)
                .chain(SanctionDocument::buildIndexes)
                .chain(PresenceDocument::buildIndexes);
    }
}
