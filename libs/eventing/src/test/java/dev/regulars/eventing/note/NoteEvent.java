package dev.regulars.eventing.note;

import dev.regulars.events.DomainEvent;

/** What happens to notes. */
public sealed interface NoteEvent extends DomainEvent {

    String communityId();

    String noteId();

    @Override
    default String subject() {
        return noteId();
    }

    @Override
    default String key() {
        return communityId() + ":" + noteId();
    }

    record NoteWritten(String communityId, String noteId) implements NoteEvent {
        public static final String TYPE = "notes.note.written.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record LineAdded(String communityId, String noteId, String line) implements NoteEvent {
        public static final String TYPE = "notes.line.added.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record NoteRemoved(String communityId, String noteId) implements NoteEvent {
        public static final String TYPE = "notes.note.removed.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }
}
