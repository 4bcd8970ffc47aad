package dev.regulars.identity.accounts;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.AccountDocument.JoinDue;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailedCodes;
import dev.regulars.identity.accounts.registration.Accounts;
import dev.regulars.identity.name.NameRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts that communities make for their people, and the joins that such accounts are owed. */
@ApplicationScoped
public class ProvisionedAccounts {

    /**
     * What a community asks for.
     *
     * @param password absent for people who sign in elsewhere
     * @param accessLevel of the membership that the account is owed; absent where it is to join nothing
     */
    public record ProvisionRequest(
            String username,
            String email,
            String firstName,
            String lastName,
            String displayName,
            @Nullable String password,
            Provisioner maker,
            @Nullable Integer accessLevel,
            boolean isMailed) {

        @Override
        public String toString() {
            return "Wanted " + username;
        }
    }

    /** An account with its id, its number and its hash, ready to be written. */
    public static final class Draft {
        private final AccountDocument document;

        private Draft(AccountDocument document) {
            this.document = document;
        }
    }

    /** A join that community-service does not have yet. */
    public record PendingJoin(Account account, String communityId, int accessLevel) {

        private static @Nullable PendingJoin of(@Nullable AccountDocument account) {
            if (account == null || account.joinDue == null) {
                return null;
            }
            return new PendingJoin(Account.of(account), account.joinDue.communityId(), account.joinDue.accessLevel());
        }
    }

    /**
     * Somebody who has an address already, as whoever would make an account for it sees them.
     *
     * @param isOwedToMaker the same key asks once more for an account whose join it was not told of
     * @param isOfCommunity the account was made by the same community
     */
    public record ExistingAccount(Account account, boolean isOwedToMaker, boolean isOfCommunity) {

        private static ExistingAccount of(AccountDocument account, Provisioner maker) {
            Provisioner by = account.madeBy;
            return new ExistingAccount(
                    Account.of(account),
                    account.joinDue != null && maker.equals(by),
                    by != null && by.communityId().equals(maker.communityId()));
        }
    }

    private final Accounts accounts;
    private final MailedCodes codes;
    private final Outbox outbox;
    private final Clock clock;

    ProvisionedAccounts(Accounts accounts, MailedCodes codes, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Draft> draft(ProvisionRequest wanted) {
        var account = new AccountDocument();
        account.username = wanted.username();
        account.email = wanted.email().strip();
        account.firstName = wanted.firstName();
        account.lastName = wanted.lastName();
        account.displayName = wanted.displayName();
        account.madeBy = wanted.maker();
        if (wanted.accessLevel() != null) {
            account.joinDue = new JoinDue(wanted.maker().communityId(), wanted.accessLevel(), clock.instant());
        }
        return accounts.draft(account, wanted.password()).map(drafted -> {
            if (wanted.isMailed()) {
                codes.give(drafted, MailTemplate.WELCOME);
            }
            return new Draft(drafted);
        });
    }

    public Uni<Account> make(Tx tx, Draft draft) {
        return draft.document
                .register(tx)
                .onFailure(DuplicateKey::is)
                .transform(Accounts::taken)
                .map(Account::of);
    }

    /** Empty where nobody has the address. */
    public Uni<@Nullable ExistingAccount> known(Tx tx, String email, Provisioner maker) {
        return AccountDocument.byEmail(tx, NameRules.key(email))
                .map(account -> account == null ? null : ExistingAccount.of(account, maker));
    }

    /** Whether a failure says that a name or an address is somebody's already. */
    public static boolean taken(Throwable failure) {
        return Accounts.isTaken(failure);
    }

    public Uni<@Nullable PendingJoin> owed(String accountId) {
        return AccountDocument.byId(outbox.alone(), accountId).map(PendingJoin::of);
    }

    /** Joins that are owed for longer than {@code age}: whoever asked for them got no answer. */
    public Uni<List<PendingJoin>> owedSince(Duration age) {
        return AccountDocument.joinsDue(clock.instant().minus(age))
                .map(owing -> owing.stream().map(PendingJoin::of).toList());
    }

    public Uni<Void> postponed(String accountId) {
        return AccountDocument.owedSince(accountId, clock.instant());
    }

    public Uni<Void> paid(String accountId) {
        return AccountDocument.joined(accountId);
    }
}
