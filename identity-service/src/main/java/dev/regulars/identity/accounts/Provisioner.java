package dev.regulars.identity.accounts;

/** Which key made an account, for which community. */
public record Provisioner(String communityId, String keyId) {}
