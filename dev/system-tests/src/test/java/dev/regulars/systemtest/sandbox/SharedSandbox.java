package dev.regulars.systemtest.sandbox;

import dev.regulars.local.TemporaryFolder;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.testkit.TraceCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One sandbox for all tests; started by the first, stopped after the last. Its data and logs stay where a test failed. */
public final class SharedSandbox implements ParameterResolver, AfterTestExecutionCallback {

    /** UDP port of a name server, where a test has one. */
    public static final int NAME_SERVER = 11_053;

    /** Of these, tests reach the second replica, too; more would start longer, and {@code make faults} doubles all. */
    public static final List<String> REPLICATED = List.of("gateway", "webhook-service");

    /** A lock: who kills its processes has it alone, and who runs beside other tests shares it. */
    public static final String PROCESSES = "processes of the sandbox";

    private static final int OFFSET = 11_000;
    private static final Map<String, String> SETTINGS = Map.of(
            "REGULARS_SANDBOX_REPLICATED",
            String.join(",", REPLICATED),
            "REGULARS_SANDBOX_ARCHIVES",
            "false", // nothing is started after it
            "QUARKUS_LOG_CATEGORY__DEV_REGULARS__LEVEL",
            "DEBUG", // everything that could leak
            "OTEL_SDK_DISABLED",
            "false",
            "OTEL_TRACES_SAMPLER",
            "parentbased_always_off", // a request is traced when its caller says so
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "http/protobuf",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://127.0.0.1:" + (OFFSET + 4_318),
            "OTEL_BSP_SCHEDULE_DELAY",
            "500",
            "REGULARS_DOMAINS_NAME_SERVER",
            "127.0.0.1:" + NAME_SERVER);

    private static boolean failed;
    private static volatile boolean needed;

    private record Started(SandboxProcess sandbox) implements AutoCloseable {

        @Override
        public void close() throws IOException, InterruptedException {
            sandbox.close();
            if (!needed) {
                TemporaryFolder.delete(sandbox.home().folder());
            }
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            needed = true;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == SandboxProcess.class || type == TraceCollector.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var kept = test.getRoot().getStore(Namespace.GLOBAL);
        TraceCollector spans =
                kept.computeIfAbsent("spans", name -> new TraceCollector(OFFSET + 4_318), TraceCollector.class);
        var started = kept.computeIfAbsent("sandbox", name -> started(), Started.class);
        return parameter.getParameter().getType() == TraceCollector.class ? spans : started.sandbox();
    }

    private static Started started() {
        if (failed) {
            throw new IllegalStateException("The sandbox did not start, see the first failure");
        }
        failed = true;
        try {
            Path folder = TemporaryFolder.create("sandbox");
            var home = new SandboxHome(SandboxProcess.REPOSITORY, folder, OFFSET);
            var sandbox = new SandboxProcess(home, SETTINGS);
            sandbox.start();
            failed = false;
            return new Started(sandbox);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
