package io.regulus.tune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a trial is to train.
 *
 * @param number of its trial, from 1
 * @param model simple name of the annotated class's model, {@code FashionNetModel}
 * @param numbers the hyperparameters that are searched, by name
 * @param epochs passes over the training rows
 */
record Proposal(int number, String model, Map<String, Double> numbers, int epochs) {
    Proposal {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
}
