// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyPathsTest {
    @ParameterizedTest
    @CsvSource({
        "file:/a/b/s.yaml, x.zst, file:/a/b/x.zst",
        "file:/a/b/s.yaml, ../c/x.zst, file:/a/c/x.zst",
        "file:/a/b/s.yaml, /d/x.zst, file:/d/x.zst",
        "file:/a/b/s.yaml, s3://bucket/x.zst, s3://bucket/x.zst",
        "s3://bucket/k/s.yaml, dumps/x y.zst, s3://bucket/k/dumps/x y.zst",
        "s3://bucket/s.yaml, /d/x.zst, s3://bucket/d/x.zst"
    })
    void pathsAreRelativeToTheStudy(String study, String path, String expected) {
        assertThat(StudyPaths.resolve(study, path)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "file:/a/b/s.yaml, file:/a/b/x.zst, x.zst",
        "file:/a/b/s.yaml, file:/a/b/c/x.zst, c/x.zst",
        "file:/a/b/s.yaml, file:/a/c/x.zst, ../c/x.zst",
        "file:/a/b/s.yaml, file:/x.zst, ../../x.zst",
        "file:/a/b/s.yaml, file:/a/b, ../b",
        "s3://bucket/k/s.yaml, s3://bucket/x.zst, ../x.zst",
        "s3://bucket/k/s.yaml, s3://other/k/x.zst, s3://other/k/x.zst",
        "file:/a/s.yaml, hdfs://host:1/a/x.zst, hdfs://host:1/a/x.zst"
    })
    void namesAreRelativeToTheStudyWithinOneFileSystem(String study, String file, String expected) {
        assertThat(StudyPaths.name(study, new Path(file))).isEqualTo(expected);
    }

    @Test
    void pathsOfTheCommandLineAreLocalUnlessTheySayOtherwise() {
        assertThat(StudyPaths.absolute("x/../s.yaml"))
                .isEqualTo("file:" + java.nio.file.Path.of("s.yaml").toAbsolutePath());
        assertThat(StudyPaths.absolute("s3://bucket/out/")).isEqualTo("s3://bucket/out");
    }
}
