package dev.regulars.web.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view of a thing that changes: a GET answers its tag in {@code ETag}, and 304 to the {@code If-None-Match} that has it. */
public interface Tagged {

    /** Another one after each change, without quotes. */
    @JsonIgnore
    String etag();
}
