package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.MODEL;
import static io.regulus.processor.emit.RuntimeNames.MODEL_TYPE;
import static io.regulus.processor.emit.RuntimeNames.PARAMETER;
import static io.regulus.processor.emit.RuntimeNames.SETTINGS;
import static io.regulus.processor.spec.FieldSpec.identifier;
import static io.regulus.processor.spec.FieldSpec.typeName;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.LayerNode;
import java.nio.file.Path;
import javax.lang.model.element.Modifier;

/** Writes {@code XModel}: what users call. */
final class ModelEmitter {
    private static final String LAYERS = "Layers";

    private final LayerGraph graph;
    private final GeneratedNames names;

    ModelEmitter(LayerGraph graph) {
        this.graph = graph;
        this.names = new GeneratedNames(graph.type());
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.model())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(MODEL)
                // whether a modular user re-exports the runtime is for the user to decide
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "exports")
                        .build())
                .addJavadoc(
                        "The network of {@link $T}: create it, fit it, ask it, save it, close it.\n", names.annotated())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(names.hyperparameters(), "hyper")
                        .addParameter(SETTINGS, "settings")
                        .addStatement("$L", construction())
                        .build())
                .addMethod(factory()
                        .addJavadoc("A new network with the numbers as annotated.\n")
                        .addStatement("return create($T.defaults())", names.hyperparameters())
                        .build())
                .addMethod(factory()
                        .addJavadoc("A new network with the numbers as annotated, and another seed or other threads.\n")
                        .addParameter(SETTINGS, "settings")
                        .addStatement("return create($T.defaults(), settings)", names.hyperparameters())
                        .build())
                .addMethod(factory()
                        .addJavadoc("A new network with other numbers.\n")
                        .addParameter(names.hyperparameters(), "hyper")
                        .addStatement("return create(hyper, $T.defaults())", SETTINGS)
                        .build())
                .addMethod(factory()
                        .addJavadoc("A new network with other numbers, seed or threads.\n")
                        .addParameter(names.hyperparameters(), "hyper")
                        .addParameter(SETTINGS, "settings")
                        .addStatement("return new $T(hyper, settings)", names.model())
                        .build())
                .addMethod(load("").addStatement("return load(folder, $T.defaults())", SETTINGS)
                        .build())
                .addMethod(load("@param settings threads; the seed is that of the saved model\n")
                        .addParameter(SETTINGS, "settings")
                        .addStatement("return type().load(folder, settings)")
                        .build())
                .addMethod(asValue());
        graph.rows().ifPresentOrElse(record -> new TypedFrontEmitter(graph, record).addTo(type), () -> {
            new PredictionsEmitter(graph).addTo(type);
            new MonteCarloEmitter(graph).addTo(type);
        });
        return type.addMethod(MethodSpec.methodBuilder("layers")
                        .addJavadoc("The weights, layer by layer.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(names.model().nestedClass(LAYERS))
                        .addStatement("return new $T()", names.model().nestedClass(LAYERS))
                        .build())
                .addType(layers())
                .addTypes(graph.layers().stream()
                        .filter(layer -> !layer.variables().isEmpty())
                        .map(this::layer)
                        .toList());
    }

    private MethodSpec asValue() {
        return MethodSpec.methodBuilder("type")
                .addJavadoc("This class as a value, for what makes models of any class: searches, clusters, servers.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(MODEL_TYPE, names.model()))
                .addStatement(
                        "return $T.of(\n$T.class,\n$T.defaults().toMap(),\nnumbers -> new $T($T.of(numbers)),\n"
                                + "(numbers, settings) -> create($T.of(numbers), settings))$L",
                        MODEL_TYPE,
                        names.model(),
                        names.hyperparameters(),
                        names.training(),
                        names.hyperparameters(),
                        names.hyperparameters(),
                        graph.rows().isPresent() ? "\n.withRows(" + TypedFrontEmitter.RECORD + ")" : "")
                .build();
    }

    private CodeBlock construction() {
        return PlanEmitter.of(graph).isPresent()
                ? CodeBlock.of("super(new $T(hyper), $T.fitPlan(hyper), settings)", names.training(), names.training())
                : CodeBlock.of("super(new $T(hyper), settings)", names.training());
    }

    private MethodSpec.Builder factory() {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.model());
    }

    private MethodSpec.Builder load(String parameters) {
        return MethodSpec.methodBuilder("load")
                .addJavadoc("A network as it was saved: weights, state of the optimizer, step, numbers and seed.\n\n"
                        + parameters
                        + "@throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder\n"
                        + "@throws io.regulus.save.IncompatibleModelException if it is that of another network\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Path.class, "folder")
                .returns(names.model());
    }

    private TypeSpec layers() {
        TypeSpec.Builder type = TypeSpec.classBuilder(LAYERS)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The layers that have weights.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        // a layer named parameter has a method here that hides the model's
        boolean hidden = graph.layers().stream().anyMatch(layer -> layer.name().equals("parameter"));
        CodeBlock owner = hidden ? CodeBlock.of("$T.this.", names.model()) : CodeBlock.of("");
        for (LayerNode layer : graph.layers()) {
            if (layer.variables().isEmpty()) {
                continue;
            }
            ClassName record = names.model().nestedClass(typeName(identifier(layer.name())));
            CodeBlock values = layer.variables().stream()
                    .map(variable -> CodeBlock.of("\n$Lparameter($S)", owner, variable.name()))
                    .collect(CodeBlock.joining(","));
            type.addMethod(MethodSpec.methodBuilder(identifier(layer.name()))
                    .addJavadoc("Weights of {@code $L}.\n", layer.name())
                    .addModifiers(Modifier.PUBLIC)
                    .returns(record)
                    .addStatement("return new $T($L)", record, values)
                    .build());
        }
        return type.build();
    }

    private TypeSpec layer(LayerNode layer) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        TypeSpec.Builder record = TypeSpec.recordBuilder(typeName(identifier(layer.name())))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Weights of {@code $L}.\n\n", layer.name());
        layer.variables().forEach(variable -> {
            components.addParameter(PARAMETER, variable.javaName());
            record.addJavadoc("@param $L $L\n", variable.javaName(), variable.dims());
        });
        return record.recordConstructor(components.build()).build();
    }
}
