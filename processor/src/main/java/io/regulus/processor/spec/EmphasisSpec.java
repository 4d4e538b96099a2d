package io.regulus.processor.spec;

/** What makes some rows count more than others in the loss of a classifier, as written on the class or on an output. */
public sealed interface EmphasisSpec extends PolicySpec permits EmphasisSpec.ClassWeights, EmphasisSpec.Focal {
    /** {@code @ClassWeights}; its numbers are called {@code class0}, {@code class1} and so on. */
    record ClassWeights(Usage usage) implements EmphasisSpec {
        /** More are data and no numbers of a class: a record of them would have too many components for Java. */
        public static final int MOST = 100;

        /** How many weights there are. */
        public int count() {
            return usage.numbers().size();
        }
    }

    /** {@code @FocalLoss}. */
    record Focal(Usage usage) implements EmphasisSpec {}
}
