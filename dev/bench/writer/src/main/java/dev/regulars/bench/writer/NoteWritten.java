package dev.regulars.bench.writer;

import dev.regulars.events.DomainEvent;
import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import java.time.Instant;

/** A note was written. */
@EventType("bench.note.written.v1")
record NoteWritten(String communityId, @Subject String noteId, String author, Instant writtenAt)
        implements DomainEvent {}
