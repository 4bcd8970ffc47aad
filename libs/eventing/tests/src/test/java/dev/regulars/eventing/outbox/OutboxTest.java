package dev.regulars.eventing.outbox;

import static dev.regulars.eventing.note.NoteDocument.COMMUNITY;
import static dev.regulars.eventing.note.StoredNotes.awaitGone;
import static dev.regulars.eventing.note.StoredNotes.awaitTold;
import static dev.regulars.events.DomainEvent.typeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.eventing.note.NoteEvent.NoteRemoved;
import dev.regulars.eventing.note.NoteEvent.NoteWritten;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.CallerKind;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    KafkaRecords records;

    @Inject
    Outbox outbox;

    @Test
    void aChangeTellsItsEventOnceAsACloudEventWithItsVersion() {
        var before = Instant.now().minusMillis(1);
        String note = write();

        awaitTold(note);

        assertThat(FirstSights.all(records, note)).hasSize(1);
        assertThat(header(note, "ce_id")).isNotEmpty();
        assertThat(header(note, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(note, "ce_type")).isEqualTo(typeOf(NoteWritten.class));
        assertThat(header(note, "ce_source")).isEqualTo("/notes-service");
        assertThat(header(note, "ce_subject")).isEqualTo(note);
        assertThat(Instant.parse(header(note, "ce_time"))).isBetween(before, Instant.now());
        assertThat(header(note, "content-type")).isEqualTo("application/json");
        assertThat(Instant.ofEpochMilli(Long.parseLong(header(note, "ce_epoch"))))
                .isBetween(before, Instant.now());
        assertThat(header(note, "ce_n")).isEqualTo("1");
        assertThat(new JsonObject(FirstSights.all(records, note).getFirst().value()))
                .isEqualTo(new JsonObject().put("communityId", COMMUNITY).put("noteId", note));
    }

    @Test
    void anEventOfACallNamesItsCallerAndOneOfTheServiceItselfNobody() {
        var caller = new Actor(CallerKind.USER_KEY, "user-key:k1", "a1", "42", "k1");
        var tx = outbox.alone(new Origin(caller, null, tag -> {}));
        String called = NoteDocument.by("ana").write(tx).await().indefinitely().id;
        String own = write();

        awaitTold(called);
        awaitTold(own);

        assertThat(header(called, "ce_actorkind")).isEqualTo("userKey");
        assertThat(header(called, "ce_actorid")).isEqualTo("user-key:k1");
        assertThat(FirstSights.all(records, own).getFirst().headers().lastHeader("ce_actorkind"))
                .isNull();
    }

    @Test
    void whatSixteenWriteIntoOneDocumentIsSeenInTheOrderOfItsVersions() {
        String note = write();

        Concurrently.call(16, writer -> addTen(note, writer));

        assertThat(FirstSights.of(records, note, 161)).isEqualTo(FirstSights.upTo(161));
        awaitTold(note);
        assertThat(FirstSights.all(records, note)).hasSize(161);
    }

    @Test
    void twoEventsOfOneWriteAreTwoVersionsInTheirOrder() {
        String note = write();

        Concurrently.call(16, writer -> NoteDocument.addBoth(outbox.alone(), note, writer + " a", writer + " b")
                .await()
                .indefinitely());

        assertThat(FirstSights.of(records, note, 33)).isEqualTo(FirstSights.upTo(33));
        List<String> lines = FirstSights.all(records, note).stream()
                .skip(1)
                .map(told -> new JsonObject(told.value()).getString("line"))
                .toList();
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat(lines.get(i + 1)).isEqualTo(lines.get(i).replace("a", "b"));
        }
    }

    @Test
    void aGuardThatSaysYesAndNoInTurnIsNoFullOutbox() {
        String note = write();

        Concurrently.call(32, writer -> {
            for (int i = 0; i < 8; i++) {
                NoteDocument.flip(outbox.alone(), note, (writer + i) % 2 == 0)
                        .await()
                        .indefinitely();
            }
            return writer;
        });
    }

    @Test
    void aNoteRemovedUnderWritersTellsEachLineAndThenGoes() {
        String note = write();

        var answers = Concurrently.call(16, writer -> (writer == 7
                        ? NoteDocument.remove(outbox.alone(), note)
                        : NoteDocument.add(outbox.alone(), note, "by " + writer))
                .await()
                .indefinitely());

        int told = 1 + (int) answers.stream().filter(answer -> answer != null).count();
        assertThat(FirstSights.of(records, note, told)).isEqualTo(FirstSights.upTo(told));
        assertThat(FirstSights.all(records, note)).last().satisfies(event -> assertThat(
                        KafkaRecords.header(event, "ce_type"))
                .isEqualTo(typeOf(NoteRemoved.class)));
        awaitGone(note);
    }

    @Test
    void anIdUsedAgainIsNewerThanItsTombstone() {
        var note = NoteDocument.by("ana");
        note.write(outbox.alone()).await().indefinitely();
        NoteDocument.remove(outbox.alone(), note.id).await().indefinitely();
        awaitGone(note.id);

        note.write(outbox.alone()).await().indefinitely();
        awaitTold(note.id);

        var epochs = FirstSights.all(records, note.id).stream()
                .map(event -> Long.valueOf(KafkaRecords.header(event, "ce_epoch")))
                .toList();
        assertThat(epochs).hasSize(3);
        assertThat(epochs.get(2)).isGreaterThan(epochs.get(1));
    }

    @Test
    void aQuietChangeRaisesNoVersionAndTellsNobody() {
        String note = write();
        awaitTold(note);

        var seen = NoteDocument.glance(outbox.alone(), note).await().indefinitely();

        assertThat(seen.glances).isEqualTo(1);
        assertThat(StoredNotes.note(note).get("version", Document.class).getLong("n"))
                .isEqualTo(1);
        assertThat(StoredNotes.waiting(note)).isEmpty();
        NoteDocument.add(outbox.alone(), note, "aloud").await().indefinitely();
        assertThat(FirstSights.of(records, note, 2)).isEqualTo(FirstSights.upTo(2));
    }

    @Test
    void aGuardThatSaysNoChangesNothingAndTellsNobody() {
        String note = write();
        assertThat(NoteDocument.add(outbox.alone(), note, "once").await().indefinitely())
                .isNotNull();

        assertThat(NoteDocument.add(outbox.alone(), note, "once").await().indefinitely())
                .isNull();

        awaitTold(note);
        assertThat(FirstSights.all(records, note))
                .extracting(event -> KafkaRecords.header(event, "ce_type"))
                .containsExactly(typeOf(NoteWritten.class), typeOf(LineAdded.class));
    }

    private boolean addTen(String note, int writer) {
        return IntStream.range(0, 10)
                .allMatch(i -> NoteDocument.add(outbox.alone(), note, writer + "-" + i)
                                .await()
                                .indefinitely()
                        != null);
    }

    private String write() {
        return NoteDocument.by("ana").write(outbox.alone()).await().indefinitely().id;
    }

    private String header(String note, String name) {
        return KafkaRecords.header(FirstSights.all(records, note).getFirst(), name);
    }
}
