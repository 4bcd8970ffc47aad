package dev.regulars.identity.accounts;

import static dev.regulars.identity.IdentityError.USERNAME_TAKEN;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.AccountDocument.JoinDue;
import dev.regulars.identity.accounts.account.JoinWrites;
import dev.regulars.identity.accounts.account.RegistrationWrites;
import dev.regulars.identity.accounts.account.creation.AccountDrafts;
import dev.regulars.identity.accounts.mail.IssuedCode;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.mail.MailedCodes;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accounts that communities create for their people, and the joins that such accounts wait for. */
@ApplicationScoped
public class ProvisionedAccounts {

    /**
     * What a community asks for.
     *
     * @param id of the new account
     * @param password absent for people who sign in elsewhere
     * @param accessLevel of the promised membership; absent where there is to be none
     */
    public record ProvisionRequest(
            String id,
            String username,
            String email,
            String firstName,
            String lastName,
            String displayName,
            @Nullable Secret password,
            Provisioner provisioner,
            @Nullable Integer accessLevel,
            boolean isMailed) {}

    /** An account that is ready to be written. */
    public static final class Draft {
        private final AccountDocument document;
        private final Provisioner provisioner;

        private Draft(AccountDocument document, Provisioner provisioner) {
            this.document = document;
            this.provisioner = provisioner;
        }
    }

    /**
     * The account that has an address already.
     *
     * @param isSameRequest it was created by the very request that is made again, whose answer got lost
     * @param isOfCommunity it was created by the same community
     */
    public record ExistingAccount(Account account, boolean isSameRequest, boolean isOfCommunity) {

        private static ExistingAccount of(AccountDocument account, Provisioner asking) {
            Provisioner by = account.madeBy;
            return new ExistingAccount(
                    Account.of(account),
                    account.joinDue != null && asking.equals(by),
                    by != null && by.communityId().equals(asking.communityId()));
        }
    }

    private final AccountDrafts drafts;
    private final MailedCodes codes;
    private final MasterKey master;
    private final MailWorker mails;
    private final Outbox outbox;
    private final Clock clock;

    ProvisionedAccounts(
            AccountDrafts drafts, MailedCodes codes, MasterKey master, MailWorker mails, Outbox outbox, Clock clock) {
        this.drafts = drafts;
        this.codes = codes;
        this.master = master;
        this.mails = mails;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Draft> draft(ProvisionRequest wanted) {
        var account = new AccountDocument();
        account.id = wanted.id();
        account.username = wanted.username();
        account.email = wanted.email();
        account.firstName = wanted.firstName();
        account.lastName = wanted.lastName();
        account.displayName = wanted.displayName();
        Provisioner provisioner = wanted.provisioner().asking(hash(wanted));
        account.madeBy = provisioner;
        if (wanted.accessLevel() != null) {
            account.joinDue = new JoinDue(wanted.provisioner().communityId(), wanted.accessLevel(), clock.instant());
        }
        return drafts.of(account, wanted.password()).map(drafted -> {
            account.passwordHash = drafted.passwordHash();
            if (wanted.isMailed()) {
                IssuedCode code =
                        codes.digits(account.emailKey, MailTemplate.WELCOME).about(account.username, null);
                account.code = code.stored();
                account.mailDue.add(code.mail());
            }
            return new Draft(account, provisioner);
        });
    }

    /** Fails as a duplicate where the address was taken in the meantime. */
    public Uni<Account> create(Tx tx, Draft draft) {
        return RegistrationWrites.insert(tx, draft.document)
                .onFailure(failure -> DuplicateKey.is(failure, AccountDocument.USERNAME_INDEX))
                .transform(failure -> USERNAME_TAKEN.because("username of another account"))
                .invoke(mails::wake)
                .map(Account::of);
    }

    /** Empty where the address is free. */
    public Uni<@Nullable ExistingAccount> existing(Tx tx, Draft draft) {
        return AccountDocument.byEmail(tx, draft.document.emailKey)
                .map(account -> account == null ? null : ExistingAccount.of(account, draft.provisioner));
    }

    /** Of everything that was asked for; the password takes part as a keyed hash. */
    private String hash(ProvisionRequest wanted) {
        return Secrets.hash(String.join(
                "\n",
                wanted.username(),
                wanted.email(),
                wanted.firstName(),
                wanted.lastName(),
                wanted.displayName(),
                String.valueOf(wanted.accessLevel()),
                String.valueOf(wanted.isMailed()),
                wanted.password() == null
                        ? ""
                        : master.keyedHash("create user", wanted.password().value())));
    }

    public Uni<@Nullable PendingJoin> pendingJoin(String accountId) {
        return AccountDocument.byId(outbox.alone(), accountId).map(PendingJoin::of);
    }

    /** Joins that have waited since before then: their callers got no answer. */
    public Uni<List<PendingJoin>> pendingJoins(Instant before) {
        return JoinWrites.due(before).map(waiting -> waiting.stream()
                .map(PendingJoin::of)
                .filter(Objects::nonNull)
                .toList());
    }

    public Uni<Void> postponeJoin(String accountId, Instant until) {
        return JoinWrites.postpone(accountId, until);
    }

    public Uni<Void> completeJoin(String accountId) {
        return JoinWrites.complete(accountId);
    }
}
