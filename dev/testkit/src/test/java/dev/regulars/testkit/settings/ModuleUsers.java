package dev.regulars.testkit.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which services contain a module: itself, or those whose poms lead to it. */
record ModuleUsers(Path repository) {

    private static final Pattern DEPENDENCY =
            Pattern.compile("<groupId>dev.regulars</groupId><artifactId>([a-z]+)</artifactId></dependency>");

    /** By short name, such as {@code identity}. */
    Set<String> of(Path module) {
        String name = module.getFileName().toString();
        if (!name.equals("gateway") && !name.endsWith("-service")) {
            return services()
                    .filter(service -> reaches(service, name))
                    .map(ModuleUsers::shortName)
                    .collect(sorted());
        }
        return Set.of(shortName(module));
    }

    private static java.util.stream.Collector<String, ?, TreeSet<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }

    private Stream<Path> services() {
        try (Stream<Path> folders = Files.list(repository)) {
            return folders
                    .filter(folder -> folder.endsWith("gateway")
                            || folder.getFileName().toString().endsWith("-service"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean reaches(Path module, String library) {
        return dependencies(module).stream()
                .anyMatch(one -> one.equals(library)
                        || reaches(repository.resolve("libs").resolve(one), library));
    }

    private static Set<String> dependencies(Path module) {
        Path pom = module.resolve("pom.xml");
        if (!Files.exists(pom)) {
            return Set.of();
        }
        try {
            return DEPENDENCY
                    .matcher(Files.readString(pom))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(sorted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortName(Path module) {
        return module.getFileName().toString().replace("-service", "");
    }
}
