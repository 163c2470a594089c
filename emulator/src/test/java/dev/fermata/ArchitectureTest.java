package dev.fermata;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules between the packages. */
class ArchitectureTest {
    private static final JavaClasses EMULATOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.fermata")
            .that(not(resideInAPackage("dev.fermata.testing..")));

    /**
     * The layers from top to bottom; each package may import those below it. Flat and ScoreFlow are on the same level.
     */
    private static final List<String> LAYERS = List.of(
            "dev.fermata.cli..",
            "dev.fermata.check..",
            "dev.fermata.demo..",
            "dev.fermata.junit..",
            "dev.fermata",
            "dev.fermata.control..",
            "dev.fermata.states..",
            "dev.fermata.spec..",
            "dev.fermata.snapshot..",
            "dev.fermata.seed..",
            "dev.fermata.conduct..",
            "dev.fermata.flat..",
            "dev.fermata.scoreflow..",
            "dev.fermata.exchange..",
            "dev.fermata.http..",
            "dev.fermata.world..",
            "dev.fermata.scenario..",
            "dev.fermata.job..",
            "dev.fermata.score..",
            "dev.fermata.account..",
            "dev.fermata.document..",
            "dev.fermata.journal..",
            "dev.fermata.notation..",
            "dev.fermata.table..",
            "dev.fermata.vendor..",
            "dev.fermata.option..",
            "dev.fermata.fidelity..",
            "dev.fermata.disk..",
            "dev.fermata.clock..",
            "dev.fermata.random..",
            "dev.fermata.fixtures..");

    @Test
    void noPackageImportsAHigherOne() {
        for (int i = 1; i < LAYERS.size(); i++) {
            String[] above = LAYERS.subList(0, i).toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(LAYERS.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because("a lower layer must be understandable without the layers above it"));
        }
    }

    @Test
    void httpImportsNothingOfFermata() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.fermata.http..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.fermata..").and(not(resideInAPackage("dev.fermata.http.."))))
                .because("a server handles requests and replies; their meaning is above it"));
    }

    @Test
    void theVendorsDoNotKnowEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.fermata.flat..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.fermata.scoreflow..")
                .because("code that several apis need belongs to the engine"));
    }

    @Test
    void everyClassIsInAListedPackage() {
        check(classes()
                .should()
                .resideInAnyPackage(LAYERS.toArray(String[]::new))
                .because("a class in an unlisted package is checked by no rule"));
    }

    @Test
    void noPackageIsInACycle() {
        check(SlicesRuleDefinition.slices()
                .assignedFrom(new EachPackage())
                .should()
                .beFreeOfCycles()
                .because("of two packages that need each other, neither can be read, tested or moved alone"));
    }

    /** Every package for itself, sub-packages too. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.pdfbox.., dev.fermata.document..",
        "de.sciss.jump3r.., dev.fermata.notation.audio..",
        "picocli.., dev.fermata.cli..",
        "org.junit.., dev.fermata.junit..",
        "org.eclipse.jetty.., dev.fermata.http..",
        "io.javalin.config.., dev.fermata.http..",
    })
    void aLibraryHasOneImporter(String library, String importer) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(importer, "dev.fermata.fixtures..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library behind one package can be replaced, and its bugs stay local"));
    }

    @Test
    void theEngineKnowsNoHttpAndNoJson() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.fermata.world..",
                        "dev.fermata.job..",
                        "dev.fermata.score..",
                        "dev.fermata.account..",
                        "dev.fermata.document..",
                        "dev.fermata.scenario..",
                        "dev.fermata.journal..",
                        "dev.fermata.conduct..",
                        "dev.fermata.notation..",
                        "dev.fermata.clock..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "com.fasterxml..")
                .because("JSON formats belong to the apis"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone"})
    void onlyTheClockReadsTheSystemClock(String method) {
        for (Class<?> owner : List.of(Instant.class, System.class, Clock.class)) {
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.fermata.clock..")
                    .should()
                    .callMethodWhere(DescribedPredicate.describe(
                            owner.getSimpleName() + "." + method,
                            call -> call.getTarget().getOwner().isEquivalentTo(owner)
                                    && call.getTarget().getName().equals(method)))
                    .because("time is an argument; a test must be able to move all of it"));
        }
    }

    @Test
    void noThreadsAndTimersInTheEngine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.fermata",
                        "dev.fermata.cli..",
                        "dev.fermata.demo..",
                        "dev.fermata.http..",
                        "dev.fermata.clock..")
                .and()
                // It needs the class loader of its thread, and starts no thread.
                .doNotHaveSimpleName("PdfBoxLog")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Executor.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .because("state is computed, never ticked; the clock's only thread wakes waiting clients"));
    }

    @Test
    void packagesHaveMeaningfulNames() {
        check(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..service..", "..dto..", "..impl..", "..manager..")
                .because("a package's name should say what it contains"));
    }

    private static void check(ArchRule rule) {
        rule.check(EMULATOR);
    }
}
