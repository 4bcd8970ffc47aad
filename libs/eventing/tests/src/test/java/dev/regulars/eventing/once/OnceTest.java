package dev.regulars.eventing.once;

import static dev.regulars.eventing.note.NoteDocument.COMMUNITY;
import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.web.refusal.Kind.INVALID;
import static dev.regulars.web.refusal.Kind.MISUSED_KEY;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.NoteEvent.NoteWritten;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.events.Topic;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnceTest {

    KafkaRecords records;

    @Inject
    Once once;

    final String key = UUID.randomUUID().toString();
    final String author = "author-" + key;

    @Test
    void thirtyTwoTwinsHaveOneEffectAndOneAnswer() {
        var answers = Concurrently.call(32, twin -> write(author, key, "the same"));

        assertThat(answers.stream().collect(toSet())).hasSize(1);
        assertThat(notes(author)).isEqualTo(1);
        String note = answers.getFirst().id();
        StoredNotes.awaitTold(note);
        assertThat(records.typesAbout(Topic.MESSAGING, NoteDocument.key(note), 1))
                .containsExactly(typeOf(NoteWritten.class));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        write(author, key, "first");

        assertRefused(MISUSED_KEY, () -> write(author, key, "second"));
        assertThat(notes(author)).isEqualTo(1);
    }

    @Test
    void anotherCallersEqualKeyIsAnotherCall() {
        var mine = write(author, key, "first");

        assertThat(write(author + "'s friend", key, "second").id()).isNotEqualTo(mine.id());
    }

    @Test
    void theSameKeyForAnotherOperationOrInAnotherCommunityIsAnotherCall() {
        var mine = perform(new IdempotentCall(COMMUNITY, author, "write note", key, "same"));

        assertThat(perform(new IdempotentCall(COMMUNITY, author, "copy note", key, "same")))
                .isNotEqualTo(mine);
        assertThat(perform(new IdempotentCall("d", author, "write note", key, "same")))
                .isNotEqualTo(mine);
        assertThat(notes(author)).isEqualTo(3);
    }

    @Test
    void withoutAKeyEveryCallStandsForItself() {
        assertThat(write(author, null, "same")).isNotEqualTo(write(author, null, "same"));
        assertThat(notes(author)).isEqualTo(2);
    }

    @Test
    void aRefusalIsNotRememberedButAYesIsEvenAfterTheWorldChanged() {
        var note = NoteDocument.by(author);
        assertRefused(NOT_FOUND, () -> add(note.id));

        once.perform(call(null, "x"), Written.class, tx -> note.write(tx).map(Written::of))
                .await()
                .indefinitely();
        var yes = add(note.id);
        once.perform(call(null, "y"), Written.class, tx -> NoteDocument.remove(tx, note.id)
                        .map(Written::of))
                .await()
                .indefinitely();

        assertThat(add(note.id)).isEqualTo(yes);
    }

    @Test
    void aKeyIsOneTo255Characters() {
        assertRefused(INVALID, () -> write(author, " ", "text"));
        assertRefused(INVALID, () -> write(author, "k".repeat(256), "text"));
        assertThat(write(author, "k".repeat(255), "text")).isNotNull();
    }

    private Written add(String note) {
        return once.perform(call(key, note), Written.class, tx -> NoteDocument.add(tx, note, "line")
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.of(NOT_FOUND, "No note " + note))
                        .map(Written::of))
                .await()
                .indefinitely();
    }

    private Written write(String caller, String key, String text) {
        return perform(new IdempotentCall(COMMUNITY, caller, "write note", key, new NewNote(text)));
    }

    private Written perform(IdempotentCall call) {
        Uni<Written> answer = once.perform(
                call, Written.class, tx -> NoteDocument.by(author).write(tx).map(Written::of));
        return answer.await().indefinitely();
    }

    private IdempotentCall call(String key, String body) {
        return new IdempotentCall(COMMUNITY, author, "add line", key, body);
    }

    private static void assertRefused(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.kind())
                .isEqualTo(kind));
    }

    private static long notes(String author) {
        return NoteDocument.count("author", author).await().indefinitely();
    }

    record NewNote(String text) {}

    record Written(String id, String author) {
        static Written of(NoteDocument note) {
            return new Written(note.id, note.author);
        }
    }
}
