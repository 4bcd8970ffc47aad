package dev.regulars.identity.accounts.widget.accesskey;

import static dev.regulars.identity.IdentityError.ACCESS_KEY_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.installation.AccountStatus;
import dev.regulars.identity.accounts.key.KeyExpiry;
import dev.regulars.identity.accounts.widget.Origins;
import dev.regulars.identity.accounts.widget.WidgetDocument;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Widget access keys. In real time, as for all credentials. */
@ApplicationScoped
public class AccessKeys {

    private static final String ID = "[0-9a-fA-F]{24}";

    private final Widgets widgets;
    private final AccountStatus statuses;
    private final Outbox outbox;

    AccessKeys(Widgets widgets, AccountStatus statuses, Outbox outbox) {
        this.widgets = widgets;
        this.statuses = statuses;
        this.outbox = outbox;
    }

    Uni<Page<AccessKeyView>> page(CommunityId community, PageRequest page) {
        return AccessKeyDocument.page(outbox.alone(), community, page).map(part -> part.map(AccessKeyView::of));
    }

    Uni<AccessKeyView> create(Tx tx, NewAccessKey wanted) {
        String secret = Secrets.key();
        AccessKeyDocument key = draft(tx, wanted, secret);
        return AccessKeyDocument.count(tx)
                .invoke(ACCESS_KEY_LIMIT::checkRoom)
                .chain(() -> widgets.enabled(tx.community()))
                .invoke(known -> check(key, known))
                .chain(() -> key.insert(tx))
                .map(added -> AccessKeyView.of(added, secret));
    }

    private static AccessKeyDocument draft(Tx tx, NewAccessKey wanted, String secret) {
        Instant now = now();
        var key = new AccessKeyDocument();
        key.id = Ids.next();
        key.communityId = tx.community();
        key.accountId = requireNonNull(tx.caller().accountId());
        key.name = wanted.name();
        key.hash = Secrets.hash(secret);
        key.masked = Secrets.masked(secret);
        key.widgetIds = requireNonNullElse(wanted.widgetIds(), List.<String>of()).stream()
                .distinct()
                .toList();
        key.origins = Origins.checked(wanted.origins());
        key.expireDate = KeyExpiry.of(null, wanted.expireDate(), now).end();
        key.createdAt = now;
        return key;
    }

    private static void check(AccessKeyDocument key, List<WidgetDocument> known) {
        List<WidgetDocument> own = key.widgets(known);
        if (own.size() < key.widgetIds.size()) {
            throw Refusal.invalid("widgetIds", "must be enabled widgets of the community with auth accessKey");
        }
        boolean narrows = key.origins.stream()
                .allMatch(origin -> own.stream().anyMatch(widget -> widget.origins.contains(origin)));
        if (!narrows) {
            throw Refusal.invalid("origins", "must be origins of its widgets");
        }
    }

    Uni<AccessKeyView> delete(Tx tx, String id) {
        return AccessKeyDocument.remove(tx, id)
                .plug(orNotFound("widget access key", id))
                .map(AccessKeyView::of);
    }

    /** Empty for a wrong key, and for one that has ended. */
    Uni<@Nullable AccessKeyDocument> presented(String accessId, Secret accessKey) {
        Instant now = now();
        byte[] hash = Secrets.hash(accessKey.value()).getBytes(UTF_8);
        return live(accessId)
                .map(key -> key != null && MessageDigest.isEqual(hash, key.hash.getBytes(UTF_8)) ? key : null)
                .call(key -> key == null ? Uni.createFrom().voidItem() : key.recordUse(outbox.alone(), now));
    }

    /** Empty for one that is unknown, has expired, or whose maker is disabled. */
    public Uni<@Nullable AccessKeyDocument> live(String accessId) {
        return accessId.matches(ID)
                ? AccessKeyDocument.findValid(outbox.alone(), accessId, now()).chain(this::ofEnabled)
                : Uni.createFrom().nullItem();
    }

    private Uni<@Nullable AccessKeyDocument> ofEnabled(@Nullable AccessKeyDocument key) {
        return key == null
                ? Uni.createFrom().nullItem()
                : statuses.isDisabled(key.accountId).map(disabled -> disabled ? null : key);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static Uni<Void> buildIndexes() {
        return AccessKeyDocument.buildIndexes();
    }
}
