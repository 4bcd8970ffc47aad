package dev.regulars.testkit.settings;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the methods of a mapping, and those of the groups nested in it. */
record MappedGroup(DocTrees docs, Set<String> services, List<Setting> found) {

    void read(TreePath path, String prefix) {
        var type = (ClassTree) path.getLeaf();
        Map<String, ClassTree> groups = type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(Collectors.toMap(group -> group.getSimpleName().toString(), Function.identity()));
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                read(path, method, prefix, groups);
            }
        }
    }

    private void read(TreePath path, MethodTree method, String prefix, Map<String, ClassTree> groups) {
        var annotated = Annotated.of(method.getModifiers());
        String property = annotated.has("WithParentName")
                ? prefix
                : prefix + "."
                        + annotated
                                .value("WithName", "value")
                                .orElseGet(() -> kebab(method.getName().toString()));
        String returned = String.valueOf(method.getReturnType());
        Optional<String> group = groups.keySet().stream()
                .filter(name -> returned.equals(name)
                        || returned.endsWith(", " + name + ">")
                        || returned.equals("Optional<" + name + ">"))
                .findFirst();
        if (group.isPresent()) {
            String below = returned.startsWith("Map<") ? property + ".<name>" : property;
            read(new TreePath(path, groups.get(group.get())), below);
        } else {
            String initial = annotated.value("WithDefault", "value").orElse("");
            found.add(new Setting(property, type(returned), initial, meaning(new TreePath(path, method)), services));
        }
    }

    /** The first sentence and what follows it, without tags. */
    private String meaning(TreePath method) {
        DocCommentTree comment = docs.getDocCommentTree(method);
        if (comment == null) {
            return "";
        }
        String text = comment.getFullBody().stream().map(Object::toString).collect(Collectors.joining());
        return text.replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String type(String returned) {
        return switch (returned.replaceAll("^Optional<(.*)>$", "$1").replaceAll("^Optional(Int|Long)$", "number")) {
            case "int", "long", "short", "double", "number" -> "number";
            case "boolean" -> "true or false";
            case "Duration" -> "duration";
            case "MemorySize" -> "size";
            case "List<String>", "List<URI>", "List<Duration>" -> "list";
            default -> "text";
        };
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
