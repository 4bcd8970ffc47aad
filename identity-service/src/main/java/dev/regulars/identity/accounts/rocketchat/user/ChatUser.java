package dev.regulars.identity.accounts.rocketchat.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.identity.accounts.ChatDirectory.ChatPerson;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.SecondFactor;
import dev.regulars.identity.accounts.session.LongSessions.LoginToken;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as Rocket.Chat shows one (contract §3.15 step 6); what the viewer may not see is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatUser(
        String _id,

        @Schema(description = "The name that others see") String name,
        String username,
        @Nullable String nickname,

        @Schema(description = "`online` or `offline`") String status,

        @Schema(description = "Empty when there is none") String statusText,

        @Schema(description = "Hours") int utcOffset,

        @Schema(description = "`user`") String type,

        @Schema(description = "Whether the account is enabled")
        boolean active,

        @Schema(description = "Changes with every new avatar") @Nullable
        String avatarETag,

        @Schema(description = "For oneself and the admin") @Nullable
        List<Email> emails,

        @Schema(description = "For oneself and the admin") @Nullable
        String statusConnection,

        @Schema(description = "For oneself and the admin") @Nullable
        Instant createdAt,

        @Schema(description = "For oneself and the admin") @Nullable
        Instant lastLogin,

        @Schema(description = "For oneself and the admin: whether there is no password to log in with") @Nullable
        Boolean requirePasswordChange,

        @Schema(description = "For oneself and the admin: `user`, `admin`") @Nullable
        List<String> roles,

        @Schema(description = "For oneself and the admin: ids under which communities know the user") @Nullable
        List<String> importIds,

        @Schema(description = "For oneself alone") @Nullable Services services,

        @Schema(description = "Whether the caller sees all of the user; not in the answer to a login") @Nullable
        Boolean canViewAllInfo,

        @Schema(description = "When asked for, and permitted") @Nullable
        List<RoomView> rooms) {

    /** An e-mail address. */
    public record Email(String address, boolean verified) {}

    /**
     * How the user logs in.
     *
     * @param password present where there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Services(@Nullable Boolean password, EmailFactor email2fa, Resume resume) {}

    /** The second factor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EmailFactor(boolean enabled, @Nullable Instant changedAt) {

        static EmailFactor of(@Nullable SecondFactor factor) {
            return factor == null
                    ? new EmailFactor(false, null)
                    : new EmailFactor(factor.enabled(), factor.changedAt());
        }
    }

    /** Live logins. */
    public record Resume(List<ResumeToken> loginTokens) {}

    /** @param hashedToken masked */
    public record ResumeToken(Instant when, String hashedToken) {}

    /** What everyone sees. */
    static ChatUser forEveryone(AccountDocument account, ChatPerson person) {
        return new ChatUser(
                account.id,
                account.displayName,
                account.username,
                account.nickname == null ? person.nickname() : account.nickname,
                status(person),
                account.statusText == null ? "" : account.statusText,
                account.utcOffset,
                "user",
                account.disabled == null,
                person.avatarETag(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** And what the user and the admin see. */
    ChatUser withAllInfo(AccountDocument account, ChatPerson person, boolean isAdmin) {
        return new ChatUser(
                _id,
                name,
                username,
                nickname,
                status,
                statusText,
                utcOffset,
                type,
                active,
                avatarETag,
                List.of(new Email(account.email, account.hasVerifiedAddress())),
                status(person),
                account.createdAt,
                account.lastLogin,
                account.passwordHash == null,
                isAdmin ? List.of("user", "admin") : List.of("user"),
                person.importIds().isEmpty() ? null : person.importIds(),
                services,
                canViewAllInfo,
                rooms);
    }

    /** And what only the user sees. */
    ChatUser withServices(AccountDocument account, List<LoginToken> tokens) {
        var resumed = tokens.stream()
                .map(one -> new ResumeToken(one.when(), one.maskedHash()))
                .toList();
        var all = new Services(
                account.passwordHash == null ? null : true, EmailFactor.of(account.secondFactor), new Resume(resumed));
        return with(all, canViewAllInfo, rooms);
    }

    ChatUser seenWhole(boolean whole) {
        return with(services, whole, rooms);
    }

    ChatUser in(List<RoomView> all) {
        return with(services, canViewAllInfo, all);
    }

    private ChatUser with(@Nullable Services own, @Nullable Boolean whole, @Nullable List<RoomView> in) {
        return new ChatUser(
                _id,
                name,
                username,
                nickname,
                status,
                statusText,
                utcOffset,
                type,
                active,
                avatarETag,
                emails,
                statusConnection,
                createdAt,
                lastLogin,
                requirePasswordChange,
                roles,
                importIds,
                own,
                whole,
                in);
    }

    private static String status(ChatPerson person) {
        return person.isOnline() ? "online" : "offline";
    }
}
