// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;

class InputFileTest {
    @Test
    void eachMemberOfAnArchiveIsDecodedWithTheShareOfItsOwnPlatform() {
        InputFile archive =
                new InputFile("file:/a.tar", "a.tar", 1, null, null, null, false, Map.of(Platform.TWITTER, 0.01), "0");

        assertThat(archive.settings(DumpFormat.TWITTER_V1, new byte[0]).samplingShare())
                .isEqualTo(0.01);
        assertThat(archive.settings(DumpFormat.REDDIT, new byte[0]).samplingShare())
                .isEqualTo(1);
        assertThat(archive.settings(DumpFormat.RECHECK, new byte[0]).samplingShare())
                .isEqualTo(1);
    }
}
