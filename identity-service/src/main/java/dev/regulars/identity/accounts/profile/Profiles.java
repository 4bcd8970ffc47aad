package dev.regulars.identity.accounts.profile;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;
import static dev.regulars.web.refusal.Refusal.orRefuse;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.ProfileWrites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads and changes the account owner's profile. */
@ApplicationScoped
class Profiles {

    private final Outbox outbox;

    Profiles(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<ProfileView> read(String accountId) {
        return view(AccountDocument.byId(outbox.alone(), accountId));
    }

    /** An empty change emits nothing. */
    Uni<ProfileView> change(Tx tx, ProfileChange change) {
        String accountId = requireNonNull(tx.caller().accountId());
        String userId = requireNonNull(tx.caller().userId());
        return view(
                change.isEmpty()
                        ? AccountDocument.byId(tx, accountId)
                        : ProfileWrites.change(tx, accountId, userId, change.changes()));
    }

    private static Uni<ProfileView> view(Uni<@Nullable AccountDocument> account) {
        return account.plug(orRefuse(CREDENTIAL_REFUSED, "no such account")).map(ProfileView::of);
    }
}
