package dev.regulars.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code make images}: the base (image@sha256:… or a tar), the version, and the architectures. */
public final class Main {

    private static final List<String> PROGRAMS = List.of(
            "gateway",
            "identity-service",
            "community-service",
            "messaging-service",
            "gamification-service",
            "rewards-service",
            "analysis-service",
            "webhook-service",
            "demo");

    private Main() {}

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("usage: <base> <version> <architecture>...");
            System.exit(2);
        }
        Path repository = Path.of(System.getProperty("repository", "."));
        BaseImage base = BaseImage.of(args[0]);
        for (String architecture : List.of(args).subList(2, args.length)) {
            for (String program : PROGRAMS) {
                Path tar = repository.resolve("target/images/%s-%s.tar".formatted(program, architecture));
                String id = new ServiceImage(repository, program, base, args[1]).write(architecture, tar);
                System.out.printf("%s: %d MiB, %s%n", tar.getFileName(), Files.size(tar) >> 20, id);
            }
        }
        System.exit(0); // Jib's threads would linger
    }
}
