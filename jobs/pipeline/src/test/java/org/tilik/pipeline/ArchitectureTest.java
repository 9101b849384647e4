// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency rule of the design: what may know what. */
@AnalyzeClasses(packages = "org.tilik", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyThePipelineSeesFlink = noClasses()
            .that()
            .resideOutsideOfPackage("org.tilik.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule theModelKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage("org.tilik.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.tilik.model..", "java..", "javax.crypto..");

    @ArchTest
    static final ArchRule formatsKnowNothingOfMeasures = noClasses()
            .that()
            .resideInAPackage("org.tilik.formats..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tilik.classify..", "org.tilik.measure..", "org.tilik.pipeline..", "org.tilik.datasets..");

    @ArchTest
    static final ArchRule theClassifierKnowsTextsOnly = noClasses()
            .that()
            .resideInAPackage("org.tilik.classify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tilik.formats..", "org.tilik.measure..", "org.tilik.pipeline..", "org.tilik.datasets..");

    @ArchTest
    static final ArchRule measuresAreNumbersInAndResultsOut = noClasses()
            .that()
            .resideInAPackage("org.tilik.measure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tilik.model..",
                    "org.tilik.formats..",
                    "org.tilik.classify..",
                    "org.tilik.pipeline..",
                    "org.tilik.datasets..");

    @ArchTest
    static final ArchRule hadoopIsNamedNowhere =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.hadoop..");

    @ArchTest
    static final ArchRule packagesOfThePipelineHaveNoCycles =
            slices().matching("org.tilik.pipeline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheClassifierHaveNoCycles =
            slices().matching("org.tilik.classify.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineEndsTheProgram = noClasses()
            .that()
            .resideOutsideOfPackage("org.tilik.pipeline.cli..")
            .should()
            .callMethod(System.class, "exit", int.class);
}
