package dev.regulars.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** No operation forgets its tenant: what the types cannot hold, these rules do. */
final class TenantRules {

    private static final String DOCUMENT = "io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase";
    private static final String TENANT_COLLECTION = "dev.regulars.eventing.tenant.TenantCollection";
    private static final String ACCESSOR = TENANT_COLLECTION + "$All";
    private static final String COMMUNITY_ID = "dev.regulars.events.CommunityId";
    private static final String CALLER = "dev.regulars.web.caller.Caller";
    private static final String CURRENT = "dev.regulars.web.operation.call.CurrentOperation";

    static final ArchRule COLLECTIONS_BY_TENANT = noClasses()
            .should()
            .callMethodWhere(calls("a document's collection outside its accessor", TenantRules::isRaw))
            .because("a collection is opened by TenantCollection.all(…) and by nothing else");

    static final ArchRule ALL_COMMUNITIES_AS_LISTED = noClasses()
            .that(areNotListed())
            .should()
            .callMethodWhere(calls(
                    "ofAllCommunities", call -> call.getName().equals("ofAllCommunities") && isOwnedBy(call, ACCESSOR)))
            .because("only the classes of TenantExceptions look into all communities");

    static final List<ArchRule> ALL = List.of(
            COLLECTIONS_BY_TENANT,
            ALL_COMMUNITIES_AS_LISTED,
            noClasses()
                    .that(areNotTrusted())
                    .should()
                    .callMethodWhere(calls(
                            "CommunityId.trusted",
                            call -> call.getName().equals("trusted") && isOwnedBy(call, COMMUNITY_ID)))
                    .because("tenants come from the caller, from events and from the database"),
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Resource")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(CALLER + "|" + CURRENT)
                    .because("the request's scope ends at its resource; work takes tx.caller() and tx.community()"),
            ArchRuleDefinition.methods()
                    .that()
                    .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                    .and()
                    .areDeclaredInClassesThat(areNotInternal())
                    .should(haveNoTextForACommunity())
                    .because("the community of a call is caller.community()"));

    private TenantRules() {}

    private static boolean isRaw(JavaAccess<?> call) {
        boolean panache = call.getTargetOwner().isAssignableTo(DOCUMENT)
                && call.getTarget()
                        .resolveMember()
                        .map(member -> member.getOwner().getName().startsWith("io.quarkus"))
                        .orElse(true);
        boolean accessor = call.getOrigin() instanceof JavaMethod method
                && method.getRawReturnType().getName().equals(ACCESSOR);
        return panache && !accessor;
    }

    private static boolean isOwnedBy(JavaAccess<?> call, String type) {
        return call.getTargetOwner().getName().equals(type);
    }

    private static DescribedPredicate<JavaCall<?>> calls(String what, Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }

    private static DescribedPredicate<JavaClass> areNotListed() {
        return DescribedPredicate.describe(
                "are not listed in TenantExceptions",
                one -> !TenantExceptions.ALL_COMMUNITIES.containsKey(one.getName()));
    }

    private static DescribedPredicate<JavaClass> areNotTrusted() {
        return DescribedPredicate.describe(
                "are not trusted by TenantExceptions", one -> !TenantExceptions.TRUSTED.containsKey(one.getName()));
    }

    private static DescribedPredicate<JavaClass> areNotInternal() {
        return DescribedPredicate.describe("answer the outside", one -> one.tryGetAnnotationOfType("jakarta.ws.rs.Path")
                .flatMap(path -> path.get("value"))
                .map(path -> !path.toString().startsWith("/internal/"))
                .orElse(true));
    }

    private static ArchCondition<JavaMethod> haveNoTextForACommunity() {
        return new ArchCondition<>("have no parameter that names a community as text") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (Parameter one : method.reflect().getParameters()) {
                    boolean named = one.getName().equals("communityId")
                            || Arrays.stream(one.getAnnotations())
                                    .anyMatch(any -> any.toString().contains("\"communityId\""));
                    if (named && one.getType() == String.class) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes " + one));
                    }
                }
            }
        };
    }
}
