package dev.regulars.web.operation;

import java.lang.reflect.Method;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The published name of an operation, {@code verbNoun}: what {@code @Operation(operationId = …)} says, else the name of the
 * method, with the noun of its resource behind a lone verb. {@code KeyResource.delete} is {@code deleteKey}, its
 * {@code list} is {@code listKeys}, its {@code rotateSecret} stays. Stored requests are found by it: a published one never
 * changes.
 */
public final class OperationId {

    private static final String RESOURCE = "Resource";

    private OperationId() {}

    public static String of(Method method) {
        Operation said = method.getAnnotation(Operation.class);
        return said == null || said.operationId().isEmpty()
                ? of(method.getDeclaringClass().getSimpleName(), method.getName())
                : said.operationId();
    }

    /** @param resource simple name of the class */
    public static String of(String resource, String method) {
        if (method.chars().anyMatch(Character::isUpperCase)) {
            return method;
        }
        String noun =
                resource.endsWith(RESOURCE) ? resource.substring(0, resource.length() - RESOURCE.length()) : resource;
        return method + (method.equals("list") ? plural(noun) : noun);
    }

    private static String plural(String noun) {
        return noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
