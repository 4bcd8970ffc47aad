package dev.regulars.identity.member;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.account.MadeAccounts;
import dev.regulars.identity.account.MadeAccounts.Draft;
import dev.regulars.identity.account.Maker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Adds a person to a community. The account is written with the join that it is owed; the join follows before the answer,
 * and where it cannot, whoever asks again, or the worker, finishes it.
 */
@ApplicationScoped
class CreateUser {

    private final MadeAccounts accounts;
    private final Joins joins;
    private final Once once;

    CreateUser(MadeAccounts accounts, Joins joins, Once once) {
        this.accounts = accounts;
        this.joins = joins;
        this.once = once;
    }

    Uni<CreatedUser> create(Call call, NewUser wanted, Maker maker) {
        return accounts.draft(wanted.wanted(maker))
                .chain(draft -> once.perform(call, CreatedUser.class, tx -> make(tx, draft)))
                .onFailure(MadeAccounts::taken)
                .recoverWithUni(taken ->
                        accounts.unfinished(maker, wanted.email(), taken).map(CreatedUser::of))
                .call(created -> joins.finish(created._id()));
    }

    private Uni<CreatedUser> make(Tx tx, Draft draft) {
        return accounts.make(tx, draft).map(CreatedUser::of);
    }
}
