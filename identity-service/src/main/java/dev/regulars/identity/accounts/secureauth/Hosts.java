package dev.regulars.identity.accounts.secureauth;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The communities' own host names. */
@ApplicationScoped
public class Hosts {

    private final Outbox outbox;

    Hosts(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Whether a host is the community's now: proven, and not lost since. */
    public Uni<Boolean> isOf(CommunityId community, String host) {
        return HostDocument.find(outbox.alone(), community).map(own -> own != null && host.equals(own.host));
    }

    /** A host as it is sent, without its port. */
    public static String name(String sent) {
        String host = sent.strip().toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }
}
