package dev.regulars.gamification.tier;

import static dev.regulars.gamification.GamificationError.TIER_NOT_HIGHER;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.badge.Badges;
import dev.regulars.gamification.counter.xp.XpSetting;
import dev.regulars.gamification.counter.xp.XpSettings;
import dev.regulars.gamification.person.Persons;
import dev.regulars.gamification.tier.TierViews.GrantRequest;
import dev.regulars.gamification.tier.TierViews.GrantView;
import dev.regulars.gamification.tier.TierViews.TierInfoView;
import dev.regulars.gamification.tier.TierViews.TierSettingRequest;
import dev.regulars.gamification.tier.TierViews.TierSettingView;
import dev.regulars.gamification.tier.TierViews.TiersRequest;
import dev.regulars.gamification.tier.TierViews.TiersView;
import dev.regulars.gamification.tier.member.MemberTiers;
import dev.regulars.gamification.tier.member.MemberTiers.Standing;
import dev.regulars.gamification.tier.setting.Tier;
import dev.regulars.gamification.tier.setting.TierRule;
import dev.regulars.gamification.tier.setting.TierSettingDocument;
import dev.regulars.internal.people.Person;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tiers of a community, and which one a member is given. */
@ApplicationScoped
class Tiers {

    private final XpSettings xp;
    private final Badges badges;
    private final Persons persons;
    private final MemberTiers members;
    private final Outbox outbox;
    private final Clock clock;

    Tiers(XpSettings xp, Badges badges, Persons persons, MemberTiers members, Outbox outbox, Clock clock) {
        this.xp = xp;
        this.badges = badges;
        this.persons = persons;
        this.members = members;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<TiersView> get(CommunityId community) {
        return setting(outbox.alone(), community).map(TiersView::of);
    }

    Uni<TierInfoView> info(CommunityId community) {
        return setting(outbox.alone(), community)
                .chain(setting -> xp.of(community).map(xp -> TierInfoView.of(setting, xp)));
    }

    Uni<TiersView> define(Tx tx, TiersRequest request) {
        return setting(tx, tx.community())
                .invoke(setting -> {
                    setting.tiers = checked(setting.tiers, request.asked());
                    setting.updatedAt = clock.instant();
                })
                .chain(setting -> setting.store(tx))
                .map(TiersView::of);
    }

    Uni<TierSettingView> configure(Tx tx, TierSettingRequest request) {
        CommunityId community = tx.community();
        return setting(tx, community)
                .invoke(setting -> {
                    setting.enabled = request.enabled();
                    setting.displayLevels = request.display().levels();
                    setting.displayTiers = request.display().tiers();
                    setting.downgrade = requireNonNullElse(request.downgrade(), setting.downgrade);
                    setting.updatedAt = clock.instant();
                })
                .chain(setting -> setting.store(tx))
                .chain(setting ->
                        xp.of(community).chain(xp -> badges.ids(tx, community).map(ids -> view(setting, xp, ids))));
    }

    Uni<Person> person(CommunityId community, String user) {
        return persons.byId(community, user);
    }

    /** Only upwards: what a member reached is not taken away. */
    Uni<GrantView> grant(Tx tx, Person person, GrantRequest request) {
        CommunityId community = tx.community();
        return members.of(tx, community, person.accountId())
                .chain(standing -> grant(tx, standing, request))
                .chain(() -> members.tell(tx, community, person.accountId()))
                .chain(() -> members.of(tx, community, person.accountId()))
                .map(standing -> new GrantView(standing.tier()));
    }

    private static Uni<Void> grant(Tx tx, Standing standing, GrantRequest request) {
        Tier wanted = named(standing.setting().tiers, request.tier());
        if (wanted == null) {
            throw Refusal.invalid("tier", "must be a tier of the community");
        }
        String id = requireNonNull(wanted._id());
        if (TierRule.indexOf(standing.setting().tiers, id) < standing.index()) {
            throw TIER_NOT_HIGHER.because(id);
        }
        return standing.told().grant(tx, id, request.reason());
    }

    private static @Nullable Tier named(List<Tier> tiers, String idOrName) {
        return tiers.stream()
                .filter(tier -> idOrName.equals(tier._id()) || idOrName.equals(tier.name()))
                .findFirst()
                .orElse(null);
    }

    private Uni<TierSettingDocument> setting(Tx tx, CommunityId community) {
        return TierSettingDocument.of(tx, community, clock.instant());
    }

    private static List<Tier> checked(List<Tier> before, List<Tier> wanted) {
        List<Tier> checked = new ArrayList<>();
        for (Tier tier : wanted) {
            Tier last = checked.isEmpty() ? null : checked.getLast();
            if (last != null && (tier.xp() <= last.xp() || tier.level() <= last.level())) {
                throw Refusal.invalid("tiers", "must rise strictly in xp and level");
            }
            if (tier._id() != null && TierRule.indexOf(before, tier._id()) < 0) {
                throw Refusal.invalid("tiers._id", "must be the id of a tier of the community");
            }
            checked.add(tier._id() == null ? tier.withId(Ids.next()) : tier);
        }
        if (checked.stream().map(Tier::_id).distinct().count() < checked.size()) {
            throw Refusal.invalid("tiers._id", "must be given once");
        }
        return checked;
    }

    private static TierSettingView view(TierSettingDocument setting, XpSetting xp, List<String> badges) {
        return new TierSettingView(
                setting.id,
                setting.communityId.id(),
                xp,
                new TierSettingRequest(
                        setting.enabled,
                        new TierSettingRequest.Display(setting.displayLevels, setting.displayTiers),
                        setting.downgrade),
                badges,
                setting.createdAt,
                setting.updatedAt,
                0);
    }
}
