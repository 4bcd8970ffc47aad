package dev.regulars.identity.accounts.rocketchat.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.crypto.Secrets;
import dev.regulars.identity.accounts.ChatDirectory.ChatRoom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room that a user is in (contract §3.15 step 7). */
@Schema(examples = """
        {"_id": "64adb09baa5ad4273bfc0cc0", "rid": "66b1f0f4a4d3e5f60718293c", "name": "General", "t": "c", "unread": 0}""")
public record RoomView(
        @Schema(description = "Of this user in this room") String _id,

        @Schema(description = "The channel; for a direct one the ids of both users joined")
        String rid,

        @Schema(description = "The topic; for a direct one the other user's name")
        String name,

        @Schema(description = "`c` for all members, `p` for some roles, `d` direct")
        String t,

        @Schema(description = "Left out where there are none") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> roles,

        @Schema(description = "Messages that the user has not read")
        long unread) {

    private static final int ID_DIGITS = 24;
    private static final int TWO = 2;

    /** By type, then by the code points of the names. */
    static final Comparator<RoomView> ORDER =
            Comparator.comparing(RoomView::t).thenComparing(RoomView::name, RoomView::compareCodePoints);

    /** @param name of a direct one, whose topic is nobody's name */
    static RoomView of(ChatRoom room, String accountId, String name, long unread) {
        String id = Secrets.hash(accountId + ":" + room.channelId()).substring(0, ID_DIGITS);
        String rid = room.members().size() == TWO ? String.join("", room.members()) : room.channelId();
        return new RoomView(id, rid, name, room.type(), room.roles(), unread);
    }

    private static int compareCodePoints(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
