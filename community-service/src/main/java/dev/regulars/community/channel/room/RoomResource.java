package dev.regulars.community.channel.room;

import dev.regulars.web.caller.Needs;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/rooms/{accountId}")
class RoomResource {

    /** The rooms of an account. */
    record RoomList(List<RoomView> rooms) {}

    private final Rooms rooms;

    RoomResource(Rooms rooms) {
        this.rooms = rooms;
    }

    @GET
    @Needs(service = true)
    @Operation(summary = "List the channels that an account may read, in all its communities")
    public Uni<RoomList> list(@ObjectId String accountId) {
        return rooms.of(accountId).map(RoomList::new);
    }
}
