package dev.regulars.web.openapi;

import dev.regulars.web.openapi.schema.Patterns;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.page.WholeNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Parameters that follow from an operation's path, verb and access, whether its method declares them or not. */
final class Parameters {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String COMMUNITY = "communityId";
    private static final String IN_PATH = "{" + COMMUNITY + "}";
    private static final String REF = "#/components/parameters/";
    private static final String ID = "^[0-9a-fA-F]{24}$";
    private static final String EXAMPLE = "66b1f0e9a4d3e5f60718293b";
    private static final DotName PARAMETER =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.parameters.Parameter");
    private static final DotName WHOLE_NUMBER = DotName.createSimple(WholeNumber.class);
    private static final int LONGEST_KEY = 255;
    /** In characters: as many of them, encoded, fit into a target with everything else. */
    private static final int SHORT = 200;

    private final IndexView index;
    private final Components components;

    Parameters(IndexView index, Components components) {
        this.index = index;
        this.components = components;
    }

    /** @param write whether the operation changes something and is public */
    void complete(String path, boolean write, Operation operation, MethodInfo method, Access access) {
        List<Parameter> all = new ArrayList<>();
        if (path.contains(IN_PATH)) {
            all.add(community());
        } else if (!path.startsWith("/internal/") && access.choosesCommunity()) {
            all.add(communityInQuery());
        }
        List<Parameter> declared = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean keyed = declared.stream().anyMatch(one -> IDEMPOTENCY_KEY.equals(one.getName()));
        declared.stream()
                .filter(one -> !IDEMPOTENCY_KEY.equals(one.getName()) && !COMMUNITY.equals(one.getName()))
                .map(one -> bounded(described(one, method), method))
                .forEach(all::add);
        if (keyed || (write && ResourceMethods.annotation(method, IgnoresIdempotencyKey.class) == null)) {
            all.add(idempotencyKey());
        }
        operation.setParameters(all.isEmpty() ? null : all);
    }

    /** Whether a caller may send a key with it, and the same key with another body is refused. */
    static boolean takesKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> (REF + "IdempotencyKey").equals(one.getRef()));
    }

    /** Whether its path or query holds text of any length. */
    static boolean takesText(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .filter(one -> one.getIn() == In.PATH || one.getIn() == In.QUERY)
                        .anyMatch(one -> one.getSchema() == null || isUnbounded(one.getSchema()));
    }

    private static boolean isUnbounded(Schema schema) {
        return (schema.getType() == null || schema.getType().contains(SchemaType.STRING))
                && schema.getEnumeration() == null
                && (schema.getPattern() == null || schema.getPattern().equals(Patterns.NOT_BLANK))
                && (schema.getMaxLength() == null || schema.getMaxLength() > SHORT);
    }

    /** Whether its path names a thing that may not be there. */
    static boolean namesSomething(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(one -> one.getIn() == In.PATH || (REF + "CommunityIdInPath").equals(one.getRef()));
    }

    /** The scan does not read what the method says of its path parameters. */
    private static Parameter described(Parameter declared, MethodInfo method) {
        if (declared.getIn() != In.PATH) {
            return declared;
        }
        method.parameters().stream()
                .filter(one -> declared.getName().equals(one.name()))
                .map(one -> one.annotation(PARAMETER))
                .filter(Objects::nonNull)
                .forEach(said -> {
                    if (said.value("description") != null) {
                        declared.setDescription(said.value("description").asString());
                    }
                    if (said.value("example") != null) {
                        declared.setExample(said.value("example").asString());
                    }
                });
        if (declared.getDescription() == null) {
            String noun = declared.getName().replaceAll("Id$", "").replaceAll("([A-Z])", " $1");
            declared.setDescription("`_id` of the " + noun.toLowerCase(Locale.ROOT));
        }
        return declared;
    }

    /** A number in a query is text with bounds of its own, in the method or in a bean of parameters. */
    private Parameter bounded(Parameter declared, MethodInfo method) {
        Stream.concat(
                        method.parameters().stream()
                                .filter(one -> declared.getName().equals(one.name()))
                                .map(one -> one.annotation(WHOLE_NUMBER)),
                        method.parameterTypes().stream()
                                .map(type -> index.getClassByName(type.name()))
                                .filter(bean -> bean != null && bean.field(declared.getName()) != null)
                                .map(bean -> bean.field(declared.getName()).annotation(WHOLE_NUMBER)))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(bounds -> declared.getSchema()
                        .type(List.of(SchemaType.INTEGER))
                        .minimum(BigDecimal.valueOf(bounds.value("min").asInt()))
                        .maximum(BigDecimal.valueOf(bounds.value("max").asInt())));
        return declared;
    }

    private Parameter community() {
        return shared(
                "CommunityIdInPath",
                OASFactory.createParameter()
                        .name(COMMUNITY)
                        .in(In.PATH)
                        .required(true)
                        .description("`_id` of the community")
                        .example(EXAMPLE)
                        .schema(id()));
    }

    private Parameter communityInQuery() {
        return shared(
                "CommunityIdInQuery",
                OASFactory.createParameter()
                        .name(COMMUNITY)
                        .in(In.QUERY)
                        .description("`_id` of the community that the call is about. Required with a login token; "
                                + "a key belongs to a community, which is then taken")
                        .example(EXAMPLE)
                        .schema(id()));
    }

    private Parameter idempotencyKey() {
        return shared(
                "IdempotencyKey",
                OASFactory.createParameter()
                        .name(IDEMPOTENCY_KEY)
                        .in(In.HEADER)
                        .description(
                                "Any text that the caller chooses. A repeat with the same key and the same request "
                                        + "gets the first answer again and changes nothing; secrets are masked in it")
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .minLength(1)
                                .maxLength(LONGEST_KEY)
                                .pattern(Patterns.NOT_BLANK)));
    }

    private Parameter shared(String name, Parameter parameter) {
        if (components.getParameters() == null || !components.getParameters().containsKey(name)) {
            components.addParameter(name, parameter);
        }
        return OASFactory.createParameter().ref(REF + name);
    }

    private static Schema id() {
        return OASFactory.createSchema().addType(SchemaType.STRING).pattern(ID);
    }
}
