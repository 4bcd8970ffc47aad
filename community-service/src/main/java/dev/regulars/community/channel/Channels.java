package dev.regulars.community.channel;

import static dev.regulars.community.CommunityError.CHANNEL_LIMIT;
import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.community.role.RoleHierarchy;
import dev.regulars.community.role.RoleHolders;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.Overwrite;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The channels of a community. */
@ApplicationScoped
public class Channels {

    /** A channel that is gone. */
    @Schema(examples = """
            {"_id": "66b1f2c3a4d3e5f607182941"}""")
    record DeletedChannel(String _id) {}

    private static final int MOST = 500;

    private final RoleHolders holders;
    private final IframeUrl iframes;
    private final Outbox outbox;
    private final Clock clock;

    Channels(RoleHolders holders, IframeUrl iframes, Outbox outbox, Clock clock) {
        this.holders = holders;
        this.iframes = iframes;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<ChannelView> create(Tx tx, ChannelBody body) {
        checkUrl(body);
        return manager(tx)
                .chain(() -> ChannelDocument.count(tx, tx.community()).invoke(Channels::checkLimit))
                .chain(() -> drafted(tx, body).create(tx))
                .map(ChannelView::of);
    }

    Uni<ChannelView> update(Tx tx, String id, ChannelBody body) {
        checkUrl(body);
        return manager(tx)
                .chain(() -> find(tx, id))
                .chain(channel -> {
                    if (channel.channelType != body.channelType()) {
                        throw Refusal.invalid("channelType", "cannot be changed");
                    }
                    channel.topic = body.topic();
                    channel.url = body.url();
                    channel.updatedAt = clock.instant();
                    return channel.store(tx).plug(orNotFound("channel", id));
                })
                .map(ChannelView::of);
    }

    Uni<DeletedChannel> delete(Tx tx, String id) {
        return manager(tx)
                .chain(() -> ChannelDocument.remove(tx, tx.community(), id).plug(orNotFound("channel", id)))
                .map(channel -> new DeletedChannel(channel.id));
    }

    /** The oldest first. */
    Uni<List<ChannelView>> views(CommunityId community) {
        return ChannelDocument.list(outbox.alone(), community)
                .map(all -> all.stream().map(ChannelView::of).toList());
    }

    /** The same as the Integration API lists them. */
    Uni<List<ChannelView.Listed>> list(CommunityId community) {
        return ChannelDocument.list(outbox.alone(), community)
                .map(all -> all.stream().map(ChannelView.Listed::of).toList());
    }

    /** What the channel changes for roles and members. */
    public Uni<List<Overwrite>> overwrites(CommunityId community, String id) {
        return ChannelDocument.find(outbox.alone(), community, id)
                .plug(orNotFound("channel", id))
                .map(ChannelDocument::overwrites);
    }

    private Uni<RoleHierarchy> manager(Tx tx) {
        return holders.authority(tx).invoke(caller -> caller.checkHolds(MANAGE_CHANNELS));
    }

    private ChannelDocument drafted(Tx tx, ChannelBody body) {
        var channel = new ChannelDocument();
        channel.id = Ids.next();
        channel.communityId = tx.community();
        channel.topic = body.topic();
        channel.channelType = body.channelType();
        channel.url = body.url();
        channel.userId = Objects.requireNonNullElse(tx.caller().userId(), "");
        channel.overwrites = List.of();
        channel.createdAt = clock.instant();
        channel.updatedAt = channel.createdAt;
        return channel;
    }

    private void checkUrl(ChannelBody body) {
        boolean iframe = body.channelType() == ChannelType.iframe;
        if (iframe && body.url() == null) {
            throw Refusal.invalid("url", "is required");
        }
        if (!iframe && body.url() != null) {
            throw Refusal.invalid("url", "is for channels of type iframe only");
        }
        if (body.url() != null) {
            iframes.check(body.url());
        }
    }

    private static void checkLimit(long channels) {
        if (channels >= MOST) {
            throw CHANNEL_LIMIT.because("has " + channels);
        }
    }

    private static Uni<ChannelDocument> find(Tx tx, String id) {
        return ChannelDocument.find(tx, tx.community(), id).plug(orNotFound("channel", id));
    }
}
