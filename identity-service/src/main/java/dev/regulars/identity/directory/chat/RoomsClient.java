package dev.regulars.identity.directory.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.accounts.ChatDirectory.ChatRoom;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Client of community-service, which knows who may read which channel. */
@ApplicationScoped
class RoomsClient {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private record RoomsAnswer(List<Room> rooms) {}

    private record Room(
            String communityId,
            String channelId,
            String name,
            String type,
            @Nullable List<String> roles,
            @Nullable List<String> members) {

        ChatRoom view() {
            return new ChatRoom(
                    communityId,
                    channelId,
                    name,
                    type,
                    roles == null ? List.of() : roles,
                    members == null ? List.of() : members);
        }
    }

    private final InternalClient communities;

    RoomsClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Accounts accounts) {
        this.communities = new InternalClient(vertx, json, addresses.community(), accounts::serviceToken, TIMEOUT);
    }

    /** Every channel of every community of the account that it may read now. */
    Uni<List<ChatRoom>> of(String accountId) {
        return communities
                .get("/internal/rooms/" + accountId, RoomsAnswer.class)
                .map(answer -> answer == null
                        ? List.of()
                        : answer.rooms().stream().map(Room::view).toList());
    }
}
