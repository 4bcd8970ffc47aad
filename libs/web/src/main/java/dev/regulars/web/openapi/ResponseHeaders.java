package dev.regulars.web.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Headers of refusals, each a component. */
record ResponseHeaders(Components components) {

    Map<String, Header> of(int status) {
        Map<String, Header> all = new TreeMap<>();
        all.put(
                "X-Error-Code",
                shared(
                        "ErrorCode",
                        "Names the refusal, for programs; it stays the same whatever the message says",
                        SchemaType.STRING,
                        "email_taken"));
        if (status == 401) {
            all.put(
                    "WWW-Authenticate",
                    shared(
                            "Authenticate",
                            "The scheme to use, and what is wrong with the credential (RFC 6750)",
                            SchemaType.STRING,
                            "Bearer error=\"invalid_token\""));
        }
        if (status == 429) {
            all.put(
                    "RateLimit",
                    shared(
                            "RateLimit",
                            "The limit that was reached, how many requests are left, and the seconds until all are",
                            SchemaType.STRING,
                            "\"key\";r=0;t=60"));
        }
        if (status == 429 || status == 503) {
            all.put("Retry-After", shared("RetryAfter", "Seconds to wait", SchemaType.INTEGER, 2));
        }
        return all;
    }

    private Header shared(String name, String description, SchemaType type, Object example) {
        components.addHeader(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .schema(OASFactory.createSchema().addType(type))
                        .example(example));
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }
}
