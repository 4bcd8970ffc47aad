package dev.regulars.gateway.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of {@code routes.yaml}. */
record RoutesFile(Map<String, List<String>> prefixes, List<Row> routes) {

    /** One line of the table. */
    record Row(
            String prefix,
            String path,
            String family,
            String service,
            @Nullable String auth,
            @Nullable Integer upload) {

        /** {@code upload:} is for files, in MiB; a form around them may be a little larger. */
        long maxBody() {
            return upload == null ? Route.MAX_BODY : (upload * Route.MIB) + Route.FORM_BYTES;
        }

        AuthScheme authScheme() {
            return switch (auth == null ? "" : auth) {
                case "bearer and api key" -> AuthScheme.BEARER_AND_API_KEY;
                case "bearer or api key" -> AuthScheme.BEARER_OR_API_KEY;
                case "own" -> AuthScheme.OWN;
                case "bearer or bare key" -> AuthScheme.BEARER_OR_BARE_KEY;
                default -> ofFamily();
            };
        }

        private AuthScheme ofFamily() {
            return switch (family) {
                case "system" -> AuthScheme.API_KEY;
                case "rocketchat" -> AuthScheme.TOKEN_AND_USER;
                default -> AuthScheme.BEARER;
            };
        }
    }

    static RoutesFile read() {
        try (InputStream yaml = RoutesFile.class.getResourceAsStream("/routes.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, RoutesFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
