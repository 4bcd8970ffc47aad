package dev.regulars.identity;

import dev.regulars.eventing.Indexed;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.key.Keys;
import dev.regulars.identity.accounts.recovery.PasswordRecovery;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.throttle.Throttles;
import dev.regulars.identity.accounts.userkey.UserKeys;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.identity.accounts.widget.accesskey.AccessKeys;
import dev.regulars.identity.directory.apipolicy.CommunityAccess;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkPartDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.field.definition.FieldDocument;
import dev.regulars.identity.directory.history.HistoryDocument;
import dev.regulars.identity.directory.link.Links;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.role.RoleDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Every index of this service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return AccountDocument.buildIndexes()
                .chain(Sessions::buildIndexes)
                .chain(Keys::buildIndexes)
                .chain(UserKeys::buildIndexes)
                .chain(Widgets::buildIndexes)
                .chain(AccessKeys::buildIndexes)
                .chain(Directory::buildIndexes)
                .chain(RoleDocument::buildIndexes)
                .chain(FieldDocument::buildIndexes)
                .chain(HistoryDocument::buildIndexes)
                .chain(BulkJobDocument::buildIndexes)
                .chain(BulkPartDocument::buildIndexes)
                .chain(BulkRowDocument::buildIndexes)
                .chain(Links::buildIndexes)
                .chain(CommunityAccess::buildIndexes)
                .chain(PasswordRecovery::buildIndexes)
                .chain(Throttles::buildIndexes);
    }
}
