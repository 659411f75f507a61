package dev.gatun.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.exec.Twin;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The layers of ARCHITECTURE.md: who may know whom.
class LayersTest {
  private static final String BINDINGS = "dev.gatun.bindings..";
  private static final String GENERATED = "dev.gatun.bindings.generated..";
  private static final String NATIVES = "dev.gatun.internal.natives..";
  private static final String REFERENCE = "dev.gatun.internal.reference..";
  private static final String KERNEL = "dev.gatun.internal.kernel..";
  private static final String EXEC = "dev.gatun.internal.exec..";
  private static final String EXEC_LOG = "dev.gatun.internal.exec.Log";
  private static final String INTERNAL = "dev.gatun.internal..";
  private static final String CLI = "dev.gatun.cli..";
  private static final String MICROMETER = "dev.gatun.micrometer..";

  private static final DescribedPredicate<JavaClass> PUBLIC_API =
      resideInAnyPackage(
              "dev.gatun",
              "dev.gatun.arrow",
              "dev.gatun.csv",
              "dev.gatun.graph",
              "dev.gatun.hash",
              "dev.gatun.parquet",
              "dev.gatun.schema")
          .as("the public API");

  /// All but these tests.
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains(ownLocation()))
          .importPackages("dev.gatun");

  private static String ownLocation() {
    return LayersTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  @Test
  void everyLayerIsLookedAt() {
    for (String layer :
        List.of(BINDINGS, GENERATED, NATIVES, REFERENCE, KERNEL, EXEC, CLI, MICROMETER)) {
      assertTrue(CLASSES.stream().anyMatch(resideInAPackage(layer)), layer);
    }
  }

  @Test
  void onlyBindingsCallRestrictedMethods() {
    check(
        noClasses()
            .that(resideInAPackage("dev.gatun..").and(not(resideInAPackage(BINDINGS))))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Linker.class, SymbolLookup.class)
            .orShould()
            .callMethodWhere(
                describe(
                    "it is restricted",
                    call ->
                        restricted(call.getTargetOwner())
                            && RESTRICTED_NAMES.contains(call.getName())))
            .because("only dev.gatun.bindings has to be granted native access"));
  }

  private static final Set<String> RESTRICTED_NAMES =
      Set.of("reinterpret", "withTargetLayout", "load", "loadLibrary", "enableNativeAccess");

  private static boolean restricted(JavaClass owner) {
    return owner.isEquivalentTo(MemorySegment.class)
        || owner.isAssignableTo(AddressLayout.class)
        || owner.isEquivalentTo(System.class)
        || owner.isEquivalentTo(Runtime.class)
        || owner.isEquivalentTo(ModuleLayer.Controller.class);
  }

  @Test
  void generatedClassesStayBehindTheNatives() {
    check(
        noClasses()
            .that(
                not(resideInAnyPackage(BINDINGS, NATIVES))
                    .and(not(describe("Isa", c -> c.getSimpleName().equals("Isa")))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GENERATED)
            .because("the C ABI is known in one place"));
  }

  @Test
  void referencesAreFreeOfNativeCode() {
    check(
        noClasses()
            .that()
            .resideInAPackage(REFERENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BINDINGS, NATIVES)
            .because("they run where no library loads, and are what natives are checked against"));
    check(
        noClasses()
            .that()
            .resideInAPackage(NATIVES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REFERENCE)
            .because("a test of two twins that share code shows nothing"));
  }

  @Test
  void kernelInterfacesKnowNoImplementation() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(KERNEL, EXEC)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REFERENCE, NATIVES));
  }

  @Test
  void kernelsAreReachedThroughTheRegistryOnly() {
    check(
        noClasses()
            .that(
                not(resideInAnyPackage(REFERENCE, NATIVES))
                    .and(not(describe("Kernels", c -> c.getSimpleName().equals("Kernels")))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REFERENCE, NATIVES)
            .because("dev.gatun.internal.Kernels picks, counts and falls back"));
  }

  @Test
  void whoeverCallsAKernelOfScansCounts() {
    check(
        noClasses()
            .that(describe("do not count", c -> !counts(c)))
            .should()
            .callMethodWhere(
                describe(
                    "it gives a kernel that is not counted",
                    call ->
                        call.getTargetOwner().isEquivalentTo(Twin.class)
                            && call.getName().equals("on")))
            .because("Metrics knows of every kernel that has run"));
  }

  /// Whether a class counts by itself, or has another one of its package do it.
  private static boolean counts(JavaClass origin) {
    return countsItself(origin)
        || origin.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass())
            .filter(used -> used.getPackageName().equals(origin.getPackageName()))
            .anyMatch(LayersTest::countsItself);
  }

  private static boolean countsItself(JavaClass origin) {
    return origin.isEquivalentTo(Tallies.class)
        || origin.getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    call.getTargetOwner().isEquivalentTo(Tallies.class)
                        || (call.getTargetOwner().isEquivalentTo(Twin.class)
                            && call.getName().equals("record")));
  }

  @Test
  void whatIsBelowKnowsNothingOfWhatIsAbove() {
    check(
        noClasses()
            .that(not(resideInAnyPackage(CLI, MICROMETER)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI, MICROMETER, "io.micrometer.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(BINDINGS)
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.gatun..").and(not(resideInAPackage(BINDINGS)))));
  }

  @Test
  void theCommandLineAndMicrometerUseThePublicApi() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(CLI, MICROMETER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INTERNAL, BINDINGS));
  }

  @Test
  void publicSignaturesAreFreeOfInternalTypes() {
    ArchRule rule =
        methods()
            .that()
            .areDeclaredInClassesThat(PUBLIC_API)
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and(describe("are for users", LayersTest::isForUsers))
            .should()
            .notHaveRawReturnType(resideInAnyPackage(INTERNAL, BINDINGS))
            .andShould()
            .notHaveRawParameterTypes(
                describe(
                    "internal",
                    types -> types.stream().anyMatch(resideInAnyPackage(INTERNAL, BINDINGS))));
    check(rule);
  }

  private static boolean isForUsers(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        || method.getModifiers().contains(JavaModifier.PROTECTED);
  }

  @Test
  void oneLog() {
    check(
        noClasses()
            .that(not(describe("Log", LayersTest::isLog)))
            .should()
            .callMethod(System.class, "getLogger", String.class)
            .because("gatun.log.level is obeyed in one place"));
  }

  /// On a Java without `java.management` everything else works.
  @Test
  void onlyTheBeanNeedsManagement() {
    check(
        noClasses()
            .that(not(resideInAPackage("dev.gatun.internal.jmx")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.management..", "java.lang.management.."));
  }

  @Test
  void librariesDoNotPrint() {
    check(
        noClasses()
            .that(
                not(resideInAnyPackage(CLI, GENERATED))
                    .and(not(describe("Log", LayersTest::isLog))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("logs go to System.Logger, and elsewhere only where a level is set"));
  }

  private static boolean isLog(JavaClass type) {
    return type.getName().equals(EXEC_LOG) || type.getName().startsWith(EXEC_LOG + "$");
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
