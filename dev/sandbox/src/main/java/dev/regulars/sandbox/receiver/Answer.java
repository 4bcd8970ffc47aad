package dev.regulars.sandbox.receiver;

/** What a receiver says to the sender: a status and a JSON body. */
public record Answer(int status, String body) {

    static final Answer THANKS = new Answer(200, "{\"status\":\"success\"}");

    static Answer refused(String reason) {
        return new Answer(401, "{\"status\":\"error\",\"message\":\"" + reason + "\"}");
    }
}
