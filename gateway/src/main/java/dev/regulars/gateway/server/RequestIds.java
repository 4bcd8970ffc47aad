package dev.regulars.gateway.server;

import dev.regulars.web.http.RequestId;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request an id: the client's own, or a new one. */
final class RequestIds {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** From now on the id is in the headers of the request and in all log lines about it. */
    static String assign(MultiMap headers) {
        List<String> given = headers.getAll(RequestId.HEADER);
        boolean valid = given.size() == 1 && VALID.matcher(given.getFirst()).matches();
        String id = valid ? given.getFirst() : UUID.randomUUID().toString();
        headers.set(RequestId.HEADER, id);
        RequestId.begin(id);
        return id;
    }
}
