package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.DATASET;
import static io.regulus.processor.emit.RuntimeNames.DATA_STREAM;
import static io.regulus.processor.emit.RuntimeNames.MODEL_TYPE;
import static io.regulus.processor.emit.RuntimeNames.MONTE_CARLO;
import static io.regulus.processor.emit.RuntimeNames.TARGET;
import static io.regulus.processor.emit.RuntimeNames.TYPED_ROWS;
import static io.regulus.processor.emit.RuntimeNames.train;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.OutputNode;
import io.regulus.processor.spec.ComponentType;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.TaskSpec;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes what users ask of {@code XModel} where its rows are records: it trains on them and predicts them as they are. */
final class TypedFrontEmitter {
    private static final String REFUSED =
            "@throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse\n";

    /** The constant that says how the record is read, and what the network makes of its labels. */
    static final String RECORD = "RECORD";

    private final FeaturesSpec features;
    private final OutputNode output;
    private final ClassName record;
    private final ClassName model;
    private final ParameterizedTypeName rows;

    TypedFrontEmitter(LayerGraph graph, FeaturesSpec features) {
        this.features = features;
        this.output = graph.outputs().get(0);
        this.record = new GeneratedNames(features.type()).annotated();
        this.model = new GeneratedNames(graph.type()).model();
        this.rows = ParameterizedTypeName.get(ClassName.get(List.class), record);
    }

    void addTo(TypeSpec.Builder type) {
        ClassName pair = MODEL_TYPE.nestedClass("Rows");
        type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(pair, record),
                        RECORD,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "new $T<>(\n$>$>$T.schema(), $L)$<$<", pair, GeneratedNames.rows(features.type()), target())
                .build());
        type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(TYPED_ROWS, record), "rows", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("rows($N)", RECORD)
                .build());
        type.addMethod(training("data").build());
        type.addMethod(training("data", "validation").build());
        type.addMethod(method("learn", TypeName.VOID)
                .addJavadoc(
                        "Learns scales, fillings and categories from rows, in the place of what was learned before. The first"
                                + " {@code fit} does so by itself.\n\n" + REFUSED)
                .addParameter(rows, "data")
                .addStatement("rows.learn(data)")
                .build());
        type.addMethod(method("encode", DATASET)
                .addJavadoc("Rows as the network reads and learns them.\n\n" + REFUSED)
                .addParameter(rows, "data")
                .addStatement("return rows.encode(data)")
                .build());
        type.addMethod(method("stream", DATA_STREAM)
                .addJavadoc(
                        "Rows that need not fit in memory, to train and evaluate on; {@code learn} comes first.\n\n@param data makes a new"
                                + " Java stream for each pass, which is closed at its end\n@throws IllegalStateException if it has not"
                                + " been learned how rows are encoded\n")
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Supplier.class),
                                ParameterizedTypeName.get(ClassName.get(Stream.class), record)),
                        "data")
                .addStatement("return rows.stream(data)")
                .build());
        type.addMethod(method("evaluate", train("Evaluation"))
                .addJavadoc("Loss and metrics on rows.\n\n" + REFUSED)
                .addParameter(rows, "data")
                .addStatement("return rows.evaluate(data)")
                .build());
        predictions(type);
    }

    private CodeBlock target() {
        return output.task() instanceof TaskSpec.Regressor
                ? CodeBlock.of("new $T()", TARGET.nestedClass("Amounts"))
                : CodeBlock.of(
                        "new $T($L)",
                        TARGET.nestedClass("Classes"),
                        output.task().classes());
    }

    private MethodSpec.Builder training(String... parameters) {
        MethodSpec.Builder method = method("fit", train("History"))
                .addJavadoc(
                        "Trains on rows. The first time it learns from them how they are encoded, but for those that are only"
                                + " validated on.\n\n");
        for (String parameter : parameters) {
            method.addParameter(rows, parameter);
        }
        if (parameters.length > 1) {
            method.addJavadoc("@param validation what is validated on after every epoch\n");
        }
        return method.addJavadoc("@param fit epochs, batch size and the like\n" + REFUSED)
                .addParameter(train("Fit"), "fit")
                .addStatement("return rows.fit($L, fit)", String.join(", ", parameters));
    }

    private void predictions(TypeSpec.Builder type) {
        boolean amounts = output.task() instanceof TaskSpec.Regressor;
        boolean one = output.size() == 1;
        TypeName ofRow = one ? TypeName.FLOAT : ArrayTypeName.of(TypeName.FLOAT);
        String what = amounts
                ? "What is predicted, in the units of the labels"
                : TaskEmitter.of(output).meaning();
        CodeBlock all = CodeBlock.of(amounts ? "rows.values($L)" : "rows.predict($L)", "data");
        type.addMethod(method("predict", ArrayTypeName.of(ofRow))
                .addJavadoc("$L, row by row.\n\n" + REFUSED, what)
                .addParameter(rows, "data")
                .addStatement("return $L", one ? CodeBlock.of("firstColumn($L)", all) : all)
                .build());
        type.addMethod(method("predict", ofRow)
                .addJavadoc("$L, of one row.\n\n" + REFUSED, what)
                .addParameter(record, "row")
                .addStatement("return predict($T.singletonList(row))[0]", Collections.class)
                .build());
        monteCarlo(type, amounts, one, ofRow);
        if (!amounts) {
            classes(type);
        }
    }

    private void monteCarlo(TypeSpec.Builder type, boolean amounts, boolean one, TypeName ofRow) {
        String what =
                "Mean and spread of what {@code predict} would say with dropout and other noise on, over several passes"
                        + " (Monte-Carlo dropout)";
        CodeBlock all = CodeBlock.of(amounts ? "rows.monteCarloValues(data, passes)" : "rows.monteCarlo(data, passes)");
        type.addMethod(MonteCarloEmitter.with(
                        method(MonteCarloEmitter.NAME, spread(ArrayTypeName.of(ofRow)))
                                .addJavadoc("$L, row by row.\n\n", what)
                                .addParameter(rows, "data"),
                        "passes")
                .addJavadoc(REFUSED)
                .addStatement("return $L", one ? CodeBlock.of("$L.map($T::firstColumn)", all, model) : all)
                .build());
        type.addMethod(MonteCarloEmitter.with(
                        method(MonteCarloEmitter.NAME, spread(ofRow.box()))
                                .addJavadoc("$L, of one row.\n\n", what)
                                .addParameter(record, "row"),
                        "passes")
                .addJavadoc(REFUSED)
                .addStatement(
                        "return $L($T.singletonList(row), passes).map(one -> one[0])",
                        MonteCarloEmitter.NAME,
                        Collections.class)
                .build());
    }

    private static TypeName spread(TypeName type) {
        return ParameterizedTypeName.get(MONTE_CARLO, type);
    }

    private void classes(TypeSpec.Builder type) {
        ComponentType label = features.labels().get(0).type();
        TypeName boxed = boxed(label);
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), boxed);
        type.addMethod(method("classes", list)
                .addJavadoc(
                        output.size() == 1
                                ? "No and yes, as labels.\n"
                                : "The classes, in the order of what {@code predict} says of each.\n")
                .addStatement("return rows.classes()$L", converted(label, boxed))
                .build());
        type.addMethod(method("classify", list)
                .addJavadoc("The likeliest class, row by row.\n\n" + REFUSED)
                .addParameter(rows, "data")
                .addStatement("return rows.classes(data)$L", converted(label, boxed))
                .build());
        type.addMethod(method("classify", boxed)
                .addJavadoc("The likeliest class of one row.\n\n" + REFUSED)
                .addParameter(record, "row")
                .addStatement("return classify($T.singletonList(row)).get(0)", Collections.class)
                .build());
    }

    private static TypeName boxed(ComponentType type) {
        return switch (type.kind()) {
            case INT -> ClassName.get(Integer.class);
            case LONG -> ClassName.get(Long.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case ENUM -> GeneratedNames.nested(type.packageName(), type.name());
            default -> ClassName.get(String.class);
        };
    }

    /** Names of classes as values of the label's type. */
    private static CodeBlock converted(ComponentType type, TypeName boxed) {
        return type.kind() == ComponentType.Kind.STRING
                ? CodeBlock.of("")
                : CodeBlock.of(".stream().map($T::valueOf).toList()", boxed);
    }

    private static MethodSpec.Builder method(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returned);
    }
}
