package dev.regulars.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One sandbox for all tests that only play in it; started by the first, stopped after the last. */
final class RunningSandbox implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == SandboxProcess.class;
    }

    @Override
    public SandboxProcess resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent("sandbox", name -> started(), SandboxProcess.class);
    }

    private static SandboxProcess started() {
        try {
            Path folder = Files.createTempDirectory("sandbox");
            var sandbox = new SandboxProcess(folder);
            sandbox.start();
            return sandbox;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
