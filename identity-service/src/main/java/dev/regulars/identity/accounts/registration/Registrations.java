package dev.regulars.identity.accounts.registration;

import static dev.regulars.identity.IdentityError.CODE_REFUSED;
import static dev.regulars.identity.IdentityError.EMAIL_TAKEN;
import static dev.regulars.identity.IdentityError.USERNAME_TAKEN;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.Registration;
import dev.regulars.identity.accounts.account.RegistrationWrites;
import dev.regulars.identity.accounts.account.creation.AccountDrafts;
import dev.regulars.identity.accounts.mail.IssuedCode;
import dev.regulars.identity.accounts.mail.Language;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailedCodes;
import dev.regulars.web.value.Ids;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Registering and verifying an address. A mailbox is proven, never a request: of several registrations the mailed code
 * chooses one, and the password counts only where there was no other.
 */
@ApplicationScoped
class Registrations {

    /** A new account whose only registration is the one that was asked for, and the mail for it. */
    record Draft(AccountDocument account, IssuedCode code) {

        Registration registration() {
            return account.registrations.getFirst();
        }
    }

    private final AccountDrafts drafts;
    private final MailedCodes codes;
    private final Clock clock;

    Registrations(AccountDrafts drafts, MailedCodes codes, Clock clock) {
        this.drafts = drafts;
        this.codes = codes;
        this.clock = clock;
    }

    /** Everything that must not happen inside a transaction. */
    Uni<Draft> draft(NewAccount wanted, Language language) {
        wanted.checkPasswords();
        var account = new AccountDocument();
        account.id = Ids.next();
        account.language = language.title();
        account.username = wanted.username();
        account.email = wanted.email();
        account.firstName = wanted.firstname();
        account.lastName = wanted.lastname();
        account.displayName = wanted.firstname() + " " + wanted.lastname();
        return drafts.of(account, wanted.password()).map(drafted -> {
            IssuedCode code =
                    codes.digits(account.emailKey, MailTemplate.VERIFY_EMAIL).about(account.username, account.language);
            account.registrations.add(new Registration(
                    account.id,
                    account.username,
                    account.usernameKey,
                    account.email,
                    account.firstName,
                    account.lastName,
                    account.displayName,
                    account.language,
                    String.valueOf(drafted.passwordHash()),
                    code.stored()));
            account.mailDue.add(code.mail());
            return new Draft(account, code);
        });
    }

    /** Answers the same whether the address is known or not; only its owner learns by mail. */
    Uni<RegisteredView> register(Tx tx, Draft draft) {
        AccountDocument wanted = draft.account();
        return AccountDocument.byEmail(tx, wanted.emailKey)
                .chain(known -> AccountDocument.byUsername(tx, wanted.usernameKey)
                        .chain(named -> write(tx, draft, known, named)))
                .replaceWith(new RegisteredView(wanted.username, wanted.email));
    }

    /** A taken username is refused for a known address as for an unknown one, else the refusal would tell them apart. */
    private Uni<?> write(Tx tx, Draft draft, @Nullable AccountDocument known, @Nullable AccountDocument named) {
        if (named != null && (known == null || known.hasVerifiedAddress() || !named.id.equals(known.id))) {
            throw USERNAME_TAKEN.because("username of another account, or of a verified one");
        }
        if (known == null) {
            return RegistrationWrites.insert(tx, draft.account());
        }
        Instant now = clock.instant();
        return known.hasVerifiedAddress()
                ? RegistrationWrites.notify(tx, known.emailKey, codes.notice(MailTemplate.ALREADY_REGISTERED), now)
                : add(tx, draft, now);
    }

    /** One too many is dropped silently; the codes of the others still work. */
    private static Uni<?> add(Tx tx, Draft draft, Instant now) {
        String emailKey = draft.account().emailKey;
        return RegistrationWrites.removeExpired(tx, emailKey, now)
                .chain(() -> RegistrationWrites.add(
                        tx, emailKey, draft.registration(), draft.code().mail()));
    }

    /** Looks once more where another registration came in between the look and the write. */
    Uni<VerifiedView> verify(Tx tx, String emailKey, Secret typed) {
        String codeHash = MailedCodes.hash(emailKey, typed.value());
        return confirm(tx, emailKey, codeHash)
                .onItem()
                .ifNull()
                .switchTo(() -> confirm(tx, emailKey, codeHash))
                .onItem()
                .ifNull()
                .failWith(() -> CODE_REFUSED.because("no such code"))
                .onFailure(DuplicateKey::is)
                .transform(Registrations::taken);
    }

    private Uni<@Nullable VerifiedView> confirm(Tx tx, String emailKey, String codeHash) {
        Instant now = clock.instant();
        return AccountDocument.byEmail(tx, emailKey).chain(account -> {
            if (account == null || account.hasVerifiedAddress() || !hasCode(account, codeHash, now)) {
                return Uni.createFrom().nullItem();
            }
            Registration one = registration(account, codeHash, now);
            IssuedCode reset = isPasswordProven(account) ? null : codes.token(MailTemplate.SET_PASSWORD);
            return RegistrationWrites.verify(tx, account, one, reset, now)
                    .map(done -> done == null ? null : VerifiedView.of(reset != null));
        });
    }

    private static boolean hasCode(AccountDocument account, String codeHash, Instant now) {
        var code = account.code;
        return registration(account, codeHash, now) != null
                || (code != null
                        && code.hash().equals(codeHash)
                        && code.expiresAt().isAfter(now));
    }

    private static @Nullable Registration registration(AccountDocument account, String codeHash, Instant now) {
        return account.registrations.stream()
                .filter(one -> one.code().hash().equals(codeHash)
                        && one.code().expiresAt().isAfter(now))
                .findFirst()
                .orElse(null);
    }

    /** Only where a single person can have chosen it: the one who registered and now reads the mail. */
    private static boolean isPasswordProven(AccountDocument account) {
        return account.madeBy == null && !account.registeredAgain;
    }

    /** Name or address was taken between the look and the write; a second look tells which, and by whom. */
    static <T> Uni<T> lookingOnceMore(Uni<T> registration) {
        return registration
                .onFailure(DuplicateKey::is)
                .retry()
                .atMost(1)
                .onFailure(DuplicateKey::is)
                .transform(Registrations::taken);
    }

    private static Throwable taken(Throwable failure) {
        return DuplicateKey.is(failure, AccountDocument.USERNAME_INDEX)
                ? USERNAME_TAKEN.because("username of another account")
                : EMAIL_TAKEN.because("address of another account");
    }
}
