package dev.regulars.identity.accounts;

import org.jspecify.annotations.Nullable;

/**
 * The key that created an account, and its community.
 *
 * @param requestHash of what was asked for: the same request again is answered with the account it created
 */
public record Provisioner(
        String communityId, String keyId, @Nullable String requestHash) {

    public Provisioner(String communityId, String keyId) {
        this(communityId, keyId, null);
    }

    Provisioner asking(String hash) {
        return new Provisioner(communityId, keyId, hash);
    }
}
