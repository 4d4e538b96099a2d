package io.regulus.processor.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * The catalogue of everything the processor can say. Each entry has a section in docs/errors.md and a fixture that fails
 * with it. Messages read: the thing as written, the rule, the cure. Ids are never reused; advice starts at RG100.
 */
public enum Code {
    // The class
    NOT_A_CLASS(
            "RG001",
            "not a class",
            "@Network on the %s %s: a model is a class or an interface with its layers as fields. Declare it as an abstract class."),
    GENERIC_CLASS(
            "RG002",
            "model with type parameters",
            "%s<%s>: a model has no type parameters, because everything about it is known at compile time. Remove <%s>."),
    PRIVATE_CLASS(
            "RG003",
            "private model",
            "%s: neither a model nor a class around it may be private, because generated classes of the same package refer to it. Remove 'private'."),
    INNER_CLASS(
            "RG004",
            "inner class",
            "%s: an inner class belongs to an object of the class around it, and a model has no objects. Make it static."),
    INHERITED_LAYERS(
            "RG005",
            "inherited layers",
            "%s: the layer %s stands in a supertype, and layers are read from the model class alone. Declare it in %s."),
    NO_LAYERS(
            "RG006",
            "no layers",
            "%s: a model has at least one layer. Declare a field such as @Dense(units = 10) Layer logits."),
    GENERATED_TYPE_EXISTS(
            "RG007",
            "generated type exists already",
            "%s: the type %s would be generated, but a type of this name is in the package already. Rename one of the two."),
    MISPLACED_ANNOTATION(
            "RG008",
            "annotation outside a model",
            "@%s: %s has no @Network, so nothing is generated for it. Put @Network on %s, or remove the annotation."),
    GENERATED_NAMES_MEET(
            "RG009",
            "two models with the same generated names",
            "%s: its generated types would be named %sModel and so on, and those of %s are named so already. Rename one of the two."),

    // Input and numbers
    NO_INPUT(
            "RG010",
            "no input",
            "%s: the shape of the input is missing. Write @Network(input = {28, 28, 1}), or declare a field such as @Input(shape = {28, 28, 1}) Layer image."),
    // RG011 was for several inputs, which a network may have
    OUT_OF_RANGE("RG012", "number out of range", "%s: %s must be in %s. %s"),
    INPUT_RANK(
            "RG013",
            "shape of the input",
            "%s: one row is {features}, {steps, features} or {height, width, channels}, and this has %s dimensions. Leave out the batch, and flatten what is none of them."),
    INPUT_IS_LAYER(
            "RG014",
            "layer annotation on the input",
            "%s: '%s' is the input, and an input does nothing else. Move the annotation to a field of its own below."),
    ROW_TOO_LARGE(
            "RG015",
            "row too large",
            "%s: one row would have %s values, more than the %s of an array. Make a dimension smaller."),
    WINDOW_NUMBERS(
            "RG016",
            "one or two numbers for a window",
            "%s: %s takes one number for both directions, or two for height and width; here are %s. Write %s."),
    STRIDES_AND_DILATION(
            "RG017",
            "strides beside dilation",
            "%s: strides = %s and dilation = %s exclude each other: a convolution has either above 1. Leave one of the two at 1."),
    NEEDS_IDS(
            "RG018",
            "embedding without ids",
            "%s: it looks up ids, whole numbers straight from an input, and %s. Declare an input such as @Input(shape = {32}, type = INT32) Layer words, and read that."),
    UNREAD_INPUT("RG019", "input that nobody reads", "%s: no layer reads the input '%s'. %s"),

    // Task and optimizer
    NO_TASK(
            "RG020",
            "no task",
            "%s: a network needs a task, which gives it its loss. Write @Classifier(classes = 10), @BinaryClassifier or @Regressor on the class, or on each output of several."),
    SEVERAL_TASKS(
            "RG021",
            "several tasks",
            "%s: an output has one task, and %s gives it already. Remove %s. For several outputs write each task on its field."),
    NO_OPTIMIZER(
            "RG022",
            "no optimizer",
            "%s: a network needs an optimizer. Write one such as @Adam, @AdamW or @Sgd on the class."),
    SEVERAL_OPTIMIZERS(
            "RG023", "several optimizers", "%s: a network has one optimizer, and %s gives it already. Remove %s."),

    SEVERAL_POLICIES(
            "RG024",
            "two of what there is one of",
            "%s: a network has one %s, and %s is it already. Remove one of the two."),
    OUTPUT_WITHOUT_TASK(
            "RG025",
            "output without task",
            "Layer %s: no layer reads it, so it is an output, and tasks stand on the outputs here. Write one such as @Regressor on it, name it in the @From of a layer, or remove it."),
    TASKS_ON_BOTH(
            "RG026",
            "tasks on the class and on a field",
            "%s: '%s' has a task of its own, and %s on the class is that of a network with one output. Write every task on the field of its output, or keep the one of the class."),
    DATA_SHAPE("RG027", "technique that does not fit the input", "%s: %s. %s"),
    DATA_PLACE("RG028", "technique that is not on its input", "%s: %s. %s"),
    EMPHASIS("RG029", "emphasis without its classes", "%s: %s. %s"),

    // Fields
    NOT_A_LAYER(
            "RG030",
            "field that is no Layer",
            "%s %s: annotations of Regulus belong on fields of type Layer. Declare it as Layer %s, with io.regulus.annotations.Layer imported."),
    NOTHING_TO_DO(
            "RG031",
            "layer without operation",
            "Layer %s: no annotation says what the layer does. Write one such as @Dense(units = 10) or @Activation(RELU), or remove the field."),
    SLOT_TAKEN(
            "RG032",
            "two operations of one kind",
            "%s: a field has one %s, and %s is it already. Move %s to a field of its own below."),
    ACTIVATION_TWICE(
            "RG033",
            "activation written twice",
            "%s: the activation of '%s' is written in %s already. Remove one of the two."),
    WITHOUT_EFFECT("RG034", "setting without effect", "%s: %s. %s"),
    DIRECTIONS_OF_NOTHING(
            "RG035",
            "both directions of nothing",
            "%s: it makes an @Lstm or @Gru of its field go in both directions, and '%s' has none. Add one, or remove @Bidirectional."),
    RESERVED_NAME(
            "RG036", "name of generated code", "Layer %s: generated code uses the name '%s' itself. Rename the field."),
    NAMES_CLASH(
            "RG037",
            "names that differ by capitals only",
            "Layer %s: its generated type %s and that of the field '%s' differ by no more than capitals, which not every file system tells apart. Rename one of the two."),
    KEYWORD_NAME(
            "RG038",
            "name that Java does not call",
            "Layer %s: generated code calls a method of this name, and Java reads '%s(...)' as a statement of its own. Rename the field."),
    DOLLAR_NAME("RG039", "'$' in a name", "Layer %s: '$' is for names made by compilers. Rename the field."),

    // Penalties and decay
    PENALTY_ON_NOTHING("RG040", "penalty on nothing", "%s: %s, so there is nothing to penalise. %s"),
    PENALTIES_CONFLICT("RG041", "penalty beside what excludes it", "%s: it stands beside %s, and %s"),
    EXCLUDE_NOTHING(
            "RG042",
            "nothing to exclude from decay",
            "@ExcludeFromDecay: %s has no trained parameter, so there is nothing to exclude. Remove it."),
    EXCLUDE_AND_PENALTY(
            "RG043",
            "excluded and penalised",
            "%s: the same %s is under @ExcludeFromDecay, which takes it out of every penalty. Remove one of the two."),
    PATTERN_FITS_NOTHING("RG044", "pattern without parameter", "%s: '%s' fits no trained parameter. %s"),
    NORM_GROUPS("RG045", "norm that does not fit the shape", "%s: %s: %s. %s"),
    ALL_FROZEN(
            "RG046",
            "nothing left to train",
            "@Freeze: every layer with weights is frozen, so there is nothing to train. Remove it from at least one."),
    CONSTRAINT_TARGET("RG047", "constraint on what it cannot hold", "%s: %s. %s."),
    GROUP_WITHOUT_DECAY(
            "RG048",
            "decay group without decoupled decay",
            "%s: @%s has no decoupled decay. Take @AdamW, @Lion, @Lamb or @Sgd, or remove the group."),
    CONSTRAINTS_CONFLICT(
            "RG049",
            "constraints that exclude each other",
            "%s: %s falls on the same parameters, and only one of the two can hold. Remove one, or give them another 'on'."),

    // Wiring
    UNKNOWN_FIELD("RG050", "unknown field", "%s: there is no layer '%s'. %s"),
    READS_ITSELF(
            "RG051",
            "layer that reads itself",
            "%s: '%s' cannot be its own input. Name the layer it follows, or remove @From to take the one above."),
    FROM_NOTHING(
            "RG052",
            "@From without a name",
            "%s: it names no layer. Name the one this layer follows, or remove @From to take the one above."),
    FROM_TWICE(
            "RG053",
            "layer named twice",
            "%s: '%s' is named twice. Remove one; to double a value, scale it in a layer."),
    CYCLE("RG054", "cycle", "%s: the layers read each other in a circle: %s. Take one of them out of a @From."),
    NO_MERGE(
            "RG055",
            "several inputs without a merge",
            "%s: '%s' gets %s inputs and nothing says how they become one. Add @Add, @Concat, @Multiply or @Dot."),
    NOTHING_TO_MERGE(
            "RG056",
            "merge of fewer than two",
            "%s: a merge needs two inputs or more, and '%s' has %s. Name them, as in @From({\"left\", \"right\"})."),
    MERGE_SHAPES(
            "RG057",
            "shapes that do not merge",
            "%s: %s, and here are %s and %s. The one comes by %s, the other by %s. %s"),
    NOBODY_READS(
            "RG058",
            "layer that nobody reads",
            "Layer %s: no layer reads it, and the output is '%s'. Name it in the @From of a layer, or remove it."),
    TOO_MANY_TO_MERGE(
            "RG059",
            "merge of more than it takes",
            "%s: it merges %s inputs, and '%s' has %s. Merge those that belong together in a field of its own, and name that."),

    // Shapes
    NEEDS_IMAGE("RG060", "image needed", "%s: it needs an image [height, width, channels] and gets %s: %s. %s"),
    WINDOW_TOO_LARGE(
            "RG061",
            "window larger than its input",
            "%s: a window of %s does not fit into %s: %s. Write padding = SAME, take a smaller window, or pool less before."),
    OUTPUT_SHAPE("RG062", "output does not fit the task", "%s needs %s as output, and '%s' gives %s: %s. %s"),
    TOO_MANY_PARAMETERS(
            "RG063",
            "too many parameters",
            "%s: its kernel would have %s values, more than the %s of a variable that can be saved: %s. Make the layer smaller, or pool before it."),
    NEEDS_SEQUENCE("RG064", "sequence needed", "%s: it needs a sequence [steps, features] and gets %s: %s. %s"),
    RESHAPE_SIZE("RG065", "shape that a reshape cannot give", "%s: %s: %s. %s"),
    AXES("RG066", "axes that do not fit", "%s: %s: %s. %s"),
    IDS_SHAPE(
            "RG067", "shape of ids", "%s: ids come in a row, {steps}, and the input '%s' is %s. Feed them as one row."),

    OUTPUT_PADDING("RG068", "output padding that cannot be", "%s: %s: %s. %s"),
    ATTENTION_INPUTS(
            "RG069", "inputs of an attention", "%s: '%s' gets %s inputs, and attention reads one sequence, or %s. %s"),

    // Advice codes, options
    UNKNOWN_ADVICE("RG070", "unknown advice", "%s: '%s' is no advice that can be accepted. %s"),
    OPTION_VALUE("RG071", "unknown value of an option", "-A%s=%s: there is no such value. %s"),
    UNKNOWN_OPTION("RG072", "unknown option", "-A%s: there is no such option. %s"),

    // Blocks and shared weights
    BLOCK_FIELD("RG073", "field of a block", "%s: '%s' cannot be so, %s. %s"),
    BLOCK_CLASS("RG074", "class that is no block", "@Block %s: %s. %s"),
    BLOCK_CYCLE(
            "RG075",
            "blocks in a circle",
            "@Block %s: it contains itself, %s, and would have no end. Take one of these fields out."),
    BLOCK_INPUT(
            "RG076",
            "input in a block",
            "%s: the input of the block %s is what the field that uses it reads, and is named 'input' in the block. Remove the field, and write @From(\"input\") where the input is meant."),
    SHARED_WEIGHTS("RG077", "weights that cannot be shared", "%s: %s. %s"),
    SHARED_SHAPES(
            "RG078",
            "shared weights that do not fit",
            "%s: %s of '%s' was made for %s and gets %s in '%s': %s. Give both the same shape, or weights of their own."),

    // The compiler, and what is trained when
    UNRESOLVED(
            "RG080",
            "value that the compiler cannot resolve",
            "%s: the compiler does not know %s, so no code is generated for %s. Its own message names the missing symbol."),
    DECAY_EPOCHS("RG082", "when the rate decays", "%s: %s. Write every = 10, or at = {30, 60}."),
    WARMUP_TOO_LONG(
            "RG083",
            "warm-up longer than the decay",
            "%s: the warm-up takes %s of %s epochs and leaves none for the decay. Shorten it."),
    UNKNOWN_METRIC("RG084", "unknown metric", "%s: nothing called '%s' is reported. %s"),
    // Rows
    FEATURES_CLASS("RG085", "record of features", "%s: %s. %s"),
    COMPONENT_ROLE("RG086", "role of a component", "%s.%s: %s. %s"),
    COMPONENT_TYPE("RG087", "type of a component", "%s: %s.%s is of the type %s, and %s. %s"),
    ROWS("RG088", "rows of a network", "@Network(rows = %s.class): %s. %s"),
    LABEL_AND_TASK("RG089", "label that the task cannot learn", "%s: %s. %s"),

    // The processor itself
    INTERNAL(
            "RG090",
            "error inside Regulus",
            "%s: Regulus itself failed; this is not your mistake. Please report it with this text:\n%s"),
    NOT_WRITTEN(
            "RG091",
            "generated file not written",
            "%s: a generated file could not be written: %s. If another class or processor makes a type of this name, rename this class."),
    NORMS_CROSSED(
            "RG092",
            "least norm above the largest",
            "%s: the least norm, %s, is above the largest, %s. Write max = %s or more."),

    // Advice
    DROPOUT_ON_OUTPUT(
            "RG101",
            "dropout on the output",
            "%s on the output '%s' changes predictions themselves, and in training only. Move it to the layer before."),
    DROPOUT_BEFORE_NORM(
            "RG102",
            "dropout before a batch norm",
            "%s feeds the batch norm of '%s' with no weights between: its statistics differ between training and inference. Move the dropout behind the last batch norm."),
    DROPOUT_ON_IMAGE(
            "RG103",
            "dropout on a feature map",
            "%s drops single pixels of the feature map %s, whose neighbours carry the same information. Write @SpatialDropout, which drops whole channels, or put it after a dense layer."),
    DROPOUT_ON_INPUT(
            "RG104",
            "dropout on raw input",
            "%s drops values of the raw input, which no layer has spread over several units yet. Put it after the first layer."),
    DROPOUT_BEFORE_POOLING(
            "RG105",
            "dropout before pooling",
            "%s stands before the pooling of '%s', which changes what is dropped: a maximum, or a mean over a window, hides single values. Put the dropout after the pooling."),
    STRONG_DROPOUT(
            "RG106",
            "strong dropout",
            "%s drops %s of 100 values; p is the probability of dropping, not of keeping. Usual is 0.1 to 0.5."),
    L2_AND_DECAY(
            "RG107",
            "L2 beside decoupled decay",
            "%s penalises %s, which weightDecay = %s of @%s shrinks already. Keep one: weightDecay = 0, or no L2 penalty there."),
    UNUSUAL_COEFFICIENT(
            "RG108",
            "unusual coefficient",
            "%s: %s = %s is outside the usual 1e-6 to 1e-1. Check whether it is meant; 0 switches it off."),
    ACTIVATION_ON_OUTPUT("RG109", "activation on the output", "%s on the output '%s': %s. Leave the output linear."),
    BIAS_BEFORE_NORM(
            "RG110",
            "bias before a norm",
            "useBias = true in %s: %s behind it takes the mean of each channel away, and with it the bias. Leave useBias out."),
    SELU_INITIALIZER(
            "RG111",
            "SELU without LeCun's initializer",
            "SELU on '%s' keeps mean and variance only with kernelInitializer = LECUN_NORMAL, and it is %s. Write kernelInitializer = LECUN_NORMAL."),
    LINEAR_LAYERS(
            "RG112",
            "two linear layers in a row",
            "%s of '%s' has no activation and feeds the weights of '%s' directly: together they are one linear layer. %s"),
    SMALL_MIXED_PRECISION(
            "RG113",
            "mixed precision on a small network",
            "%1$s brings nothing on a network this small: it has no convolution, and no other kernel has %2$s inputs and %2$s outputs or more. Remove it."),
    DROP_PATH_WITHOUT_ADD(
            "RG114",
            "drop path without a shortcut",
            "%s drops the whole output of '%s' for a row, and no @Add has a shortcut to carry the row on. Name '%s' in the @From of an @Add, or write @Dropout."),
    SPATIAL_DROPOUT_ON_ROW(
            "RG115",
            "spatial dropout on a flat row",
            "%s drops whole channels of images and sequences; in a flat row %s every value is a channel of its own, and it is dropout. Write @Dropout, or put it before what flattens."),
    WEIGHT_NORM_BEFORE_NORM(
            "RG116",
            "weight norm before a batch norm",
            "%s: %s behind it divides each channel by its deviation, whatever length the kernel was given. Keep one of the two."),
    NORM_AFTER_RECURRENT(
            "RG118",
            "batch norm after a recurrent layer",
            "%s takes its statistics over the rows and steps of '%s', whose states drift from step to step. Leave it out, or use a norm within each row."),
    MASK_UNUSED(
            "RG121",
            "mask that nothing uses",
            "maskZero = true in %s: no layer that the mask reaches leaves steps out, so padding counts like any word. Remove it, or put a layer that knows of masks behind."),
    MASK_LOST(
            "RG122",
            "mask that ends at a merge",
            "%s: the padding of '%s' is known in '%s' but not in '%s', so nothing behind '%s' leaves it out. Give both the same mask, or merge behind the layer that uses it."),
    CAUSAL_CROSS_ATTENTION(
            "RG123",
            "causal cross attention",
            "causal = true in %s: step t of '%s' sees the steps of '%s' up to its own number, which says something only where the steps of both run side by side. Leave causal out."),
    ATTENTION_WITHOUT_POSITIONS(
            "RG124",
            "attention that does not know the order",
            "%s: nothing before '%s' tells its steps apart, and attention sees them as a set. Write @PositionalEncoding or @PositionEmbedding on the layer before it."),
    DECAY_OF_UNIT_NORM(
            "RG125",
            "shrinking of weights of norm 1",
            "%s shrinks %s, and %s brings it back to norm 1 in the same step. Exclude the layer from the penalty and the decay."),
    UNTRAINED_OUTPUT(
            "RG128",
            "output that counts nothing",
            "%s: with lossWeight = 0 the output '%s' is reported and not trained for. Write how much its loss is to count."),
    STRONG_MIXING(
            "RG130",
            "mixing that leaves no row alone",
            "%s: with alpha = %s nearly every row is half of one and half of another, and the network underfits. Usual is 0.1 to 0.4."),
    LARGE_CUTOUT(
            "RG131",
            "cutout of most of the image",
            "%s blanks up to %s of 100 pixels of the input %s. Usual is a side of a half: a quarter of the pixels."),
    STOP_BEFORE_REDUCTION(
            "RG134",
            "early stopping before the rate is lowered",
            "%s stops after %s epochs without improvement, and @ReduceOnPlateau lowers the rate after %s: the lower rate never gets a chance. Write a patience above %s."),
    CYCLE_CUT_SHORT(
            "RG135",
            "early stopping cuts the cycle short",
            "%s may stop before %s has brought the rate down, and it is there that the result is earned. Remove one of the two."),
    NOTHING_TO_DROP(
            "RG136",
            "two runs that are the same",
            "%s runs the layers twice, and nothing in them is drawn anew: both runs give the same. Add a @Dropout, or remove it."),
    ALPHA_DROPOUT_WITHOUT_SELU(
            "RG137",
            "alpha dropout without SELU",
            "%s sets values to the limit of SELU, and what '%s' drops does not come from SELU: mean and variance do not stay. Write activation = SELU there, or @Dropout.");

    private final String id;
    private final String title;
    private final String template;

    Code(String id, String title, String template) {
        this.id = id;
        this.title = title;
        this.template = template;
    }

    /** The advice with this id. */
    public static Optional<Code> advice(String id) {
        return Arrays.stream(values())
                .filter(code -> code.severity() == Severity.ADVICE && code.id.equals(id))
                .findFirst();
    }

    /** What is printed and accepted: {@code RG012}. */
    public String id() {
        return id;
    }

    /** A few words, the heading of its section in the docs. */
    public String title() {
        return title;
    }

    /** How bad it is. */
    public Severity severity() {
        return id.compareTo("RG100") < 0 ? Severity.ERROR : Severity.ADVICE;
    }

    /** The message with its details. */
    String text(Object... details) {
        return template.formatted(details);
    }
}
