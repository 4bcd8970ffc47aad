package dev.regulars.identity.directory.user;

import static dev.regulars.identity.IdentityError.EMAIL_TAKEN;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.ProvisionedAccounts;
import dev.regulars.identity.accounts.ProvisionedAccounts.Draft;
import dev.regulars.identity.accounts.ProvisionedAccounts.ExistingAccount;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.link.LinkMailWorker;
import dev.regulars.identity.directory.link.Links;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.user.UserOutcome.PendingUser;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Creates a user of a community. Where nobody has the address, the account is written with the join that it waits for; the join
 * follows before the answer, and where it fails, the same request made again, or the worker, finishes it. Where an account that
 * the community does not know has the address, its owner is asked first.
 */
@ApplicationScoped
class CreateUser {

    private final ProvisionedAccounts accounts;
    private final Directory directory;
    private final Links links;
    private final LinkMailWorker linkMails;
    private final PendingJoinWorker joins;
    private final Once once;

    CreateUser(
            ProvisionedAccounts accounts,
            Directory directory,
            Links links,
            LinkMailWorker linkMails,
            PendingJoinWorker joins,
            Once once) {
        this.accounts = accounts;
        this.directory = directory;
        this.links = links;
        this.linkMails = linkMails;
        this.joins = joins;
        this.once = once;
    }

    /** Looks once more where the name or the address was taken between the look and the write. */
    Uni<UserOutcome> create(Call call, NewUser wanted, Provisioner provisioner) {
        return accounts.draft(wanted.provisionRequest(provisioner))
                .chain(draft -> once.perform(call, UserOutcome.class, tx -> decide(tx, draft, wanted, provisioner))
                        .onFailure(CreateUser::isTaken)
                        .retry()
                        .atMost(1)
                        .call(outcome -> finish(outcome, draft)));
    }

    private static boolean isTaken(Throwable failure) {
        return DuplicateKey.is(failure) || (failure instanceof Refusal no && no.kind() == Kind.CONFLICT);
    }

    private Uni<UserOutcome> decide(Tx tx, Draft draft, NewUser wanted, Provisioner provisioner) {
        return accounts.existing(tx, draft).chain(existing -> {
            if (existing == null) {
                return accounts.create(tx, draft).map(CreatedUser::of);
            }
            return existing.isSameRequest()
                    ? Uni.createFrom().item(CreatedUser.of(existing.account()))
                    : requestLink(tx, existing, wanted, provisioner);
        });
    }

    private Uni<UserOutcome> requestLink(Tx tx, ExistingAccount existing, NewUser wanted, Provisioner provisioner) {
        String community = provisioner.communityId();
        return directory.knows(tx, community, existing.account().id()).chain(known -> {
            if (known || existing.isOfCommunity()) {
                throw EMAIL_TAKEN.because("address of an account that the community knows");
            }
            return links.ask(tx, wanted.linkRequest(community, existing.account()))
                    .replaceWith(PendingUser.of(wanted));
        });
    }

    /** The account written just now need not be read again. */
    private Uni<Void> finish(UserOutcome outcome, Draft draft) {
        return switch (outcome) {
            case CreatedUser created ->
                created._id().equals(draft.account().id())
                        ? joins.finish(draft.pendingJoin())
                        : joins.finish(created._id());
            case PendingUser pending -> Uni.createFrom().voidItem().invoke(linkMails::wake);
        };
    }
}
