package dev.regulars.rewards.member;

import java.util.Set;

/**
 * What prices and access rules ask of a member.
 *
 * @param roleIds with that of {@code @all}
 * @param suspended may only read
 */
public record Standing(String accountId, Set<String> roleIds, Set<String> tags, boolean suspended) {}
