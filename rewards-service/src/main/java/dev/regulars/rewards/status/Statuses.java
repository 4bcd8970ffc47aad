package dev.regulars.rewards.status;

import static dev.regulars.rewards.RewardsError.STATUS_IN_USE;
import static dev.regulars.rewards.RewardsError.STATUS_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The redemption statuses of a community; it begins with one of each category. */
@ApplicationScoped
public class Statuses {

    private static final int MOST = 50;
    private static final int ID_DIGITS = 24;

    private final Outbox outbox;
    private final Clock clock;

    Statuses(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<List<StatusView>> list(CommunityId community) {
        return ensured(community).map(all -> all.stream().map(StatusView::of).toList());
    }

    public Uni<StatusView> read(CommunityId community, String id) {
        return ensured(community)
                .chain(() -> StatusDocument.find(outbox.alone(), community, id))
                .plug(orNotFound("status", id))
                .map(StatusView::of);
    }

    Uni<StatusView> create(Tx tx, StatusBody body) {
        return ensured(tx.community())
                .invoke(all -> {
                    if (all.size() >= MOST) {
                        throw STATUS_LIMIT.because("has " + all.size());
                    }
                })
                .chain(() -> drafted(tx.community(), Ids.next(), body).create(tx))
                .map(StatusView::of);
    }

    Uni<StatusView> update(Tx tx, String id, StatusBody body) {
        return ensured(tx.community())
                .chain(() -> StatusDocument.find(tx, tx.community(), id))
                .plug(orNotFound("status", id))
                .chain(status -> {
                    boolean otherCategory = status.category != body.category();
                    status.name = body.name();
                    status.category = body.category();
                    status.color = body.color();
                    return status.store(tx, otherCategory);
                })
                .onItem()
                .ifNull()
                .failWith(() -> STATUS_IN_USE.because(id))
                .map(StatusView::of);
    }

    Uni<StatusView> delete(Tx tx, String id) {
        if (id.equals(initialId(tx.community()))) {
            throw STATUS_IN_USE.because("new orders get it");
        }
        return ensured(tx.community())
                .chain(() -> StatusDocument.find(tx, tx.community(), id))
                .plug(orNotFound("status", id))
                .chain(() -> StatusDocument.remove(tx, tx.community(), id))
                .onItem()
                .ifNull()
                .failWith(() -> STATUS_IN_USE.because(id))
                .map(StatusView::of);
    }

    /** A status that an order is about to get: it is not deleted any more. */
    public Uni<StatusView> use(Tx tx, CommunityId community, String id) {
        return ensured(community)
                .chain(() -> StatusDocument.find(tx, community, id))
                .plug(orNotFound("status", id))
                .chain(status -> status.used
                        ? Uni.createFrom().item(status)
                        : StatusDocument.use(tx, community, id).plug(orNotFound("status", id)))
                .map(StatusView::of);
    }

    /** @param wanted of the product, where it has one; if that is gone, the community's */
    public Uni<StatusView> initial(Tx tx, CommunityId community, @Nullable String wanted) {
        String id = wanted == null ? initialId(community) : wanted;
        return wanted == null
                ? use(tx, community, id)
                : use(tx, community, id)
                        .onFailure(Refusal.class)
                        .recoverWithUni(() -> use(tx, community, initialId(community)));
    }

    private Uni<List<StatusDocument>> ensured(CommunityId community) {
        return StatusDocument.list(outbox.alone(), community)
                .chain(all -> all.stream().anyMatch(one -> one.id.equals(initialId(community)))
                        ? Uni.createFrom().item(all)
                        : begin(community).chain(() -> StatusDocument.list(outbox.alone(), community)));
    }

    /** The initial one last: once it is there, the others were, and one that is deleted since stays so. */
    private Uni<Void> begin(CommunityId community) {
        var cancelled = new StatusBody("Cancelled", StatusCategory.CANCELLED, "#E5484D");
        var completed = new StatusBody("Completed", StatusCategory.COMPLETE, "#30A46C");
        var pending = new StatusBody("Pending", StatusCategory.INCOMPLETE, "#3EA1FD");
        Tx tx = outbox.alone();
        return drafted(community, id(community, "cancelled"), cancelled)
                .createUnlessThere(tx)
                .chain(() -> drafted(community, id(community, "completed"), completed)
                        .createUnlessThere(tx))
                .chain(() -> drafted(community, initialId(community), pending).createUnlessThere(tx));
    }

    private StatusDocument drafted(CommunityId community, String id, StatusBody body) {
        var status = new StatusDocument();
        status.id = id;
        status.communityId = community;
        status.name = body.name();
        status.category = body.category();
        status.color = body.color();
        status.createdAt = clock.instant();
        return status;
    }

    private static String initialId(CommunityId community) {
        return id(community, "pending");
    }

    private static String id(CommunityId community, String name) {
        return Secrets.hash("status:" + community.id() + ":" + name).substring(0, ID_DIGITS);
    }
}
