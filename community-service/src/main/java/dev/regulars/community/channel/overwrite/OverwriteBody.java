package dev.regulars.community.channel.overwrite;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is to change for a role or a member; a permission in neither list stays as the roles say.
 *
 * @param allow channel permissions to grant
 * @param deny channel permissions to take away
 */
@Schema(examples = """
        {"allow": ["post_messages"], "deny": ["attach_files"]}""")
record OverwriteBody(
        @Schema(description = "Channel permissions to grant") @Size(max = 50) @Nullable
        List<@NotNull String> allow,

        @Schema(description = "Channel permissions to take away") @Size(max = 50) @Nullable
        List<@NotNull String> deny) {

    @Override
    public List<String> allow() {
        return allow == null ? List.of() : allow;
    }

    @Override
    public List<String> deny() {
        return deny == null ? List.of() : deny;
    }
}
