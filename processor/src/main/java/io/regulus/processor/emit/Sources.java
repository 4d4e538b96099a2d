package io.regulus.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.ModelClass;
import java.util.List;
import java.util.stream.Stream;

/** The source files of a model class. */
public final class Sources {
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final String GENERATOR = "io.regulus.processor.RegulusProcessor";

    private Sources() {}

    /**
     * The four files of a network.
     *
     * @param generatedVisible whether the class's module can see {@code @Generated}
     */
    public static List<JavaFile> of(LayerGraph graph, boolean generatedVisible) {
        return Stream.of(
                        new ModelEmitter(graph).type(),
                        new GraphEmitter(graph).type(),
                        new TrainingEmitter(graph).type(),
                        new HyperparametersEmitter(graph).type())
                .map(type -> file(graph.type(), type, generatedVisible))
                .toList();
    }

    /** Stand-ins for the files of a class with errors. */
    public static List<JavaFile> stubs(ModelClass type, boolean generatedVisible) {
        return new StubEmitter(type)
                .types().stream()
                        .map(stub -> file(type, stub, generatedVisible))
                        .toList();
    }

    /** The file of a record of features. */
    public static JavaFile rows(FeaturesSpec features, boolean generatedVisible) {
        return file(features.type(), new RowsEmitter(features).type(), generatedVisible);
    }

    /** A stand-in for the file of a record with errors. */
    public static JavaFile rowsStub(FeaturesSpec features, boolean generatedVisible) {
        return file(features.type(), new RowsEmitter(features).stub(), generatedVisible);
    }

    private static JavaFile file(ModelClass model, TypeSpec.Builder type, boolean generatedVisible) {
        if (generatedVisible) {
            // no date: the same class gives the same bytes
            type.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", GENERATOR)
                    .build());
        }
        return JavaFile.builder(model.packageName(), type.build())
                .indent("  ")
                .skipJavaLangImports(true)
                .build();
    }
}
