package dev.regulars.messaging.message.sending;

import static dev.regulars.messaging.MessagingError.SENDER_MISSING;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In whose name something is written: one's own, or with a community's key that of the member who is named. */
@ApplicationScoped
public class Senders {

    /** A person who writes. */
    public record Sender(String accountId, String userId) {}

    private final People people;

    Senders(People people) {
        this.people = people;
    }

    /** @param named e-mail address or username, also {@code userId} or {@code _id}; people need name nobody */
    public Uni<Sender> of(Viewer viewer, @Nullable String named) {
        if (named == null || named.isBlank()) {
            if (viewer.isKey()) {
                throw SENDER_MISSING.because(viewer.actor().id());
            }
            return Uni.createFrom().item(self(viewer));
        }
        return people.find(viewer.community(), PersonKey.ANY, named)
                .plug(orNotFound("user", named))
                .map(person -> new Sender(person.accountId(), person.userId()))
                .invoke(sender -> checkMayActAs(viewer, sender));
    }

    private static Sender self(Viewer viewer) {
        return new Sender(
                viewer.accountId(), Objects.requireNonNullElse(viewer.actor().userId(), ""));
    }

    private static void checkMayActAs(Viewer viewer, Sender sender) {
        if (!viewer.actsForOthers() && !sender.accountId().equals(viewer.accountId())) {
            throw Refusal.of(Kind.NOT_PERMITTED, viewer.actor().id() + " names another sender");
        }
    }
}
