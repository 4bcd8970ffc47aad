package dev.regulars.web.openapi.schema;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operation answers whose caller may name the members of interest in the parameter {@code fields} (contract §2.3). */
public record SelectedFields(Components components) {

    private static final String PARAMETER = "fields";
    private static final String ALWAYS = "_id";
    private static final String PREFIX = "Partial";

    /** The same schema for an operation without that parameter; else one in which only the id is always there. */
    public @Nullable Schema of(Operation operation, @Nullable Schema answered) {
        boolean selects = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> PARAMETER.equals(one.getName()));
        return selects && answered != null ? partial(answered) : answered;
    }

    private Schema partial(Schema answered) {
        if (answered.getItems() != null) {
            return OASFactory.createSchema()
                    .type(answered.getType())
                    .description(answered.getDescription())
                    .items(partial(answered.getItems()));
        }
        String name = answered.getRef() == null ? "" : RecordSchemas.name(answered.getRef());
        Schema whole = components.getSchemas().get(name);
        if (whole == null || whole.getProperties() == null) {
            return answered;
        }
        if (!components.getSchemas().containsKey(PREFIX + name)) {
            components.addSchema(
                    PREFIX + name, partial(whole, whole.getProperties().containsKey(ALWAYS)));
        }
        return OASFactory.createSchema().ref(RecordSchemas.REF + PREFIX + name);
    }

    private static Schema partial(Schema whole, boolean identified) {
        Schema some = OASFactory.createSchema()
                .type(whole.getType())
                .description("With `fields`, the members that it names and the id; without it, all")
                .examples(whole.getExamples())
                .properties(whole.getProperties());
        return identified ? some.addRequired(ALWAYS) : some;
    }
}
