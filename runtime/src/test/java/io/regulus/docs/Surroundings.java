package io.regulus.docs;

import io.regulus.testing.docs.Block;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What single examples need beyond what is given to all: statements before and after them, and an excuse for those that cannot run. */
final class Surroundings {
    /**
     * Statements around an example.
     *
     * @param page of the example
     * @param part of its text, which no other example of the page has
     * @param before what makes what it needs
     * @param after what uses what it makes, closes it and looks at it
     */
    private record Around(String page, String part, String before, String after) {
        boolean isOf(Block block) {
            return block.page().equals(page) && block.text().contains(part);
        }
    }

    /** An example that cannot be run, and why. */
    private record Excuse(String page, String part, String reason) {
        boolean isOf(Block block) {
            return block.page().equals(page) && block.text().contains(part);
        }
    }

    /**
     * What an example prints as it is shown beside it.
     *
     * @param text as shown and as printed
     */
    record Shown(String page, String part, String text) {
        Block example(List<Block> examples) {
            return examples.stream()
                    .filter(block -> block.page().equals(page) && block.text().contains(part))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(page + " has no example with " + part));
        }
    }

    private static final String GUIDE = "docs/guide.md";
    private static final String DATA = "docs/data.md";
    private static final String EXPLAINING = "docs/explaining.md";

    /** For examples that train many networks. */
    private static final String FEW = "Dataset train = rows(20), validation = rows(10), test = rows(10);";

    private static final List<Excuse> NOT_RUN = List.of(new Excuse(GUIDE, "withDevice(Device.GPU)", "needs a GPU"));

    static final List<Shown> SHOWN = List.of(
            new Shown(DATA, "bad::add", "houses.csv, line 292, column 'total_bedrooms': is empty"),
            new Shown(EXPLAINING, "SharedRows.of", "12 of 2000 rows"),
            new Shown(EXPLAINING, "regulariser.off()", "@Dropout(p = 0.5) of head {head.dropout=0.0}"));

    private static final List<Around> AROUND = List.of(
            new Around(GUIDE, "dial.fit(readings", "dial = DialModel.create();", ""),
            new Around(
                    GUIDE, "load(Pricing_HouseRows.schema())", "file(\"houses-of-records.csv\", \"houses.csv\");", ""),
            new Around(GUIDE, "Dataset flowers = CsvFiles", "file(\"houses-with-towns.csv\", \"houses.csv\");", ""),
            new Around(
                    GUIDE,
                    "Scaler scaler = Scaler.of(train)",
                    """
                    Dataset train = Dataset.of(floats(20, 3), floats(1, 20)[0]);
                    Dataset test = Dataset.of(floats(5, 3), floats(1, 5)[0]);
                    """,
                    "require(scaledTrain.size() == 20 && scaledTest.rowLength() == 3);"),
            new Around(GUIDE, "train.withRowWeights(numbers)", "numbers = ones(train.size());", ""),
            new Around(GUIDE, "all.range(1000, 2000)", "all = rows(2000); labels = new int[2000];", ""),
            new Around(GUIDE, "Fit halved", "", "model.fit(train, halved);"),
            // the end of the pruning lies within the fit
            new Around(
                    GUIDE,
                    "Fit watched",
                    "try (PlainModel model = PlainModel.create()) {",
                    "  model.fit(rows(40 * 32), watched);\n}"),
            new Around(
                    GUIDE,
                    "Fit pruned",
                    "try (PlainModel model = PlainModel.create()) {\n  Dataset train = rows(200 * 32);",
                    "  require(model.sparsity().toString().contains(\"80\"));\n}"),
            new Around(GUIDE, "Ensemble.load(", FEW, "loaded.close();"),
            new Around(GUIDE, "Fit taught", "base = FashionNetModel.create();", """
                    try (PupilModel pupil = PupilModel.create()) {
                      pupil.fit(train, taught);
                      pupil.fit(told, Fit.epochs(1));
                    }
                    base.close();
                    """),
            new Around(
                    GUIDE,
                    "Weights from = base.weights()",
                    "base = BaseModel.create(); tuned = TunedModel.create();",
                    "require(java.util.Arrays.equals(tuned.weights().get(\"body/first/kernel\"), from.get(\"body/first/kernel\")));"),
            new Around(DATA, "drop(\"id\", \"town\")", "file(\"houses-with-towns.csv\", \"houses.csv\");", ""),
            new Around(DATA, "bad::add", "file(\"houses-with-gaps.csv\", \"houses.csv\");", ""),
            new Around(DATA, "shuffled(1).stream(), Fit", "try (PhotosModel model = PhotosModel.create()) {", "}"),
            new Around(DATA, "Splitter.grouped(patients", "all = rows(20); patients = classes(20);", ""),
            new Around(DATA, "stream.skip(10_000)", "try (PlainModel model = PlainModel.create()) {", "}"),
            new Around(
                    DATA,
                    "DataStream weighted",
                    "",
                    "require(weighted.take(10).toDataset().rowWeights().isPresent() && parts.toDataset().size() == 40);"),
            new Around(
                    "docs/checkpoints.md",
                    "keepBest(",
                    "",
                    "model.fit(train, Fit.epochs(4).callback(new GoodEnough(100)));"),
            new Around("docs/interchange.md", "WeightMapping mapping", """
                    pytorch("pytorch.safetensors", "features.0.weight 32 1 3 3", "features.1.weight 32", "features.1.bias 32",
                        "features.1.running_mean 32", "features.1.running_var 32", "features.4.weight 64 32 3 3", "features.5.weight 64",
                        "features.5.bias 64", "features.5.running_mean 64", "features.5.running_var 64", "head.weight 128 1600",
                        "head.bias 128", "logits.weight 10 128", "logits.bias 10");
                    """, ""),
            new Around("docs/migrating.md", "WeightMapping torch", "", """
                    pytorch("net.safetensors", "block.weight 32 1 3 3", "norm.weight 32", "norm.bias 32", "norm.running_mean 32",
                        "norm.running_var 32", "head.weight 128 5408", "head.bias 128", "logits.weight 10 128", "logits.bias 10");
                    try (FromPyTorchModel net = FromPyTorchModel.create()) {
                      net.importWeights(Path.of("net.safetensors"), torch);
                    }
                    """),
            new Around("docs/serving.md", "FashionNetModel served", "model.save(Path.of(\"fashion-net\"));", ""),
            new Around("docs/serving.md", "PricingModel served", """
                    try (PricingModel prices = PricingModel.create()) {
                      prices.fit(houses(20), Fit.epochs(1));
                      prices.save(Path.of("prices"));
                    }
                    """, ""),
            new Around(
                    "docs/serving.md",
                    "rows.toArray(byte[][]::new)",
                    "",
                    "require(bytes.predict(new byte[784]).length == 10);\nbytes.close();"),
            new Around(EXPLAINING, "Ablation.of(", FEW, ""),
            new Around(EXPLAINING, "SharedRows.of", "Dataset validation = sharing(train, 12, 2000);", ""));

    private Surroundings() {}

    static Optional<String> notRun(Block block) {
        return NOT_RUN.stream()
                .filter(excuse -> excuse.isOf(block))
                .map(Excuse::reason)
                .findFirst();
    }

    static String before(Block block) {
        return around(block).map(Around::before).orElse("");
    }

    static String after(Block block) {
        return around(block).map(Around::after).orElse("");
    }

    private static Optional<Around> around(Block block) {
        return AROUND.stream().filter(around -> around.isOf(block)).findFirst();
    }

    /** For each entry the examples that it is about: one, unless it is no longer needed or says too little. */
    static Map<String, List<Block>> found(List<Block> examples) {
        Map<String, List<Block>> found = new LinkedHashMap<>();
        AROUND.forEach(around -> found.put(
                around.page() + ", around: " + around.part(),
                examples.stream().filter(around::isOf).toList()));
        NOT_RUN.forEach(excuse -> found.put(
                excuse.page() + ", not run: " + excuse.part(),
                examples.stream().filter(excuse::isOf).toList()));
        return found;
    }
}
