package dev.regulars.web.openapi;

import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answer of an operation that succeeds, and its status. */
record Success(String status, APIResponse response) {

    static final String JSON = "application/json";

    /** Its body, where it has one. */
    Optional<MediaType> json() {
        return Optional.ofNullable(response.getContent()).map(content -> content.getMediaType(JSON));
    }
}
