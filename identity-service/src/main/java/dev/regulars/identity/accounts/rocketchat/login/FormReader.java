package dev.regulars.identity.accounts.rocketchat.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.web.refusal.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a login that comes as a form; {@code password[digest]} is a member of an object. */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class FormReader implements MessageBodyReader<RocketChatLogin> {

    private static final Pattern NESTED = Pattern.compile("(\\w+)\\[(\\w+)]");

    private final ObjectMapper json;

    FormReader(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == RocketChatLogin.class;
    }

    @Override
    public RocketChatLogin readFrom(
            Class<RocketChatLogin> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        ObjectNode members = json.createObjectNode();
        for (String pair : new String(body.readAllBytes(), UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(members, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return json.treeToValue(members, RocketChatLogin.class);
    }

    private static void put(ObjectNode members, String name, String value) {
        Matcher nested = NESTED.matcher(name);
        if (nested.matches()) {
            members.withObjectProperty(nested.group(1)).put(nested.group(2), value);
        } else {
            members.put(name, value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.unreadable("a bad escape");
        }
    }
}
