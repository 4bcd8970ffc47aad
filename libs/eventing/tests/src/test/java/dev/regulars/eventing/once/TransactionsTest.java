package dev.regulars.eventing.once;

import static dev.regulars.eventing.note.NoteDocument.COMMUNITY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Several writes under one key: all of them or none. */
@QuarkusTest
class TransactionsTest {

    KafkaRecords records;

    @Inject
    Once once;

    @Inject
    Outbox outbox;

    final NoteDocument one = NoteDocument.by("ana");
    final NoteDocument other = NoteDocument.by("ben");

    @Test
    void whatWasWrittenBeforeARefusalIsTakenBackAndToldToNobody() {
        assertRefused(tx -> one.write(tx).chain(() -> Uni.createFrom().failure(no())));

        assertThat(StoredNotes.note(one.id)).isNull();
        write(other);
        assertThat(records.about("messaging.events", NoteDocument.key(one.id))).isEmpty();
    }

    @Test
    void aRefusalThatIsThrownAndNotReturnedIsOneToo() {
        assertRefused(tx -> {
            throw no();
        });

        write(one);
    }

    @Test
    void twoDocumentsOfOneCallTellBothOfTheirEvents() {
        perform(tx -> one.write(tx).chain(() -> other.write(tx)).map(note -> note.id));

        StoredNotes.awaitTold(one.id);
        StoredNotes.awaitTold(other.id);
        assertThat(records.about("messaging.events", NoteDocument.key(one.id))).hasSize(1);
        assertThat(records.about("messaging.events", NoteDocument.key(other.id)))
                .hasSize(1);
    }

    @Test
    void documentsThatAreChangedInOneCommandTellEachItsEvent() {
        write(one);
        write(other);
        List<String> both = List.of(one.id, other.id);

        perform(tx -> NoteDocument.addToAll(tx, both, "hello").replaceWith("done"));

        assertThat(both).allSatisfy(note -> {
            StoredNotes.awaitTold(note);
            assertThat(StoredNotes.note(note).getList("lines", String.class)).containsExactly("hello");
            assertThat(records.about("messaging.events", NoteDocument.key(note)))
                    .extracting(
                            told -> new String(told.headers().lastHeader("ce_n").value(), UTF_8))
                    .containsExactly("1", "2");
        });
    }

    @Test
    void oneMissingDocumentUndoesTheChangeOfAllOthers() {
        write(one);

        assertRefused(tx ->
                NoteDocument.addToAll(tx, List.of(one.id, "missing"), "hello").replaceWith("done"));

        assertThat(StoredNotes.note(one.id).getList("lines", String.class)).isEmpty();
        assertThat(records.about("messaging.events", NoteDocument.key(one.id))).hasSize(1);
    }

    private void write(NoteDocument note) {
        note.write(outbox.alone()).await().indefinitely();
        StoredNotes.awaitTold(note.id);
    }

    private void assertRefused(Function<Tx, Uni<String>> work) {
        assertThatThrownBy(() -> perform(work)).isInstanceOf(Refusal.class);
    }

    private String perform(Function<Tx, Uni<String>> work) {
        String key = UUID.randomUUID().toString();
        return once.perform(new IdempotentCall(COMMUNITY, "ana", "write", key, "body"), String.class, work)
                .await()
                .indefinitely();
    }

    private static Refusal no() {
        return Refusal.of(Kind.CONFLICT, "No");
    }
}
