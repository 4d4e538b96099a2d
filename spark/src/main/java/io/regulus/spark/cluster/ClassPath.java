package io.regulus.spark.cluster;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The class path of this executor: that of its JVM, and the jars that were added to the application. */
final class ClassPath {
    private ClassPath() {}

    static String of(ClassLoader loader) {
        Set<String> entries = new LinkedHashSet<>();
        // behind those of the JVM: there they are looked up first, too
        entries.add(System.getProperty("java.class.path"));
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            if (each instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    if (url.getProtocol().equals("file")) {
                        entries.add(file(url));
                    }
                }
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String file(URL url) {
        try {
            return Path.of(new URI(url.toString())).toString();
        } catch (URISyntaxException notEscaped) {
            return url.getPath();
        }
    }
}
