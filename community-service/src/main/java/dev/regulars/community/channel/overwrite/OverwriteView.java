package dev.regulars.community.channel.overwrite;

import dev.regulars.community.channel.ChannelDocument.StoredOverwrite;
import dev.regulars.web.permission.Overwrite.Target;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a channel changes for a role or a member.
 *
 * @param id of the role, or of the member's account
 */
@Schema(examples = """
        {"target": "role", "id": "66b1f2a8a4d3e5f607182940", "allow": ["post_messages"], "deny": ["attach_files"]}""")
record OverwriteView(
        @Schema(description = "Whom it is about: a role or a member")
        Target target,

        @Schema(description = "`_id` of the role, or decimal id of the member")
        String id,

        @Schema(description = "Permissions given in this channel")
        List<String> allow,

        @Schema(description = "Permissions taken in this channel")
        List<String> deny) {

    static OverwriteView of(StoredOverwrite overwrite) {
        return new OverwriteView(overwrite.target(), overwrite.id(), overwrite.allow(), overwrite.deny());
    }
}
