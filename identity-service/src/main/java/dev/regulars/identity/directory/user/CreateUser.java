package dev.regulars.identity.directory.user;

import static dev.regulars.identity.IdentityError.EMAIL_TAKEN;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.once.IdempotentOperation;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.PendingJoin;
import dev.regulars.identity.accounts.ProvisionedAccounts;
import dev.regulars.identity.accounts.ProvisionedAccounts.Draft;
import dev.regulars.identity.accounts.ProvisionedAccounts.ExistingAccount;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.creation.CheckedExtras;
import dev.regulars.identity.directory.creation.UserExtras;
import dev.regulars.identity.directory.link.LinkMailWorker;
import dev.regulars.identity.directory.link.Links;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.user.UserOutcome.PendingUser;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Creates a user of a community. Where the address is free, the account is written with the join that it waits for; the join
 * follows before the answer, and where it fails, the same request made again, or the worker, finishes it. Where an account that
 * the community does not know has the address, its owner is asked first.
 */
@ApplicationScoped
public class CreateUser {

    private final ProvisionedAccounts accounts;
    private final Directory directory;
    private final Links links;
    private final LinkMailWorker linkMails;
    private final PendingJoinWorker joins;
    private final UserExtras extras;

    /** An account that is ready to be written, and what the user has beside it. */
    private record Prepared(Draft draft, CheckedExtras extras) {}

    CreateUser(
            ProvisionedAccounts accounts,
            Directory directory,
            Links links,
            LinkMailWorker linkMails,
            PendingJoinWorker joins,
            UserExtras extras) {
        this.accounts = accounts;
        this.directory = directory;
        this.links = links;
        this.linkMails = linkMails;
        this.joins = joins;
        this.extras = extras;
    }

    /** Looks once more where the name or the address was taken between the look and the write. */
    public Uni<UserOutcome> create(
            IdempotentOperation call, CommunityId community, NewUser wanted, Provisioner provisioner) {
        String id = Ids.next();
        return call.perform(
                        UserOutcome.class,
                        () -> extras.check(community, wanted.extras())
                                .chain(checked -> accounts.draft(wanted.provisionRequest(id, provisioner))
                                        .map(draft -> new Prepared(draft, checked))),
                        (tx, prepared) -> decide(tx, prepared, wanted, id))
                .onFailure(DuplicateKey::is)
                .retry()
                .atMost(1)
                .call(outcome -> finish(outcome, id, wanted, provisioner));
    }

    /** @param id of the account, if one is made */
    private Uni<UserOutcome> decide(Tx tx, Prepared prepared, NewUser wanted, String id) {
        return accounts.existing(tx, prepared.draft()).chain(existing -> {
            if (existing == null) {
                return extras.keep(tx, id, prepared.extras())
                        .chain(() -> accounts.create(tx, prepared.draft()))
                        .map(CreatedUser::of);
            }
            return existing.isSameRequest()
                    ? Uni.createFrom().item(CreatedUser.of(existing.account()))
                    : requestLink(tx, existing, wanted, prepared.extras());
        });
    }

    private Uni<UserOutcome> requestLink(Tx tx, ExistingAccount existing, NewUser wanted, CheckedExtras checked) {
        return directory.knows(tx, existing.account().id()).chain(known -> {
            if (known || existing.isOfCommunity()) {
                throw EMAIL_TAKEN.because("address of an account that the community knows");
            }
            return extras.keep(tx, existing.account().id(), checked)
                    .chain(() -> links.ask(tx, wanted.linkRequest(existing.account())))
                    .replaceWith(PendingUser.of(wanted));
        });
    }

    /** @param id of an account that this very call wrote: what it waits for need not be read */
    private Uni<Void> finish(UserOutcome outcome, String id, NewUser wanted, Provisioner provisioner) {
        return switch (outcome) {
            case CreatedUser created ->
                created._id().equals(id)
                        ? joins.finish(
                                PendingJoin.of(created.account(), provisioner.communityId(), wanted.promisedLevel()))
                        : joins.finish(created._id());
            case PendingUser pending -> Uni.createFrom().voidItem().invoke(linkMails::wake);
        };
    }
}
