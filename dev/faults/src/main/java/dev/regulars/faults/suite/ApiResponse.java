package dev.regulars.faults.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A response of the suite; status 0 means none. */
public record ApiResponse(int status, JsonNode body) {

    static final ApiResponse NONE = new ApiResponse(0, MissingNode.getInstance());

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Otherwise the outcome is unknown. */
    public boolean isDefinite() {
        return status > 0 && status < 500;
    }

    public String text(String pointer) {
        return body.at(pointer).asText();
    }
}
