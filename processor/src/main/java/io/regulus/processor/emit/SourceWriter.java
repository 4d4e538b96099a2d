package io.regulus.processor.emit;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** The only class that touches the filer. Each file names the one class it stems from: that is what isolating means. */
public final class SourceWriter {
    private final Filer filer;

    public SourceWriter(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes a file.
     *
     * @param file what to write
     * @param origin the annotated class
     * @throws IOException if the compiler cannot write it
     */
    public void write(JavaFile file, TypeElement origin) throws IOException {
        String name = file.packageName().isEmpty()
                ? file.typeSpec().name()
                : file.packageName() + "." + file.typeSpec().name();
        try (Writer writer = filer.createSourceFile(name, origin).openWriter()) {
            writer.write(file.toString().stripTrailing() + "\n");
        }
    }
}
