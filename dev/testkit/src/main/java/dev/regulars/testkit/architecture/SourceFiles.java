package dev.regulars.testkit.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sizes of source files and packages: a package is a subject, a file can be read at one go. */
public final class SourceFiles {

    private static final int LINES_OF_A_FILE = 250;
    private static final int FILES_OF_A_PACKAGE = 12;
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".sandbox", ".tools");

    /** Packages that may have more files than others, each with its reason. */
    private static final Map<String, String> LARGE_PACKAGES = Map.of();

    private SourceFiles() {}

    /** What is too large below a folder, a sentence each. */
    public static List<String> violations(Path root) {
        List<Path> sources = sources(root);
        Map<String, Long> packages = sources.stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(file -> folder(root, file), TreeMap::new, counting()));
        return Stream.concat(
                        packages.entrySet().stream()
                                .filter(one -> one.getValue() > FILES_OF_A_PACKAGE)
                                .filter(one -> !LARGE_PACKAGES.containsKey(one.getKey()))
                                .map(one -> one.getKey() + " has " + one.getValue() + " files"),
                        sources.stream()
                                .filter(file -> lines(file) > LINES_OF_A_FILE)
                                .map(file -> root.relativize(file) + " has " + lines(file) + " lines"))
                .toList();
    }

    private static String folder(Path root, Path file) {
        return root.relativize(file.getParent()).toString();
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(one -> !NOT_OURS.contains(one.getFileName().toString()))
                    .sorted()
                    .flatMap(one -> Files.isDirectory(one)
                            ? sources(one).stream()
                            : Stream.of(one).filter(file -> file.toString().endsWith(".java")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
