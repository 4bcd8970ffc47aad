package dev.regulars.identity.accounts.profile;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reading and changing what one says of oneself. */
@ApplicationScoped
class Profiles {

    Uni<ProfileView> read(Tx tx, String accountId) {
        return viewed(ProfileDocument.find(tx, accountId));
    }

    /** Who wants nothing changed tells nobody. */
    Uni<ProfileView> change(Tx tx, String accountId, String userId, ProfileChange change) {
        return change.isEmpty() ? read(tx, accountId) : viewed(ProfileDocument.change(tx, accountId, userId, change));
    }

    private static Uni<ProfileView> viewed(Uni<@Nullable ProfileDocument> account) {
        return account.onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such account"))
                .map(ProfileView::of);
    }
}
