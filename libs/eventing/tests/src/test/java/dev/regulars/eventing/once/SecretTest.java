package dev.regulars.eventing.once;

import static com.mongodb.client.model.Filters.regex;
import static dev.regulars.eventing.note.NoteDocument.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.testkit.Concurrently;
import dev.regulars.web.value.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers with something in them that is shown once. */
@QuarkusTest
class SecretTest {

    @Inject
    Once once;

    final String key = UUID.randomUUID().toString();

    @Test
    void ofThirtyTwoTwinsOneReadsTheSecretAndTheOthersItsMask() {
        var answers = Concurrently.call(32, twin -> make());

        assertThat(answers).extracting(Made::id).containsOnly(answers.getFirst().id());
        assertThat(answers).filteredOn(SecretTest::isMasked).hasSize(31);
        assertThat(answers).filteredOn(made -> !isMasked(made)).hasSize(1);
    }

    @Test
    void theSecretIsNotKept() {
        String secret = make().secret().value();

        assertThat(make()).matches(SecretTest::isMasked);
        var kept = NoteDocument.mongoDatabase().getCollection("requests").find(regex("answer", secret));
        assertThat(kept.collect().asList().await().indefinitely()).isEmpty();
    }

    private static boolean isMasked(Made made) {
        return made.secret().value().matches("[0-9a-f]{4}\\*{56}[0-9a-f]{4}");
    }

    private Made make() {
        var call = new IdempotentCall(COMMUNITY, "ana", "make a secret", key, "body");
        return once.perform(call, Made.class, tx -> NoteDocument.by(key)
                        .write(tx)
                        .map(note -> new Made(note.id, new Secret(Secrets.key()))))
                .await()
                .indefinitely();
    }

    record Made(String id, Secret secret) {}
}
