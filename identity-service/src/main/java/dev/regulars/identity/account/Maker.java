package dev.regulars.identity.account;

/** Which key made an account, for which community. */
public record Maker(String communityId, String keyId) {}
