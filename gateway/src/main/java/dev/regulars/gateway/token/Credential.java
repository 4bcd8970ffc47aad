package dev.regulars.gateway.token;

/**
 * A credential as presented by a caller.
 *
 * @param header it came in, in lower case
 * @param scheme name of the scheme at identity-service
 */
public record Credential(String header, String scheme, String value) {

    static Credential bearer(String value) {
        return new Credential("authorization", "bearer", value);
    }

    static Credential apiKey(String value) {
        return new Credential("x-api-key", "apiKey", value);
    }

    @Override
    public String toString() {
        return "Credential in " + header;
    }
}
