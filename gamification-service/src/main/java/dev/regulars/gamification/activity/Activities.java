package dev.regulars.gamification.activity;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.activity.ActivityRequests.DayRequest;
import dev.regulars.gamification.activity.ActivityRequests.LogsRequest;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.Person;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Days of members, added up from their postings. Days begin in the community's zone. */
@ApplicationScoped
class Activities {

    private static final int PAGE = 50;
    private static final List<Unit> LOGGED = List.of(Unit.XP, Unit.COINS);

    private final Persons persons;
    private final CommunityTerms terms;
    private final Outbox outbox;

    Activities(Persons persons, CommunityTerms terms, Outbox outbox) {
        this.persons = persons;
        this.terms = terms;
        this.outbox = outbox;
    }

    Uni<HistoryView> history(CommunityId community, IdentifierType type, String identifier, int days) {
        return days(
                community,
                type,
                identifier,
                days,
                (person, read) -> HistoryView.of(
                        person.userId(),
                        read.range(),
                        read.range().days().stream()
                                .map(day -> read.amounts().history(person.accountId(), day))
                                .toList()));
    }

    Uni<StatsView> stats(CommunityId community, IdentifierType type, String identifier, int days) {
        return days(
                community,
                type,
                identifier,
                days,
                (person, read) -> StatsView.of(
                        person.userId(),
                        read.range(),
                        read.range().days().stream()
                                .map(day -> read.amounts().stats(person.accountId(), day))
                                .toList()));
    }

    private record Days(DayRange range, DailyAmounts amounts) {}

    private <V> Uni<V> days(
            CommunityId community, IdentifierType type, String identifier, int days, BiFunction<Person, Days, V> view) {
        return persons.find(community, type.keyOf(identifier), identifier).chain(person -> terms.of(community)
                .map(now -> DayRange.until(now.today(), days))
                .chain(range -> amounts(community, List.of(person.accountId()), range)
                        .map(amounts -> view.apply(person, new Days(range, amounts)))));
    }

    Uni<DayView> day(CommunityId community, DayRequest request, LocalDate day) {
        List<String> all = request.identifier().stream().distinct().toList();
        int page = requireNonNullElse(request.page(), 1);
        int limit = requireNonNullElse(request.limit(), PAGE);
        return persons.find(community, request.type().keyOf(all.getFirst()), all)
                .chain(found -> {
                    List<String> known = all.stream().filter(found::containsKey).toList();
                    List<String> part = known.stream()
                            .skip((page - 1L) * limit)
                            .limit(limit)
                            .toList();
                    var pagination = PageView.of(page, limit, all.size(), known.size());
                    return amounts(community, accounts(found, part), new DayRange(day, day))
                            .map(amounts -> new DayView(
                                    request.date(), pagination, results(request.date(), day, part, found, amounts)));
                });
    }

    Uni<LogsView> logs(CommunityId community, LogsRequest request) {
        int page = requireNonNullElse(request.page(), 1);
        int limit = requireNonNullElse(request.limit(), PAGE);
        return persons.find(community, request.type().keyOf(request.identifier()), request.identifier())
                .chain(person -> PostingDocument.page(
                        outbox.alone(), community, person.accountId(), LOGGED, PageRequest.ofPage(page, limit)))
                .map(postings -> logs(request, postings, page, limit));
    }

    private static LogsView logs(LogsRequest request, Page<PostingDocument> postings, int page, int limit) {
        long total = requireNonNull(postings.total());
        return new LogsView(
                PageView.of(page, limit, total, total),
                postings.items().stream()
                        .map(posting -> new LogsView.Entry(
                                posting.id,
                                request.identifier(),
                                posting.accountId,
                                posting.source,
                                posting.changes.getOrDefault(Unit.XP.wire(), 0L),
                                posting.changes.getOrDefault(Unit.COINS.wire(), 0L),
                                posting.at))
                        .toList());
    }

    private Uni<DailyAmounts> amounts(CommunityId community, List<String> accounts, DayRange range) {
        return PostingDocument.dailySums(
                        outbox.alone(),
                        community,
                        accounts,
                        range.start().toEpochDay(),
                        range.end().toEpochDay())
                .collect()
                .asList()
                .map(DailyAmounts::new);
    }

    private static List<String> accounts(Map<String, Person> found, List<String> identifiers) {
        return identifiers.stream()
                .map(identifier -> requireNonNull(found.get(identifier)).accountId())
                .toList();
    }

    private static List<DayView.Result> results(
            String date, LocalDate day, List<String> part, Map<String, Person> found, DailyAmounts amounts) {
        return part.stream()
                .map(identifier -> {
                    String account = requireNonNull(found.get(identifier)).accountId();
                    return new DayView.Result(
                            identifier,
                            account,
                            date,
                            amounts.of(account, day, Unit.COINS),
                            amounts.of(account, day, Unit.XP));
                })
                .toList();
    }
}
