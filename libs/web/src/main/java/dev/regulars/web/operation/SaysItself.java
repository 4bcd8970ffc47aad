package dev.regulars.web.operation;

/** An answer with a message of its own, where one operation does two things; {@link Says} has the one of the document. */
public interface SaysItself {

    /** The message in the family's envelope. */
    String said();
}
