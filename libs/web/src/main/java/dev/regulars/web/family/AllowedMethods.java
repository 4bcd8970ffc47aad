package dev.regulars.web.family;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The methods of every path, for {@code OPTIONS} and for the {@code Allow} of a 405. Read from the resources themselves. */
@Singleton
class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private record Operation(Pattern path, String method) {}

    private final List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::operations)
                .toList();
    }

    /** Names of all methods that are answered at a path, in order, separated by commas; empty where there is no operation. */
    String at(String path) {
        Set<String> methods = operations.stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .map(Operation::method)
                .collect(toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return String.join(", ", methods);
    }

    private static Stream<Operation> operations(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(verb -> verb.isAnnotationPresent(HttpMethod.class))
                .map(verb -> new Operation(
                        path(root, method), verb.getAnnotation(HttpMethod.class).value())));
    }

    private static Pattern path(String root, Method method) {
        Path more = method.getAnnotation(Path.class);
        String template = more == null ? root : root + "/" + more.value().replaceFirst("^/", "");
        return Pattern.compile(VARIABLE.matcher(template).replaceAll("[^/]+"));
    }
}
