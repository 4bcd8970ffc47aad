package dev.regulars.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beDeclaredInClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The dependency rules of every service and every library, in one place. */
public final class Architecture {

    private static final String DOCUMENT = "io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase";

    private static final List<ArchRule> OF_SERVICES = List.of(
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.mongodb..", "org.bson..", "org.apache.kafka..")
                    .because("HTTP knows nothing of storage"),
            classes().that().areAssignableTo(DOCUMENT).should().haveSimpleNameEndingWith("Document"),
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Document")
                    .and()
                    .haveSimpleNameNotEndingWith("Writes")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.mongodb..", "org.bson..")
                    .because("only a document, or its writes beside it, touch its collection"),
            noClasses()
                    .should()
                    .callMethodWhere(target(owner(assignableTo(DOCUMENT)))
                            .and(target(nameMatching("update.*|persistOrUpdate.*|delete.*"))))
                    .because("replacing a document drops the events waiting in its outbox"),
            classes()
                    .should(ClassFiles.nameNoField("outbox"))
                    .because("only eventing.outbox writes to an outbox and pulls from it"),
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.apache.kafka.clients.producer..")
                            .or(nameMatching(".*\\.(Mutiny)?Emitter|.*\\.Outgoing|.*\\.ClientSession")))
                    .because("only the relay sends events, and only Once begins a transaction"),
            noClasses()
                    .should()
                    .dependOnClassesThat(nameMatching(".*\\.ConfigProperty"))
                    .because("a service's configuration is an interface with a sentence per key"),
            methods()
                    .that()
                    .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                    .should()
                    .beAnnotatedWith("dev.regulars.web.caller.Needs")
                    .orShould()
                    .beAnnotatedWith("dev.regulars.web.caller.Public")
                    .orShould(beDeclaredInClassesThat(annotatedWith("dev.regulars.web.caller.Needs")))
                    .because("every operation says who may call it"),
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Base)"),
            slices().matching("dev.regulars.(*).(*)..").should().beFreeOfCycles());

    private static final List<ArchRule> OF_LIBRARIES = List.of(
            noClasses().that().areNotInterfaces().and().areNotEnums().should().haveModifier(ABSTRACT),
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("dev.regulars..")
                            .and(not(resideInAnyPackage(
                                    "dev.regulars.crypto..",
                                    "dev.regulars.internal..",
                                    "dev.regulars.web..",
                                    "dev.regulars.reencryption..",
                                    "dev.regulars.media..",
                                    "dev.regulars.events..",
                                    "dev.regulars.eventing.."))))
                    .because("a library never knows a service"));

    private Architecture() {}

    /** The rules of all services, and those of this one alone. */
    public static void check(String servicePackage, ArchRule... furtherRules) {
        JavaClasses classes = read(servicePackage);
        check(OF_SERVICES, classes);
        check(TenantRules.ALL, classes);
        check(List.of(JsonRules.NO_ACCIDENTAL_MEMBERS), classes);
        check(List.of(furtherRules), classes);
    }

    /** The rules of tenants alone, for classes that stand anywhere, tests included. */
    public static void checkTenants(Class<?>... classes) {
        check(TenantRules.ALL, new ClassFileImporter().importClasses(classes));
    }

    /** The rule of what answers consist of, alone. */
    public static void checkJson(Class<?>... classes) {
        check(List.of(JsonRules.NO_ACCIDENTAL_MEMBERS), new ClassFileImporter().importClasses(classes));
    }

    /** A library, not a framework: small, nothing to inherit, nothing called back. */
    public static void checkLibrary(String libraryPackage) {
        check(OF_LIBRARIES, read(libraryPackage));
    }

    private static JavaClasses read(String rootPackage) {
        return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(rootPackage);
    }

    private static void check(List<ArchRule> rules, JavaClasses classes) {
        rules.forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }
}
