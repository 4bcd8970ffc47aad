package dev.regulars.community.channel.room;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The room roles of a member in a channel: in a request those to have, in an answer those they have. */
@Schema(examples = """
        {"roles": ["moderator"]}""")
record RoomRolesBody(
        @Schema(description = "All of them; none when empty") @NotNull @Size(max = 3)
        List<@NotNull RoomRole> roles) {}
