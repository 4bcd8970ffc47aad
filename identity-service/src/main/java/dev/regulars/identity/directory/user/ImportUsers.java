package dev.regulars.identity.directory.user;

import static dev.regulars.identity.IdentityError.EMAIL_TAKEN;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.once.Transactions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.ProvisionedAccounts;
import dev.regulars.identity.accounts.ProvisionedAccounts.Draft;
import dev.regulars.identity.accounts.ProvisionedAccounts.ExistingAccount;
import dev.regulars.identity.accounts.ProvisionedAccounts.ProvisionRequest;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.creation.CheckedExtras;
import dev.regulars.identity.directory.creation.UserExtras;
import dev.regulars.identity.directory.link.LinkMailWorker;
import dev.regulars.identity.directory.link.Links;
import dev.regulars.identity.directory.link.Links.LinkRequest;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.web.caller.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Creates members from the rows of a file (contract §3.2.2). The id of an account follows from its row, so that a row that is applied
 * again finds what it did.
 */
@ApplicationScoped
public class ImportUsers {

    private static final int LEVEL = 0;

    /**
     * A member to create.
     *
     * @param id of the account, if one is made
     * @param extras for an account whose owner is asked first: they are the member's once there is one
     */
    public record ImportedUser(
            String id, String username, String email, String firstName, String lastName, CheckedExtras extras) {

        private String displayName() {
            String names = (firstName + " " + lastName).strip();
            return names.isEmpty() ? username : names;
        }
    }

    /** @param isMember false where the owner of an existing account was asked first */
    public record Imported(Account account, boolean isMember) {}

    private final ProvisionedAccounts accounts;
    private final Directory directory;
    private final Links links;
    private final LinkMailWorker linkMails;
    private final PendingJoinWorker joins;
    private final UserExtras extras;
    private final Transactions transactions;

    ImportUsers(
            ProvisionedAccounts accounts,
            Directory directory,
            Links links,
            LinkMailWorker linkMails,
            PendingJoinWorker joins,
            UserExtras extras,
            Transactions transactions) {
        this.accounts = accounts;
        this.directory = directory;
        this.links = links;
        this.linkMails = linkMails;
        this.joins = joins;
        this.extras = extras;
        this.transactions = transactions;
    }

    /** Refuses an address of the community, and a username that is taken. Looks once more where the address was taken meanwhile. */
    public Uni<Imported> create(CommunityId community, Actor actor, ImportedUser wanted) {
        return Uni.createFrom()
                .deferred(() -> accounts.draft(request(community, actor, wanted)))
                .chain(draft -> transactions.in(community, actor, tx -> decide(tx, draft, wanted)))
                .onFailure(DuplicateKey::is)
                .retry()
                .atMost(1)
                .call(this::finish);
    }

    private static ProvisionRequest request(CommunityId community, Actor actor, ImportedUser wanted) {
        return new ProvisionRequest(
                wanted.id(),
                wanted.username(),
                wanted.email(),
                wanted.firstName(),
                wanted.lastName(),
                wanted.displayName(),
                null,
                new Provisioner(community.id(), actor.id()),
                LEVEL,
                false);
    }

    private Uni<Imported> decide(Tx tx, Draft draft, ImportedUser wanted) {
        return accounts.existing(tx, draft).chain(existing -> {
            if (existing == null) {
                return accounts.create(tx, draft).map(account -> new Imported(account, true));
            }
            return existing.account().id().equals(wanted.id())
                    ? Uni.createFrom().item(new Imported(existing.account(), true))
                    : ask(tx, existing, wanted);
        });
    }

    private Uni<Imported> ask(Tx tx, ExistingAccount existing, ImportedUser wanted) {
        Account account = existing.account();
        return directory.knows(tx, account.id()).chain(known -> {
            if (known || existing.isOfCommunity()) {
                throw EMAIL_TAKEN.because("address of an account that the community knows");
            }
            var named = account.named(wanted.firstName(), wanted.lastName(), wanted.displayName());
            return extras.keep(tx, account.id(), wanted.extras())
                    .chain(() -> links.ask(tx, new LinkRequest(named, LEVEL)))
                    .replaceWith(new Imported(account, false));
        });
    }

    private Uni<Void> finish(Imported imported) {
        return imported.isMember()
                ? joins.finish(imported.account().id())
                : Uni.createFrom().voidItem().invoke(linkMails::wake);
    }
}
