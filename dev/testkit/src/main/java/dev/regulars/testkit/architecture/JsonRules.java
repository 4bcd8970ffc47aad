package dev.regulars.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What callers read is what its record declares: Jackson also writes a member for every public getter. */
final class JsonRules {

    static final ArchRule NO_ACCIDENTAL_MEMBERS = ArchRuleDefinition.classes()
            .should(new DeclareAllMembers())
            .because("a public isX() or getX() of a record adds a member to its JSON; annotate it with @JsonIgnore");

    private static final String EVENT = "dev.regulars.events.DomainEvent";

    private JsonRules() {}

    private static final class DeclareAllMembers extends ArchCondition<JavaClass> {

        private final Set<JavaClass> inJson = new HashSet<>();

        DeclareAllMembers() {
            super("declare all members of their JSON");
        }

        /** All that operations answer with, all events, and whatever those consist of. */
        @Override
        public void init(Collection<JavaClass> all) {
            Deque<JavaClass> toVisit = new ArrayDeque<>();
            all.stream().filter(one -> one.isAssignableTo(EVENT)).forEach(toVisit::add);
            all.stream()
                    .flatMap(one -> one.getMethods().stream())
                    .filter(method -> method.isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod"))
                    .flatMap(method -> types(method.getReturnType()))
                    .forEach(toVisit::add);
            while (!toVisit.isEmpty()) {
                JavaClass next = toVisit.remove();
                if (next.getPackageName().startsWith("dev.regulars") && inJson.add(next)) {
                    next.getFields().stream()
                            .map(JavaField::getType)
                            .flatMap(JsonRules::types)
                            .forEach(toVisit::add);
                    toVisit.addAll(next.getSubclasses());
                }
            }
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            if (!item.isRecord() || !inJson.contains(item)) {
                return;
            }
            item.getMethods().stream()
                    .filter(JsonRules::isGetter)
                    .filter(method -> item.tryGetField(method.getName()).isEmpty())
                    .filter(method -> !method.isAnnotatedWith("com.fasterxml.jackson.annotation.JsonIgnore"))
                    .map(JavaCodeUnit::getFullName)
                    .forEach(name ->
                            events.add(SimpleConditionEvent.violated(item, name + " adds a member to the JSON")));
        }
    }

    private static Stream<JavaClass> types(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    private static boolean isGetter(JavaMethod method) {
        boolean named = method.getName().matches("get[A-Z].*")
                || (method.getName().matches("is[A-Z].*")
                        && method.getRawReturnType().getSimpleName().equalsIgnoreCase("boolean"));
        return named
                && method.getRawParameterTypes().isEmpty()
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC);
    }
}
