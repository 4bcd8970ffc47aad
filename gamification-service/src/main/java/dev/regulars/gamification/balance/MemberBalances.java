package dev.regulars.gamification.balance;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.balance.BalanceExportResource.BalanceExport;
import dev.regulars.gamification.balance.BalanceExportResource.ExportedBalances;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.gamification.person.Persons;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What members have and had, read from the ledger. */
@ApplicationScoped
class MemberBalances {

    /** Members in one part of an export. */
    private static final int EXPORTED = 500;

    private final Persons persons;
    private final CommunityTerms terms;
    private final Outbox outbox;

    MemberBalances(Persons persons, CommunityTerms terms, Outbox outbox) {
        this.persons = persons;
        this.terms = terms;
        this.outbox = outbox;
    }

    Uni<MemberBalanceView> now(CommunityId community, String user) {
        return persons.byId(community, user)
                .chain(person -> of(community, person.accountId()))
                .chain(balances -> terms.of(community).map(now -> MemberBalanceView.now(balances, now)));
    }

    /** The sum of the postings until then. */
    Uni<MemberBalanceView> past(CommunityId community, String user, Instant asOf) {
        return persons.byId(community, user)
                .chain(person -> PostingDocument.sumsUntil(outbox.alone(), community, person.accountId(), asOf)
                        .collect()
                        .asMap(sum -> sum.unit(), sum -> sum.sum()))
                .map(sums -> MemberBalanceView.past(asOf, sums));
    }

    Uni<Page<PostingView>> postings(CommunityId community, String user, PageRequest page) {
        return persons.byId(community, user)
                .chain(person -> PostingDocument.page(outbox.alone(), community, person.accountId(), page))
                .map(postings -> postings.map(PostingView::of));
    }

    Uni<InternalBalanceView> ofAccount(CommunityId community, String accountId) {
        return MemberDocument.find(outbox.alone(), community, accountId)
                .chain(member -> terms.of(community).map(now -> InternalBalanceView.of(accountId, member, now)));
    }

    /** For services that build up their copy anew. */
    Uni<BalanceExport> export(CommunityId community, @Nullable String after) {
        return MemberDocument.after(outbox.alone(), community, after, EXPORTED)
                .collect()
                .asList()
                .map(found -> new BalanceExport(
                        found.stream().map(ExportedBalances::of).toList(),
                        found.size() < EXPORTED ? null : found.getLast().accountId));
    }

    private Uni<Balances> of(CommunityId community, String accountId) {
        return MemberDocument.find(outbox.alone(), community, accountId)
                .map(member -> member == null ? Balances.NONE : member.state);
    }
}
