package dev.regulars.media.upload;

import dev.regulars.events.CommunityId;
import dev.regulars.media.image.ImageBounds;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the form brought it.
 *
 * @param callerId whose uploads are counted
 * @param field the member of the form, to blame in refusals
 * @param file absent where the form has no such member
 * @param restricted whether only signed addresses show it
 */
public record NewImage(
        CommunityId community,
        String callerId,
        String field,
        @Nullable FileUpload file,
        ImageBounds bounds,
        boolean restricted) {}
