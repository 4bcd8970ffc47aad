package dev.regulars.identity.accounts.token;

import dev.regulars.identity.accounts.installation.AccountStatus;
import dev.regulars.identity.accounts.key.Keys;
import dev.regulars.identity.accounts.key.Keys.KeyPrincipal;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keys that have not ended, of accounts that are not disabled: for operations that take a key in a header of their own. */
@ApplicationScoped
public class EnabledKeys {

    private final Keys keys;
    private final AccountStatus statuses;

    EnabledKeys(Keys keys, AccountStatus statuses) {
        this.keys = keys;
        this.statuses = statuses;
    }

    /** Empty for one that is unknown, of another kind, or has ended. */
    public Uni<@Nullable KeyPrincipal> of(String secret, KeyKind kind) {
        return keys.principal(secret, kind).chain(this::ofEnabled);
    }

    public Uni<@Nullable KeyPrincipal> byId(String keyId, KeyKind kind) {
        return keys.principalById(keyId, kind).chain(this::ofEnabled);
    }

    private Uni<@Nullable KeyPrincipal> ofEnabled(@Nullable KeyPrincipal key) {
        return key == null
                ? Uni.createFrom().nullItem()
                : statuses.isDisabled(key.accountId()).map(disabled -> disabled ? null : key);
    }
}
