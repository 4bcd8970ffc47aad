package dev.regulars.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The image of one program: what rarely changes in a layer of its own, no root user, and nothing written below {@code /}, so
 * that the root file system can be mounted read-only.
 */
record ServiceImage(Path repository, String program, BaseImage base, String version) {

    private static final AbsoluteUnixPath APP = AbsoluteUnixPath.get("/app");
    private static final String USER = "10001:10001";

    /** Writes the tar for one architecture and returns the image's id. */
    String write(String architecture, Path tar)
            throws IOException, InterruptedException, ExecutionException, RegistryException,
                    CacheDirectoryCreationException, InvalidImageReferenceException {
        Files.createDirectories(tar.getParent());
        var builder = base.builder()
                .setPlatforms(Set.of(new Platform(architecture, "linux")))
                .setUser(USER)
                .setWorkingDirectory(APP)
                .setEntrypoint(entrypoint())
                .setExposedPorts(Set.of(Port.tcp(8080), Port.tcp(9000)))
                .addLabel("org.opencontainers.image.title", program)
                .addLabel("org.opencontainers.image.version", version)
                .addLabel("org.opencontainers.image.licenses", "Apache-2.0");
        for (FileEntriesLayer layer : layers()) {
            builder.addFileEntriesLayer(layer);
        }
        var target = TarImage.at(tar).named(ImageReference.of(null, "regulars/" + program, version));
        JibContainer built = builder.containerize(Containerizer.to(target)
                .setOfflineMode(base instanceof BaseImage.Local)
                .setToolName("regulars"));
        return built.getImageId().toString();
    }

    /** The heap is a share of the container's memory; the rest is for buffers, threads and classes. */
    List<String> entrypoint() {
        List<String> command = new ArrayList<>(List.of("java", "-XX:+ExitOnOutOfMemoryError"));
        switch (program) {
            case "identity-service" -> {
                command.add("-XX:MaxRAMPercentage=50"); // 19 MiB a processor are for hashing
                command.add("-XX:ThreadPriorityPolicy=1"); // else the low priority of password hashing has no effect
            }
            case "demo" -> command.add("-Drepository=/");
            default -> command.add("-XX:MaxRAMPercentage=60");
        }
        command.add("-jar");
        command.addAll(program.equals("demo") ? List.of("/app/sandbox.jar", "demo") : List.of("/app/quarkus-run.jar"));
        return command;
    }

    /** With what the image is made of, where {@code -Psbom} wrote it. */
    private List<FileEntriesLayer> layers() throws IOException {
        Path target = repository.resolve(program.equals("demo") ? "dev/sandbox/target" : program + "/target");
        Path built = program.equals("demo") ? target : target.resolve("quarkus-app");
        if (!Files.exists(built)) {
            throw new IllegalStateException(program + " is not built: " + built + " is missing");
        }
        FileEntriesLayer libraries = layer("libraries", built, List.of("lib"));
        List<String> own = program.equals("demo") ? List.of("sandbox.jar") : List.of("app", "quarkus", "quarkus-run.jar");
        return List.of(libraries, layer("program", built, own), layer("bom", target, List.of("bom.json")));
    }

    private static FileEntriesLayer layer(String name, Path folder, List<String> parts) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (String part : parts) {
            Path source = folder.resolve(part);
            if (Files.exists(source)) {
                add(layer, folder, source);
            }
        }
        return layer.build();
    }

    private static void add(FileEntriesLayer.Builder layer, Path folder, Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> layer.addEntry(
                            file, APP.resolve(folder.relativize(file).toString())));
        }
    }
}
