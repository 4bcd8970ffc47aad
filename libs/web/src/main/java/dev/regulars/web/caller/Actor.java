package dev.regulars.web.caller;

import org.jspecify.annotations.Nullable;

/**
 * The caller as of one moment, for work that outlives the request's scope.
 *
 * @param id unique among all callers
 * @param accountId of a person, or of the one who made the key; a service has none
 * @param userId the same account's decimal string
 * @param credential session of a person, id of a key
 */
public record Actor(
        CallerKind kind,
        String id,
        @Nullable String accountId,
        @Nullable String userId,
        @Nullable String credential) {}
