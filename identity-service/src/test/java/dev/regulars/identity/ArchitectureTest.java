package dev.regulars.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.regulars.identity.directory.planted.BehindTheFront;
import dev.regulars.testkit.architecture.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchRule FRONT = noClasses()
            .that()
            .resideInAPackage("dev.regulars.identity.directory..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.regulars.identity.accounts.*..")
            .because("the directory sees only the front of accounts, which is the package itself");

    private static final ArchRule ONE_WAY = noClasses()
            .that()
            .resideInAPackage("dev.regulars.identity.accounts..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.regulars.identity.directory..")
            .because("accounts know nothing of the directory");

    @Test
    void serviceKeepsTheRulesAndTheWallBetweenAccountsAndDirectory() {
        Architecture.check("dev.regulars.identity", FRONT, ONE_WAY);
    }

    @Test
    void wallRefusesAPlantedViolation() {
        JavaClasses planted = new ClassFileImporter().importClasses(BehindTheFront.class);

        assertThat(FRONT.evaluate(planted).hasViolation()).isTrue();
    }
}
