package dev.regulars.web.family;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a refusal names the member of a body that is wrong: {@code address.city}, or {@code roleIds} for the whole of a simple list.
 * What is below an element of a list has its JSON pointer ({@code /drawings/3/points/0/price}). A parameter has its own name.
 */
final class MemberName {

    private MemberName() {}

    static String of(JsonMappingException failure) {
        List<Object> steps = steps(failure);
        if (!steps.isEmpty() && steps.getLast() instanceof Integer) {
            steps.removeLast();
        }
        return join(steps);
    }

    /** The method, and the parameter that holds the body, are not part of the name. */
    static String of(ConstraintViolation<?> violation) {
        List<Object> steps = new ArrayList<>();
        String last = "";
        for (Path.Node step : violation.getPropertyPath()) {
            last = step.getName();
            if (step.getKind() == ElementKind.PROPERTY) {
                if (step.getIndex() != null) {
                    steps.add(step.getIndex());
                }
                steps.add(step.getName());
            }
        }
        return steps.isEmpty() ? last : join(steps);
    }

    static boolean isInBody(ConstraintViolation<?> violation) {
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getKind() == ElementKind.PROPERTY) {
                return true;
            }
        }
        return false;
    }

    /** A member of the object that could not be read. */
    static String below(JsonMappingException failure, String member) {
        List<Object> steps = steps(failure);
        steps.add(member);
        return join(steps);
    }

    private static List<Object> steps(JsonMappingException failure) {
        List<Object> steps = new ArrayList<>();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                steps.add(step.getIndex());
            } else {
                steps.add(step.getFieldName());
            }
        }
        return steps;
    }

    private static String join(List<Object> steps) {
        List<String> names = steps.stream().map(String::valueOf).toList();
        boolean inList = steps.stream().anyMatch(Integer.class::isInstance);
        return inList ? "/" + String.join("/", names) : String.join(".", names);
    }
}
