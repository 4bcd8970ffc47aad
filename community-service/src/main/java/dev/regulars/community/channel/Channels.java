package dev.regulars.community.channel;

import static dev.regulars.community.CommunityError.CHANNEL_LIMIT;
import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;

import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.operation.Deleted;
import dev.regulars.web.permission.Overwrite;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** The channels of a community. */
@ApplicationScoped
public class Channels {

    private final RoleHolders holders;
    private final IframeUrl iframes;

    Channels(RoleHolders holders, IframeUrl iframes) {
        this.holders = holders;
        this.iframes = iframes;
    }

    Uni<ChannelView> create(Tx tx, ChannelBody body) {
        checkUrl(body);
        return holders.authority(tx, MANAGE_CHANNELS)
                .chain(() -> ChannelDocument.count(tx).invoke(CHANNEL_LIMIT::checkRoom))
                .chain(() -> drafted(tx, body).create(tx))
                .map(ChannelView::of);
    }

    Uni<ChannelView> update(Tx tx, String id, ChannelBody body) {
        checkUrl(body);
        return holders.authority(tx, MANAGE_CHANNELS)
                .chain(() -> ChannelDocument.get(tx, id))
                .chain(channel -> {
                    if (channel.channelType != body.channelType()) {
                        throw Refusal.invalid("channelType", "cannot be changed");
                    }
                    channel.topic = body.topic();
                    channel.url = body.url();
                    return channel.store(tx);
                })
                .map(ChannelView::of);
    }

    Uni<Deleted> delete(Tx tx, String id) {
        return holders.authority(tx, MANAGE_CHANNELS)
                .chain(() -> ChannelDocument.remove(tx, id))
                .map(channel -> new Deleted(channel.id));
    }

    /** The oldest first. */
    Uni<List<ChannelView>> views(Tx tx) {
        return ChannelDocument.list(tx)
                .map(all -> all.stream().map(ChannelView::of).toList());
    }

    /** The same as the Integration API lists them. */
    Uni<List<ChannelView.Listed>> list(Tx tx) {
        return ChannelDocument.list(tx)
                .map(all -> all.stream().map(ChannelView.Listed::of).toList());
    }

    /** What the channel changes for roles and members. */
    public Uni<List<Overwrite>> overwrites(Tx tx, String id) {
        return ChannelDocument.get(tx, id).map(ChannelDocument::overwrites);
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
        channel.createdAt = tx.now();
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
}
