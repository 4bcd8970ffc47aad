package dev.regulars.identity.directory.filter.field;

import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.member.MemberDocument;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A custom field. Its values are found among the attributes, by one index for all custom fields. */
public record CustomFilterField(FieldDefinition definition) implements FilterField {

    boolean isCalled(String name) {
        return definition.isCalled(name);
    }

    @Override
    public String title() {
        return definition.field();
    }

    @Override
    public ValueType type() {
        return switch (definition.type()) {
            case NUMERICAL -> ValueType.NUMBER;
            case DATE -> ValueType.DATE;
            case BOOLEAN -> ValueType.BOOLEAN;
            case SINGLE_LINE_TEXT, MULTI_LINE_TEXT, SELECT -> ValueType.TEXT;
        };
    }

    @Override
    public Object stored(Object value) {
        return value;
    }

    @Override
    public @Nullable Object shown(MemberDocument member) {
        return definition.shown(member.fieldValue(definition.id()));
    }

    @Override
    public <T> T place(Function<String, T> path, Function<String, T> attribute) {
        return attribute.apply(definition.id());
    }
}
