package dev.regulars.eventing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.UpdateOptions;
import dev.regulars.eventing.note.NoteDocument;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VersionTest {

    final String id = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({
        "5, 2, 5, 3, true",
        "5, 2, 5, 2, false",
        "5, 2, 5, 1, false",
        "5, 2, 6, 1, true",
        "5, 2, 4, 9, false",
    })
    void ofTwoVersionsTheNewerOneStays(long epoch, long n, long nextEpoch, long nextN, boolean newer) {
        var first = new Version(epoch, n);
        var next = new Version(nextEpoch, nextN);

        assertThat(see(first)).isTrue();
        assertThat(see(next)).isEqualTo(newer);
        assertThat(next.compareTo(first) > 0).isEqualTo(newer);
    }

    private boolean see(Version version) {
        return NoteDocument.mongoDatabase()
                .getCollection("seen")
                .updateOne(
                        and(eq("_id", id), version.newerThan("source.version")),
                        set("source.version", version.toBson()),
                        new UpdateOptions().upsert(true))
                .map(done -> true)
                .onFailure(DuplicateKey::is)
                .recoverWithItem(false)
                .await()
                .indefinitely();
    }
}
