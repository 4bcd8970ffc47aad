package dev.regulars.community.channel;

import dev.regulars.community.channel.ChannelDocument.StoredOverwrite;
import dev.regulars.web.permission.Overwrite.Target;
import java.util.List;

/**
 * What a channel changes for a role or a member.
 *
 * @param id of the role, or of the member's account
 */
record OverwriteView(Target target, String id, List<String> allow, List<String> deny) {

    static OverwriteView of(StoredOverwrite overwrite) {
        return new OverwriteView(overwrite.target(), overwrite.id(), overwrite.allow(), overwrite.deny());
    }
}
