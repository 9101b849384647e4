// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The export reads files, as any reader of a run can. */
@AnalyzeClasses(packages = "org.tilik.export", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theExportKnowsFilesAndNotTheProgramThatWroteThem = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tilik.pipeline..",
                    "org.tilik.model..",
                    "org.tilik.formats..",
                    "org.tilik.classify..",
                    "org.tilik.measure..",
                    "org.tilik.datasets.generate..",
                    "org.apache.flink..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.tilik.export.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineEndsTheProgram = noClasses()
            .that()
            .resideOutsideOfPackage("org.tilik.export.cli..")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule restrictedRowsAreOpenedNowhereInTheExport =
            noClasses().should().callMethod(RunFolder.class, "openWithRestricted", java.nio.file.Path.class);
}
