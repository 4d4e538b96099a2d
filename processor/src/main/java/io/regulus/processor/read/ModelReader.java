package io.regulus.processor.read;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.DataType;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.Network;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.RowsSpec;
import io.regulus.processor.spec.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a model class in which everything is resolved into what the user wrote. */
public final class ModelReader {
    private final ClassReader classes;
    private final FeaturesReader features;

    public ModelReader(Elements elements, Types types) {
        this.classes = new ClassReader(elements, types);
        this.features = new FeaturesReader(elements, classes);
    }

    /**
     * Reads a class annotated with {@code @Network}.
     *
     * @param declaredTypes qualified names of the types that the user's source declares
     */
    public NetworkSpec read(TypeElement type, Set<String> declaredTypes) {
        Uses uses = Uses.on(type);
        AnnotationUse network = uses.named(Network.class).orElseThrow();
        return new NetworkSpec(
                classes.read(type, ModelClass.SUFFIXES, declaredTypes),
                network.usage(),
                networkInput(network),
                network.type("rows").map(rows -> rows(rows, declaredTypes)),
                FieldReader.fields(type),
                new BlockReader(classes).reachable(type),
                uses.read(TaskReaders.BY_NAME),
                uses.read(OptimizerReaders.BY_NAME),
                uses.read(PenaltyReaders.BY_NAME),
                uses.read(PolicyReaders.BY_NAME),
                uses.usage(ExcludeFromDecay.class),
                uses.usage(MixedPrecision.class),
                uses.acceptAdvice(AcceptAdvice.class));
    }

    private RowsSpec rows(Written<TypeElement> rows, Set<String> declaredTypes) {
        TypeElement type = rows.value();
        return new RowsSpec(
                rows.place(),
                type.getSimpleName().toString(),
                Optional.of(type).filter(Annotations::isFeatures).map(record -> features.read(record, declaredTypes)));
    }

    /** Where the class is declared. */
    public static Place place(TypeElement type) {
        return MirrorPlace.of(type);
    }

    private static Optional<InputSpec> networkInput(AnnotationUse network) {
        Written<List<Integer>> shape = network.integers("input");
        return Optional.of(new InputSpec(network.usage(), InputSpec.UNNAMED, shape, DataType.FLOAT32, 1.0))
                .filter(input -> input.shape().explicit());
    }
}
