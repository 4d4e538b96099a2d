package io.regulus.effects;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every annotation: what it does, drawn, or why there is nothing to draw. */
final class Catalogue {
    /** Reasons by names of annotations. */
    static final Map<String, String> WITHOUT_PICTURE = new TreeMap<>();

    private static final List<Supplier<List<Effect>>> KINDS = List.of(
            PenaltyEffects::all,
            NoiseEffects::all,
            NormEffects::all,
            RateEffects::all,
            ConstraintEffects::all,
            ImageEffects::all,
            StepEffects::all,
            TaskEffects::all,
            LayerEffects::all);

    static {
        because(
                "a layer: its formula says all that it does",
                "Dense",
                "Conv1D",
                "Conv2D",
                "Conv2DTranspose",
                "DepthwiseConv2D",
                "SeparableConv2D",
                "Embedding",
                "Lstm",
                "Gru",
                "Bidirectional",
                "MultiHeadAttention",
                "Attention",
                "AdditiveAttention",
                "TransformerBlock",
                "PositionEmbedding");
        because(
                "it makes one number, or one row, of many",
                "GlobalAvgPool1D",
                "GlobalAvgPool2D",
                "GlobalMaxPool1D",
                "GlobalMaxPool2D");
        because("as its sister for images, along one axis", "AvgPool1D", "MaxPool1D");
        because("it moves values and changes none", "Flatten", "Reshape", "Permute");
        because(
                "it says how layers hang together, which the summary draws",
                "From",
                "Add",
                "Concat",
                "Multiply",
                "Dot",
                "Block",
                "Repeat",
                "SharesWeightsOf");
        because("it says what a network is for, or what goes in", "Network", "Input", "BinaryClassifier", "Regressor");
        because(
                "it says what a column of a table is",
                "Features",
                "Numeric",
                "Categorical",
                "Label",
                "RowWeight",
                "Ignored",
                "Column");
        because("it changes how numbers are stored, by amounts that no drawing shows", "MixedPrecision");
        because("it speaks to the compiler", "AcceptAdvice", "DecayGroups", "Neutral", "Range", "Regularises");
    }

    private Catalogue() {}

    private static void because(String reason, String... annotations) {
        Stream.of(annotations).forEach(annotation -> WITHOUT_PICTURE.put(annotation, reason));
    }

    /** All pictures, by name. The networks are trained meanwhile. */
    static List<Effect> effects() {
        return KINDS.stream()
                .flatMap(kind -> kind.get().stream())
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }
}
