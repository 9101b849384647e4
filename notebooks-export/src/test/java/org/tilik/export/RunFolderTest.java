// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    private Path temp;

    @Test
    void aFolderThatIsNoRunIsNamedAndRefused() {
        assertThatThrownBy(() -> RunFolder.open(temp))
                .isInstanceOf(ExportError.class)
                .hasMessageContaining(temp.toString())
                .hasMessageContaining("neither the output folder of a run");
    }
}
