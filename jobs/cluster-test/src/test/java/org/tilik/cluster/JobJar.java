// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The jars that a cluster can be given: the real one, and small test programs. */
final class JobJar {
    private static final Path TILIK = Path.of("..", "pipeline", "target", "tilik-jobs.jar");

    private JobJar() {}

    /** The job jar as it is shipped, with everything shaded that a cluster does not bring. */
    static Path tilik() throws IOException {
        Path jar = TILIK.toAbsolutePath().normalize();
        if (!Files.isRegularFile(jar)) {
            throw new NoSuchFileException("The job jar is missing: " + jar + ". Build it, then run this test again:"
                    + " ./mvnw -pl jobs/pipeline -am package -DskipTests");
        }
        return jar;
    }

    /** A jar of all compiled classes in the package of the main class, which its manifest names. */
    static Path write(Path jar, Class<?> main) throws Exception {
        try (FileSystem content = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            add(content, main, new Manifest());
        }
        return jar;
    }

    /** The same with everything that the real job jar holds. */
    static Path writeWithTilik(Path jar, Class<?> main) throws Exception {
        Files.copy(tilik(), jar, StandardCopyOption.REPLACE_EXISTING);
        Manifest manifest;
        try (JarFile real = new JarFile(jar.toFile())) {
            manifest = real.getManifest();
        }
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            add(content, main, manifest);
        }
        return jar;
    }

    private static void add(FileSystem content, Class<?> main, Manifest manifest) throws Exception {
        Path root =
                Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        String folder = main.getPackageName().replace('.', '/');
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        Files.createDirectories(content.getPath("META-INF"));
        try (OutputStream out = Files.newOutputStream(content.getPath(JarFile.MANIFEST_NAME))) {
            manifest.write(out);
        }
        Files.createDirectories(content.getPath(folder));
        for (Path file : classes(root.resolve(folder))) {
            Files.copy(file, content.getPath(folder, file.getFileName().toString()));
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }
}
