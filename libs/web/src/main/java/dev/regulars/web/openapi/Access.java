package dev.regulars.web.openapi;

import static java.util.stream.Collectors.joining;

import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.refusal.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Who may call an operation, as {@link Needs} says it; everybody, where that is not there. */
record Access(
        boolean anybody,
        Level level,
        String permission,
        String userKey,
        List<String> kinds,
        String role,
        boolean systemKey,
        boolean service,
        boolean installationAdmin,
        boolean attributeWidget) {

    private static final String BEARER = "bearer";
    private static final String API_KEY = "apiKey";
    private static final String TOKEN = "rocketChatToken";
    private static final String USER = "rocketChatUser";

    static Access of(MethodInfo method) {
        AnnotationInstance needs = ResourceMethods.needs(method);
        if (needs == null) {
            return new Access(true, Level.NOBODY, "", "", List.of(), "", false, false, false, false);
        }
        AnnotationValue level = needs.value("level");
        AnnotationValue permission = needs.value("permission");
        AnnotationValue userKey = needs.value("userKey");
        AnnotationValue kinds = needs.value("kinds");
        AnnotationValue role = needs.value("role");
        return new Access(
                false,
                level == null ? Level.NOBODY : Level.valueOf(level.asEnum()),
                permissions(permission),
                permissions(userKey),
                kinds == null
                        ? List.of()
                        : Arrays.stream(kinds.asEnumArray())
                                .map(name -> CallerKind.valueOf(name).claim())
                                .toList(),
                role == null
                        ? ""
                        : wireNames(role.asEnumArray(), name -> RolePermission.valueOf(name)
                                .wire()),
                isSet(needs.value("systemKey")),
                isSet(needs.value("service")),
                isSet(needs.value("installationAdmin")),
                isSet(needs.value("attributeWidget")));
    }

    static void schemes(Components components) {
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A login token, an API key of a community, or an API key of a user"));
        components.addSecurityScheme(API_KEY, header("x-api-key", "A system key"));
        components.addSecurityScheme(TOKEN, header("X-Auth-Token", "The `authToken` of Rocket.Chat's login"));
        components.addSecurityScheme(USER, header("X-User-Id", "The `userId` of Rocket.Chat's login"));
    }

    private static SecurityScheme header(String name, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(name)
                .description(description);
    }

    void describe(Operation operation, ApiFamily family) {
        operation.setSecurity(
                family == ApiFamily.ROCKETCHAT && !anybody
                        ? List.of(OASFactory.createSecurityRequirement()
                                .addScheme(TOKEN)
                                .addScheme(USER))
                        : schemes().stream()
                                .map(scheme ->
                                        OASFactory.createSecurityRequirement().addScheme(scheme))
                                .toList());
        String who = who();
        operation.setDescription(operation.getDescription() == null ? who : operation.getDescription() + " " + who);
        if (anybody) {
            operation.addExtension("x-public", true);
        } else {
            operation.addExtension("x-needs", needs());
        }
    }

    /** What callers are refused for, whatever they ask. */
    Stream<Kind> refusals() {
        return anybody
                ? Stream.empty()
                : Stream.concat(
                        schemes().stream()
                                .map(scheme -> scheme.equals(BEARER) ? Kind.UNAUTHENTICATED : Kind.KEY_REFUSED),
                        Stream.of(Kind.NOT_PERMITTED));
    }

    /** Whether a call is always about a community, and a stranger to it finds nothing. */
    boolean inCommunity() {
        return !permission.isEmpty() || !userKey.isEmpty() || choosesCommunity();
    }

    /** Whether a person with a login token can call it in any of several communities. */
    boolean choosesCommunity() {
        return !role.isEmpty() || (level != Level.NOBODY && level != Level.APPLICATION);
    }

    private List<String> schemes() {
        List<String> all = new ArrayList<>();
        if (level != Level.NOBODY
                || !(permission.isEmpty() && userKey.isEmpty() && kinds.isEmpty())
                || service
                || installationAdmin) {
            all.add(BEARER);
        }
        if (systemKey) {
            all.add(API_KEY);
        }
        return all;
    }

    private Map<String, Object> needs() {
        Map<String, Object> all = new LinkedHashMap<>();
        if (level != Level.NOBODY) {
            all.put("level", level.name().toLowerCase(Locale.ROOT));
        }
        if (!permission.isEmpty()) {
            all.put("permission", permission);
        }
        if (!userKey.isEmpty()) {
            all.put("userKey", userKey);
        }
        if (!kinds.isEmpty()) {
            all.put("kinds", kinds);
        }
        if (!role.isEmpty()) {
            all.put("role", role);
        }
        if (systemKey) {
            all.put("systemKey", true);
        }
        if (service) {
            all.put("service", true);
        }
        if (installationAdmin) {
            all.put("installationAdmin", true);
        }
        if (attributeWidget) {
            all.put("attributeWidget", true);
        }
        return all;
    }

    private String who() {
        if (anybody) {
            return "For everybody, without a credential.";
        }
        List<String> all = new ArrayList<>();
        if (level != Level.NOBODY) {
            all.add(level == Level.APPLICATION ? "people with an account" : "people who are at least " + level.claim());
        }
        if (!permission.isEmpty()) {
            all.add("API keys with permission `" + permission + "`");
        }
        if (!userKey.isEmpty()) {
            all.add("user keys with permission `" + userKey + "`");
        }
        if (kinds.contains(CallerKind.KEY.claim())) {
            all.add("any API key of a community");
        }
        if (kinds.contains(CallerKind.USER_KEY.claim())) {
            all.add("any user key");
        }
        if (kinds.contains(CallerKind.SSO.claim())) {
            all.add("sessions of one community");
        }
        if (kinds.contains(CallerKind.WIDGET.claim())) {
            all.add("tokens of widgets");
        }
        if (attributeWidget) {
            all.add("tokens of public widgets");
        }
        if (!role.isEmpty()) {
            all.add("members with a role that has `" + role + "`");
        }
        if (systemKey) {
            all.add("system keys");
        }
        if (service) {
            all.add("services of the suite");
        }
        if (installationAdmin) {
            all.add("the installation's admin");
        }
        return "For " + String.join(", and for ", all) + ".";
    }

    private static String permissions(@Nullable AnnotationValue named) {
        return named == null
                ? ""
                : wireNames(
                        named.asEnumArray(), name -> Permission.valueOf(name).wire());
    }

    private static String wireNames(String[] constants, UnaryOperator<String> wire) {
        return Arrays.stream(constants).map(wire).collect(joining(", "));
    }

    private static boolean isSet(@Nullable AnnotationValue flag) {
        return flag != null && flag.asBoolean();
    }
}
