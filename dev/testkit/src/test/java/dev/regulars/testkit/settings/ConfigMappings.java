package dev.regulars.testkit.settings;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The settings that the {@code @ConfigMapping} interfaces of services and libraries declare, read from their sources. */
record ConfigMappings(Path repository) {

    List<Setting> all() {
        var users = new ModuleUsers(repository);
        List<Setting> settings = new ArrayList<>();
        for (Path module : modules()) {
            Set<String> services = users.of(module);
            sources(module).forEach(file -> settings.addAll(settings(file, services)));
        }
        return settings;
    }

    private List<Path> modules() {
        try (Stream<Path> top = Files.list(repository);
                Stream<Path> libraries = Files.list(repository.resolve("libs"))) {
            return Stream.concat(top, libraries)
                    .filter(folder -> Files.exists(folder.resolve("src/main/java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java") && mentions(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentions(Path file) {
        try {
            return Files.readString(file).contains("@ConfigMapping(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Setting> settings(Path file, Set<String> services) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask)
                compiler.getTask(null, manager, ignored -> {}, null, null, manager.getJavaFileObjects(file));
        List<Setting> found = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                var group = new MappedGroup(DocTrees.instance(task), services, found);
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        Annotated.of(type.getModifiers())
                                .value("ConfigMapping", "prefix")
                                .ifPresent(prefix ->
                                        group.read(new TreePath(getCurrentPath().getParentPath(), type), prefix));
                        return super.visitClass(type, nothing);
                    }
                }.scan(new TreePath(unit), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
