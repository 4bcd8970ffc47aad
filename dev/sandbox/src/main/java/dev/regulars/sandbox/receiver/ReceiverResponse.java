package dev.regulars.sandbox.receiver;

/** A receiver's response: status and JSON body. */
public record ReceiverResponse(int status, String body) {

    static final ReceiverResponse ACCEPTED = new ReceiverResponse(200, "{\"status\":\"success\"}");

    static ReceiverResponse refused(String reason) {
        return new ReceiverResponse(401, "{\"status\":\"error\",\"message\":\"" + reason + "\"}");
    }
}
