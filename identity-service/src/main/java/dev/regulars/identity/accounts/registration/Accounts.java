package dev.regulars.identity.accounts.registration;

import static dev.regulars.identity.IdentityError.CODE_REFUSED;
import static dev.regulars.identity.IdentityError.EMAIL_TAKEN;
import static dev.regulars.identity.IdentityError.USERNAME_TAKEN;
import static java.util.Objects.requireNonNull;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.SequenceDocument;
import dev.regulars.identity.accounts.mail.Language;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailedCodes;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.identity.name.NameRules;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be done with accounts. */
@ApplicationScoped
public class Accounts {

    /** The same for an address that was known and one that was not (contract §3.16). */
    @Schema(examples = """
            {"username": "ana", "email": "ana@example.com"}""")
    record RegisteredView(String username, String email) {}

    /**
     * An account with what its owner must show; where it is disabled, nothing is good enough.
     *
     * @param generation of the sessions that may begin now
     */
    public record LoginAccount(Account account, @Nullable String passwordHash, boolean verified, long generation) {

        static @Nullable LoginAccount of(@Nullable AccountDocument account) {
            return account == null
                    ? null
                    : new LoginAccount(
                            Account.of(account),
                            account.disabled == null ? account.passwordHash : null,
                            account.verifiedAt != null,
                            account.sessionGeneration);
        }

        @Override
        public String toString() {
            return "Login of " + account.id();
        }
    }

    /** That an address is its owner's. */
    @Schema(examples = """
            {"verified": true}""")
    record VerifiedView(boolean verified) {}

    private static final int ID_BYTES = 12;

    private final Passwords passwords;
    private final MailedCodes codes;
    private final Clock clock;
    private final Outbox outbox;

    Accounts(Passwords passwords, MailedCodes codes, Clock clock, Outbox outbox) {
        this.passwords = passwords;
        this.codes = codes;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Everything that must not happen inside a transaction: the hash, the number, the code. */
    public Uni<AccountDocument> draft(NewAccount wanted, Language language) {
        var account = new AccountDocument();
        account.language = language.title();
        account.username = wanted.username();
        account.email = wanted.email().strip();
        account.firstName = wanted.firstname();
        account.lastName = wanted.lastname();
        account.displayName = wanted.firstname() + " " + wanted.lastname();
        return draft(account, wanted.password()).invoke(() -> codes.give(account, MailTemplate.VERIFY_EMAIL));
    }

    public Uni<AccountDocument> draft(AccountDocument account, @Nullable String password) {
        account.id = HexFormat.of().formatHex(Secrets.bytes(ID_BYTES));
        account.usernameKey = NameRules.usernameKey(account.username);
        account.emailKey = NameRules.key(account.email);
        account.createdAt = clock.instant();
        Uni<@Nullable String> hash = password == null
                ? Uni.createFrom().nullItem()
                : passwords.hash(password).map(done -> done);
        return hash.invoke(done -> account.passwordHash = done)
                .chain(SequenceDocument::next)
                .map(number -> {
                    account.userId = String.valueOf(number);
                    return account;
                });
    }

    /** Answers the same whoever has the address; only its owner learns by mail what was true. */
    Uni<RegisteredView> register(Tx tx, AccountDocument draft) {
        return AccountDocument.byEmail(tx, draft.emailKey)
                .chain(known -> AccountDocument.byUsername(tx, draft.usernameKey)
                        .chain(named -> write(tx, draft, known, named)))
                .onFailure(DuplicateKey::is)
                .transform(Accounts::taken)
                .replaceWith(new RegisteredView(draft.username, draft.email));
    }

    /** A username that is taken is refused for an address that is known as for one that is not, else that would tell. */
    private Uni<?> write(
            Tx tx, AccountDocument draft, @Nullable AccountDocument known, @Nullable AccountDocument named) {
        boolean isVerified = known != null && known.verifiedAt != null;
        boolean isOwn = known != null && named != null && named.id.equals(known.id);
        if (named != null && (isVerified || !isOwn)) {
            throw USERNAME_TAKEN.because("username is another account's, or its own");
        }
        if (known == null) {
            return draft.register(tx);
        }
        if (isVerified) {
            return AccountDocument.notice(tx, known.emailKey, codes.notice());
        }
        return known.madeBy == null ? AccountDocument.replaceUnverified(tx, draft) : AccountDocument.claim(tx, draft);
    }

    Uni<VerifiedView> verify(Tx tx, String email, String digits) {
        String emailKey = NameRules.key(email);
        return AccountDocument.byEmail(tx, emailKey)
                .onItem()
                .ifNotNull()
                .transformToUni(account ->
                        AccountDocument.verify(tx, account, MailedCodes.hash(emailKey, digits), clock.instant()))
                .onItem()
                .ifNull()
                .failWith(() -> CODE_REFUSED.because("no such code"))
                .replaceWith(new VerifiedView(true));
    }

    /** Counted outside the call's transaction, which a refusal undoes. */
    Uni<Void> countWrongTry(String email, String digits) {
        String emailKey = NameRules.key(email);
        return AccountDocument.countWrongTry(emailKey, MailedCodes.hash(emailKey, digits));
    }

    /** What a login needs to know; empty for an address that has no account. */
    public Uni<@Nullable LoginAccount> forLogin(String email) {
        return AccountDocument.byEmail(outbox.alone(), NameRules.key(email)).map(LoginAccount::of);
    }

    /** Keeps a password that was just shown under the parameters of today. */
    public Uni<Void> rehash(LoginAccount login, String password) {
        String before = requireNonNull(login.passwordHash());
        return passwords
                .hash(password)
                .chain(after -> AccountDocument.rehash(login.account().id(), before, after));
    }

    public Uni<Void> loggedIn(String id) {
        return AccountDocument.loggedIn(id, clock.instant());
    }

    /** What an account is called, for those who may know it; empty for an id that has none. */
    public Uni<@Nullable Account> byId(String id) {
        return AccountDocument.byId(outbox.alone(), id).map(account -> account == null ? null : Account.of(account));
    }

    public static Uni<Void> buildIndexes() {
        return AccountDocument.buildIndexes();
    }

    /** Name or address became somebody's between our look and our write; a second look tells which, and whose. */
    public static boolean isTaken(Throwable failure) {
        return failure instanceof Refusal no && no.kind() == Kind.CONFLICT;
    }

    public static Throwable taken(Throwable failure) {
        return DuplicateKey.is(failure, AccountDocument.USERNAME_INDEX)
                ? USERNAME_TAKEN.because("username is another account's")
                : EMAIL_TAKEN.because("address is another account's");
    }
}
