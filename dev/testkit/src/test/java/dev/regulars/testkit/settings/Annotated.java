package dev.regulars.testkit.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import java.util.List;
import java.util.Optional;

/** The annotations of a type or method. */
record Annotated(List<? extends AnnotationTree> annotations) {

    static Annotated of(ModifiersTree modifiers) {
        return new Annotated(modifiers.getAnnotations());
    }

    boolean has(String name) {
        return annotations.stream()
                .anyMatch(one -> one.getAnnotationType().toString().equals(name));
    }

    /** A string member of an annotation; {@code value} may stand without its name. */
    Optional<String> value(String name, String member) {
        return annotations.stream()
                .filter(one -> one.getAnnotationType().toString().equals(name))
                .flatMap(one -> one.getArguments().stream())
                .filter(argument -> member(argument).equals(member))
                .map(Annotated::literal)
                .findFirst();
    }

    private static String member(ExpressionTree argument) {
        return argument instanceof AssignmentTree assigned
                ? assigned.getVariable().toString()
                : "value";
    }

    private static String literal(ExpressionTree argument) {
        ExpressionTree value = argument instanceof AssignmentTree assigned ? assigned.getExpression() : argument;
        return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
    }
}
