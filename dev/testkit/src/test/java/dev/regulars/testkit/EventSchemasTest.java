package dev.regulars.testkit;

import static com.github.victools.jsonschema.generator.OptionPreset.PLAIN_JSON;
import static com.github.victools.jsonschema.generator.SchemaVersion.DRAFT_2020_12;
import static dev.regulars.events.DomainEvent.typeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.regulars.events.DomainEvent;
import dev.regulars.testkit.document.CommittedDocuments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

    private static final SchemaGenerator SCHEMAS = generator();

    static List<? extends Class<?>> events() {
        return new ClassFileImporter()
                .importPackages(DomainEvent.class.getPackageName()).stream()
                        .filter(one -> one.isRecord() && one.isAssignableTo(DomainEvent.class))
                        .map(JavaClass::reflect)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaOfAnEventIsTheOneThatWasPublished(Class<?> event) {
        String type = typeOf(event.asSubclass(DomainEvent.class));
        ObjectNode schema = SCHEMAS.generateSchema(event);
        schema.put("title", type);
        CommittedDocuments.compare("events/" + type + ".json", schema, "make events");
    }

    @Test
    void noEventIsForgotten() {
        assertThat(events()).hasSizeGreaterThan(3);
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(DRAFT_2020_12, PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS);
        config.forFields()
                .withNullableCheck(
                        field -> field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class))
                .withRequiredCheck(field -> true);
        return new SchemaGenerator(config.build());
    }
}
