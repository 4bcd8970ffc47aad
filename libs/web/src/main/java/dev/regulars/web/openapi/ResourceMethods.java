package dev.regulars.web.openapi;

import static java.util.stream.Collectors.toMap;

import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.OperationId;
import io.smallrye.openapi.model.Extensions;
import io.smallrye.openapi.runtime.util.JandexUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Which method an operation is, and what its annotations say. The one place that knows how smallrye remembers it. */
final class ResourceMethods {

    private final Map<String, MethodInfo> methods;

    ResourceMethods(IndexView index) {
        methods = Stream.of(Needs.class, Public.class)
                .flatMap(access -> index.getAnnotations(access).stream())
                .flatMap(access -> methods(access.target()))
                .distinct() // an index of indexes names each target once for each
                .collect(toMap(
                        method -> JandexUtil.createUniqueMethodReference(method.declaringClass(), method),
                        Function.identity(),
                        (one, again) -> one));
    }

    MethodInfo of(Operation operation) {
        MethodInfo method = methods.get(Extensions.getMethodRef(operation));
        if (method == null) {
            throw new IllegalStateException(operation.getOperationId() + " says neither @Needs nor @Public");
        }
        return method;
    }

    private static Stream<MethodInfo> methods(AnnotationTarget target) {
        return target.kind() == AnnotationTarget.Kind.CLASS
                ? target.asClass().methods().stream()
                : Stream.of(target.asMethod());
    }

    /** Who may call it: its own word, or that of its resource; absent for everybody. */
    static @Nullable AnnotationInstance needs(MethodInfo method) {
        AnnotationInstance own = annotation(method, Needs.class);
        return own != null || annotation(method, Public.class) != null
                ? own
                : method.declaringClass().declaredAnnotation(DotName.createSimple(Needs.class));
    }

    static String operationId(MethodInfo method) {
        AnnotationInstance said = annotation(method, org.eclipse.microprofile.openapi.annotations.Operation.class);
        AnnotationValue written = said == null ? null : said.value("operationId");
        return written == null
                ? OperationId.of(method.declaringClass().simpleName(), method.name())
                : written.asString();
    }

    static @Nullable AnnotationInstance annotation(MethodInfo method, Class<?> annotation) {
        return method.declaredAnnotation(DotName.createSimple(annotation));
    }

    /** What the annotation's {@code value} says; empty where it is not there. */
    static String text(MethodInfo method, Class<?> annotation) {
        AnnotationInstance said = annotation(method, annotation);
        return said == null ? "" : said.value().asString();
    }

    /** An annotation that may be repeated, in the order of the source. */
    static List<AnnotationInstance> all(MethodInfo method, Class<?> annotation, Class<?> container) {
        AnnotationInstance several = annotation(method, container);
        AnnotationInstance one = annotation(method, annotation);
        return several != null
                ? Arrays.asList(several.value().asNestedArray())
                : one == null ? List.of() : List.of(one);
    }
}
