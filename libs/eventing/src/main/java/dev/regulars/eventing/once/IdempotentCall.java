package dev.regulars.eventing.once;

import dev.regulars.crypto.Secrets;
import dev.regulars.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A call that may come twice: who asks for what, under which key.
 *
 * @param communityId the tenant, or {@link #NONE}
 * @param callerId who asks; where nobody is known yet, the normalised e-mail address of the body
 * @param operation the published name of the operation
 * @param key as sent, at most 255 characters; without one every call stands for itself
 * @param body all that makes two calls differ; secrets stand in it as {@link dev.regulars.web.value.Secret}
 */
record IdempotentCall(
        String communityId,
        String callerId,
        String operation,
        @Nullable String key,
        Object body) {

    /** The tenant of a call that is about no community. */
    static final String NONE = "-";

    private static final int LONGEST_KEY = 255;

    IdempotentCall {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refusal.invalid(Once.HEADER, "must be 1 to " + LONGEST_KEY + " characters");
        }
    }

    String id() {
        return Secrets.hash(communityId + "|" + callerId + "|" + operation + "|" + key);
    }
}
