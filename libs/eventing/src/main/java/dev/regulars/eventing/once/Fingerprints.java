package dev.regulars.eventing.once;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.operation.call.OperationCall;
import dev.regulars.web.value.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is kept of calls and answers: a hash of what was asked, and the answer without its secrets. */
@ApplicationScoped
class Fingerprints {

    private static final String PURPOSE = "fingerprints of calls";
    private static final int SHOWN_AT_BOTH_ENDS = 8;
    private static final String MASK = "****";

    private final ObjectMapper json;
    private final List<ObjectMapper> hashing;
    private final ObjectMapper masking;

    Fingerprints(ObjectMapper json, MasterKey key) {
        this.json = json;
        int keys = key.keyedHashes(PURPOSE, "").size();
        this.hashing = IntStream.range(0, keys)
                .mapToObj(number ->
                        secretsAs(json, text -> key.keyedHashes(PURPOSE, text).get(number)))
                .toList();
        this.masking = secretsAs(json, Fingerprints::masked);
    }

    private static ObjectMapper secretsAs(ObjectMapper json, UnaryOperator<String> text) {
        return json.copy().registerModule(new SimpleModule().addSerializer(Secret.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Secret secret, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeString(text.apply(secret.value()));
                    }
                }));
    }

    private static String masked(String secret) {
        return secret.length() > 2 * SHOWN_AT_BOTH_ENDS ? Secrets.masked(secret) : MASK;
    }

    /** Its body is the arguments as they are now; they are written only where the call has a key. */
    IdempotentCall call(OperationCall call, @Nullable Actor actor, @Nullable String community) {
        return new IdempotentCall(
                community == null ? IdempotentCall.NONE : community,
                actor == null ? IdempotentCall.NONE : actor.id(),
                call.operationId(),
                call.key(),
                call.arguments());
    }

    String of(IdempotentCall call) {
        return hash(hashing.getFirst(), call);
    }

    /** Secrets may have been hashed under a key that another has followed. */
    boolean isOf(String kept, IdempotentCall call) {
        return hashing.stream().anyMatch(one -> kept.equals(hash(one, call)));
    }

    private static String hash(ObjectMapper json, IdempotentCall call) {
        return Secrets.hash(write(json, call.body()));
    }

    /** As every repeat will read it. */
    String kept(Object answer) {
        return write(masking, answer);
    }

    /** By the reader of now, whatever the answer had when it was kept. */
    <T> T read(String kept, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }

    private static String write(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON", e);
        }
    }
}
