package dev.regulars.identity.accounts.rocketchat.user;

import dev.regulars.identity.accounts.ChatDirectory;
import dev.regulars.identity.accounts.ChatDirectory.ChatRoom;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The rooms of a user: from community-service, with what messaging-service has counted. */
@ApplicationScoped
class RoomsOfUser {

    private static final int TWO = 2;

    private final ChatDirectory directory;
    private final ChatUsers users;

    RoomsOfUser(ChatDirectory directory, ChatUsers users) {
        this.directory = directory;
        this.users = users;
    }

    Uni<List<RoomView>> of(String accountId) {
        return directory
                .rooms(accountId)
                .chain(rooms -> directory.unread(accountId, rooms).chain(unread -> views(accountId, rooms, unread)));
    }

    private Uni<List<RoomView>> views(String accountId, List<ChatRoom> rooms, Map<String, Long> unread) {
        return Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToUniAndConcatenate(room -> name(room, accountId)
                        .map(name -> RoomView.of(room, accountId, name, unread.getOrDefault(room.channelId(), 0L))))
                .collect()
                .asList()
                .map(views -> views.stream().sorted(RoomView.ORDER).toList());
    }

    /** A direct channel is named after the other one. */
    private Uni<String> name(ChatRoom room, String accountId) {
        if (room.members().size() != TWO) {
            return Uni.createFrom().item(room.name());
        }
        String other = room.members().get(room.members().getFirst().equals(accountId) ? 1 : 0);
        return users.find(other).map(account -> account == null ? room.name() : account.username);
    }
}
