package dev.regulars.eventing.note;

import dev.regulars.events.DomainEvent;
import dev.regulars.events.EventType;
import dev.regulars.events.Subject;

/** What happens to notes. */
public sealed interface NoteEvent extends DomainEvent {

    String communityId();

    String noteId();

    @EventType("notes.note.written.v1")
    record NoteWritten(String communityId, @Subject String noteId) implements NoteEvent {}

    @EventType("notes.line.added.v1")
    record LineAdded(String communityId, @Subject String noteId, String line) implements NoteEvent {}

    @EventType("notes.note.removed.v1")
    record NoteRemoved(String communityId, @Subject String noteId) implements NoteEvent {}
}
