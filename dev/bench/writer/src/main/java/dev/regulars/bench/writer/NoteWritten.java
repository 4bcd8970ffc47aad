package dev.regulars.bench.writer;

import dev.regulars.events.DomainEvent;
import java.time.Instant;

/** A note was written. */
record NoteWritten(String communityId, String noteId, String author, Instant writtenAt) implements DomainEvent {

    @Override
    public String type() {
        return "bench.note.written.v1";
    }

    @Override
    public String subject() {
        return noteId;
    }

    @Override
    public String key() {
        return communityId + ":" + noteId;
    }
}
