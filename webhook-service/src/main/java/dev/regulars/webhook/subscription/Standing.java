package dev.regulars.webhook.subscription;

import java.util.Set;

/**
 * What became of some subscriptions.
 *
 * @param gone deleted in the meantime
 * @param free to be leased now; the others are somebody else's, switched off or not verified
 */
public record Standing(Set<String> gone, Set<String> free) {}
