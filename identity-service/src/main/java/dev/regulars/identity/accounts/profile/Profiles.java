package dev.regulars.identity.accounts.profile;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.ProfileWrites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads and changes the account owner's profile. */
@ApplicationScoped
class Profiles {

    Uni<ProfileView> read(Tx tx, String accountId) {
        return viewed(AccountDocument.byId(tx, accountId));
    }

    /** An empty change emits nothing. */
    Uni<ProfileView> change(Tx tx, String accountId, String userId, ProfileChange change) {
        return change.isEmpty()
                ? read(tx, accountId)
                : viewed(ProfileWrites.change(tx, accountId, userId, change.changes()));
    }

    private static Uni<ProfileView> viewed(Uni<@Nullable AccountDocument> account) {
        return account.onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such account"))
                .map(ProfileView::of);
    }
}
