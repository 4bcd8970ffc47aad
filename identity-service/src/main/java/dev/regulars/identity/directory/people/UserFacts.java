package dev.regulars.identity.directory.people;

import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.directory.member.MemberDocument;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user, in a community or in none.
 *
 * @param accessLevel of the membership; absent outside of a community
 */
record UserFacts(
        String accountId,
        String userId,
        String username,
        String displayName,
        String firstName,
        String lastName,
        String email,
        @Nullable String avatar,
        boolean isOnline,
        @Nullable Instant lastLogin,
        @Nullable Integer accessLevel) {

    static UserFacts of(MemberDocument member) {
        return new UserFacts(
                member.accountId,
                member.userId,
                member.username,
                member.displayName,
                member.firstName,
                member.lastName,
                member.email,
                member.avatar,
                member.isOnline(),
                member.lastLogin,
                member.accessLevel());
    }

    /** The account under its own names; online and pictured as in any of its communities. */
    static UserFacts of(Account account, List<MemberDocument> entries) {
        return new UserFacts(
                account.id(),
                account.userId(),
                account.username(),
                account.displayName(),
                account.firstName(),
                account.lastName(),
                account.email(),
                entries.stream()
                        .map(entry -> entry.avatar)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                entries.stream().anyMatch(MemberDocument::isOnline),
                account.lastLogin(),
                null);
    }
}
