package dev.regulars.gateway.trade;

/**
 * One thing that shows who somebody is.
 *
 * @param header that it came in, in lower case
 * @param scheme as identity-service calls the way it came
 */
public record Credential(String header, String scheme, String value) {

    static Credential token(String value) {
        return new Credential("authorization", "bearer", value);
    }

    static Credential key(String value) {
        return new Credential("x-api-key", "apiKey", value);
    }

    @Override
    public String toString() {
        return "Credential in " + header;
    }
}
