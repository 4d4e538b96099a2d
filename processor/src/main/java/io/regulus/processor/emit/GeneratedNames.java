package io.regulus.processor.emit;

import static io.regulus.processor.spec.FieldSpec.identifier;
import static io.regulus.processor.spec.FieldSpec.typeName;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.graph.Holder;
import io.regulus.processor.graph.Hyperparameter;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.Variable;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.ModelClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Names of what is generated for one model class.
 *
 * @param type the model class
 */
record GeneratedNames(ModelClass type) {
    /** A name for something of ours that none of the user's names, which share its scope, has taken. */
    static String free(String wanted, Collection<String> taken) {
        String name = wanted;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** The method of the graph class that runs all layers. */
    static String apply(LayerGraph graph) {
        return free("apply", scope(graph));
    }

    /** The names that users gave to what the graph class has a method and a local variable for. */
    static List<String> scope(LayerGraph graph) {
        List<String> names = new ArrayList<>();
        graph.inputs().forEach(input -> names.add(input.name()));
        graph.layers().forEach(layer -> names.add(identifier(layer.name())));
        graph.layers().forEach(layer -> layer.blocks().keySet().forEach(block -> names.add(identifier(block))));
        return names;
    }

    /** What the graph class gives where there are several outputs. */
    ClassName outputs() {
        return graph().nestedClass("Outputs");
    }

    ClassName model() {
        return named("Model");
    }

    ClassName graph() {
        return named("Graph");
    }

    ClassName training() {
        return named("Training");
    }

    ClassName hyperparameters() {
        return named("Hyperparameters");
    }

    private ClassName named(String suffix) {
        return ClassName.get(type.packageName(), type.flatName() + suffix);
    }

    /** The annotated class itself. */
    ClassName annotated() {
        return nested(type.packageName(), type.name());
    }

    /** The type that is generated for a record of features. */
    static ClassName rows(ModelClass record) {
        return ClassName.get(record.packageName(), record.flatName() + FeaturesSpec.SUFFIX);
    }

    /** A class by its package and its name within it, {@code Outer.Kind} for a nested one. */
    static ClassName nested(String packageName, String within) {
        String[] names = within.split("\\.", -1);
        ClassName name = ClassName.get(packageName, names[0]);
        for (int i = 1; i < names.length; i++) {
            name = name.nestedClass(names[i]);
        }
        return name;
    }

    /** The record of a hyperparameter group, nested in the hyperparameters. */
    ClassName group(String group) {
        return hyperparameters().nestedClass(typeName(group));
    }

    /** The field of the graph class that holds several variables of a layer. */
    static String holder(String layer, Holder holder) {
        return identifier(layer) + holder.suffix();
    }

    /** How the graph class's members name a variable: {@code headKernel}, {@code blockNorm.scale()}. */
    static String member(Variable variable) {
        return variable.holder()
                .map(holder -> holder(variable.layer(), holder) + "." + holder.method(variable.suffix()) + "()")
                .orElseGet(() -> identifier(variable.layer()) + typeName(variable.javaName()));
    }

    /** What a layer multiplies by: the kernel itself, or what a norm makes of it, without what is dropped. */
    static CodeBlock factor(Variable kernel) {
        String whole = kernel.holder()
                .flatMap(holder -> normed(holder).map(method -> holder(kernel.layer(), holder) + method))
                .orElseGet(() -> member(kernel));
        return kernel.dropped()
                .map(p -> CodeBlock.of(
                        "$T.apply(pass, $S, $L, $L)", RuntimeNames.ops("DropConnect"), kernel.name(), whole, read(p)))
                .orElseGet(() -> CodeBlock.of("$L", whole));
    }

    /** How a holder is asked for the kernel under its norm. */
    private static Optional<String> normed(Holder holder) {
        return switch (holder.type()) {
            case Holder.WEIGHT_NORM -> Optional.of(".normed(tf)");
            case Holder.SPECTRAL_NORM -> Optional.of(".normed()");
            default -> Optional.empty();
        };
    }

    /** What a layer does in words, with what happens to its kernel. */
    static String words(String layer, Variable kernel) {
        boolean spectral = kernel.holder()
                .filter(holder -> holder.type().equals(Holder.SPECTRAL_NORM))
                .isPresent();
        String normed = spectral ? layer + " with spectral norm" : layer;
        return kernel.dropped().map(p -> normed + " with drop connect").orElse(normed);
    }

    /** Reads a number from {@code hyper}. */
    static CodeBlock read(Hyperparameter number) {
        return CodeBlock.of("hyper.$N().$N()", number.group(), number.name());
    }
}
