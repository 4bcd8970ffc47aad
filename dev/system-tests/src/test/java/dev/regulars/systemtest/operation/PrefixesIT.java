package dev.regulars.systemtest.operation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every documented operation is reachable under each of its prefixes, and nothing else is. */
@ExtendWith(SharedSandbox.class)
class PrefixesIT {

    private static final List<String> EQUIVALENT = List.of("/v1", "/apis/v1", "/api/v1/apis/v1");
    private static final String SYSTEM = "/api/v1";
    private static final Pattern WIDGET_FAMILY = Pattern.compile("/widget/|/v2/");
    private static final Set<String> IMPLIED = Set.of("OPTIONS", "HEAD");

    private final SandboxProcess sandbox;
    private String gateway;
    /** Documented methods by path. */
    private final Map<String, Set<String>> documented = new TreeMap<>();

    PrefixesIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void read() throws IOException, InterruptedException {
        gateway = sandbox.gateway();
        JsonNode document = Http.get(gateway + "/openapi.json");
        Operation.of(document).forEach(operation -> documented
                .computeIfAbsent(operation.path(), path -> new TreeSet<>())
                .add(operation.method()));
    }

    @Test
    void everyOperationIsReachableUnderEachOfItsPrefixesAndNoOtherMethodIs() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (var path : documented.entrySet()) {
            for (String offered : underEachPrefix(path.getKey())) {
                Set<String> methods = methods(offered);
                if (!methods.containsAll(path.getValue())
                        || !allowed(path.getKey()).containsAll(methods)) {
                    wrong.add(offered + " takes " + methods + " instead of " + path.getValue());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPathIsReachableUnderAnotherPrefix() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (String path : documented.keySet()) {
            String tail = tail(path);
            List<String> prefixes = path.startsWith(SYSTEM + "/")
                    ? List.of("/internal", "/system", "/q", "/V1", "/v2/api", "//v1")
                    : List.of("/internal", "/integration", "/application", "/v1/v1", "/v2/api", "/v1/");
            for (String prefix : prefixes) {
                int status = options(prefix + tail).status();
                if (status != 404 && !isDocumented(prefix + tail)) {
                    wrong.add(prefix + tail + " answers " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Its own, and those of every documented path whose variable stands for its literal. */
    private Set<String> allowed(String path) {
        Set<String> methods = new TreeSet<>();
        documented.forEach((pattern, some) -> {
            if (path.matches(pattern.replaceAll("\\{[^}]+}", "[^/]+"))) {
                methods.addAll(some);
            }
        });
        if (WIDGET_FAMILY.matcher(path).lookingAt()) {
            methods.add("GET"); // finds no page of a widget there
        }
        return methods;
    }

    private static List<String> underEachPrefix(String path) {
        return path.startsWith("/v1/")
                ? EQUIVALENT.stream().map(prefix -> prefix + tail(path)).toList()
                : List.of(path);
    }

    /** With ids in place of variables. */
    private static String tail(String path) {
        String concrete = path.replaceAll("\\{[^}]+}", "0".repeat(24));
        for (String prefix : List.of("/v1", SYSTEM)) {
            if (concrete.startsWith(prefix + "/")) {
                return concrete.substring(prefix.length());
            }
        }
        return concrete;
    }

    private boolean isDocumented(String path) {
        return documented.keySet().stream().anyMatch(known -> path.matches(known.replaceAll("\\{[^}]+}", "[^/]+")));
    }

    private Set<String> methods(String path) throws IOException, InterruptedException {
        String allowed = options(path.replaceAll("\\{[^}]+}", "0".repeat(24))).header("Allow");
        return Arrays.stream(allowed.split(",\\s*"))
                .filter(method -> !method.isEmpty() && !IMPLIED.contains(method))
                .collect(toCollection(TreeSet::new));
    }

    private Http.Response options(String path) throws IOException, InterruptedException {
        return Http.send("OPTIONS", gateway + path, null, Map.of());
    }
}
