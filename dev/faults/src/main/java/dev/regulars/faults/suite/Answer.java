package dev.regulars.faults.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What the suite said. */
public record Answer(int status, JsonNode body) {

    static final Answer NONE = new Answer(0, MissingNode.getInstance());

    public boolean isYes() {
        return status / 100 == 2;
    }

    /** Anything else leaves open what was done. */
    public boolean isAnAnswer() {
        return status > 0 && status < 500;
    }

    public String text(String pointer) {
        return body.at(pointer).asText();
    }
}
