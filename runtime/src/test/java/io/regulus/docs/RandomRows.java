package io.regulus.docs;

import io.regulus.data.Dataset;
import io.regulus.data.DatasetBuilder;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.rows.LabelColumn;
import io.regulus.rows.RowSchema;
import io.regulus.train.Fit;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Rows that fit a network, of arrays or of its records, drawn with one seed, enough for two steps. */
sealed interface RandomRows {
    int STEPS = 2;
    int BATCH = 4;

    /** Trains for two steps. */
    void fit(Model model) throws ReflectiveOperationException;

    /** What the network sees of them. */
    Dataset encoded(Model model) throws ReflectiveOperationException;

    /** Those of a class. */
    static RandomRows of(Model model, ModelType<?> type) throws ReflectiveOperationException {
        NetworkPlan plan = type.plan(Map.of());
        int rows = STEPS * BATCH * plan.batchesPerStep();
        return type.rows().isPresent()
                ? OfRecords.draw(model, type.rows().get().schema(), rows)
                : OfArrays.draw(plan, rows);
    }

    private static Fit fit() {
        return Fit.epochs(1).batchSize(BATCH).verbose(false);
    }

    /** Of arrays. */
    record OfArrays(Dataset train, Dataset validation) implements RandomRows {
        static OfArrays draw(NetworkPlan plan, int rows) {
            Random random = new Random(1);
            return new OfArrays(data(plan, rows, random), data(plan, rows, random));
        }

        private static Dataset data(NetworkPlan plan, int rows, Random random) {
            DatasetBuilder data = Dataset.builder();
            for (InputPort<?> input : plan.inputs()) {
                if (input.type() == TUint8.class) {
                    byte[][] values = new byte[rows][input.rowLength()];
                    Arrays.stream(values).forEach(random::nextBytes);
                    data.input(input.name(), values);
                } else if (input.type() == TInt32.class) {
                    int ids = input.vocabulary().orElse(10);
                    data.input(
                            input.name(),
                            ints(
                                    rows,
                                    () -> random.ints(input.rowLength(), 0, ids).toArray()));
                } else {
                    data.input(input.name(), floats(rows, input.rowLength(), random));
                }
            }
            for (OutputPort output : plan.outputs()) {
                if (output.target() instanceof TargetPort.Classes classes) {
                    data.labels(
                            output.name(),
                            random.ints(rows, 0, classes.classes()).toArray());
                } else {
                    data.values(output.name(), floats(rows, output.target().outputs(), random));
                }
            }
            Dataset drawn = data.build();
            return plan.distils() ? taught(drawn, plan) : drawn;
        }

        /** With what a teacher would say. */
        private static Dataset taught(Dataset data, NetworkPlan plan) {
            return data.withSoftTargets(plan.outputs().stream()
                    .map(output -> probabilities(data.size(), output.target().outputs()))
                    .toList());
        }

        private static float[][] probabilities(int rows, int classes) {
            float[][] values = new float[rows][classes];
            Arrays.stream(values).forEach(row -> Arrays.fill(row, 1f / classes));
            return values;
        }

        private static int[][] ints(int rows, Supplier<int[]> row) {
            int[][] values = new int[rows][];
            Arrays.setAll(values, i -> row.get());
            return values;
        }

        private static float[][] floats(int rows, int length, Random random) {
            float[][] values = new float[rows][length];
            for (float[] row : values) {
                for (int i = 0; i < length; i++) {
                    row[i] = (float) random.nextGaussian();
                }
            }
            return values;
        }

        @Override
        public void fit(Model model) {
            model.fit(train, RandomRows.fit().validateOn(validation));
        }

        @Override
        public Dataset encoded(Model model) {
            return validation;
        }
    }

    /** Of records, by the methods that are generated for them. */
    record OfRecords(List<Object> train, List<Object> validation) implements RandomRows {
        static OfRecords draw(Model model, RowSchema<?> schema, int rows) throws ReflectiveOperationException {
            Class<?> row = Arrays.stream(model.getClass().getMethods())
                    .filter(method -> method.getName().equals("predict"))
                    .map(method -> method.getParameterTypes()[0])
                    .filter(Class::isRecord)
                    .findFirst()
                    .orElseThrow();
            Set<String> labels = schema.labels().stream().map(LabelColumn::name).collect(Collectors.toSet());
            Random random = new Random(1);
            return new OfRecords(records(row, labels, rows, random), records(row, labels, rows, random));
        }

        private static List<Object> records(Class<?> type, Set<String> labels, int rows, Random random)
                throws ReflectiveOperationException {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            List<Object> records = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                Object[] values = new Object[components.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(components[i].getType(), row, random);
                    // the first row lacks what a row may lack
                    if (row == 0
                            && Number.class.isAssignableFrom(components[i].getType())
                            && !labels.contains(components[i].getName())) {
                        values[i] = null;
                    }
                }
                records.add(constructor.newInstance(values));
            }
            return records;
        }

        /** Every kind of name and truth comes early, so that all are learned. */
        private static Object value(Class<?> type, int row, Random random) {
            if (type == String.class) {
                return List.of("desk", "phone", "page").get(row % 3);
            } else if (type == boolean.class) {
                return row % 2 == 0;
            } else if (type == long.class) {
                return (long) row;
            } else if (type == Integer.class || type == int.class) {
                return random.nextInt(100);
            } else if (type == Float.class || type == float.class) {
                return 1 + random.nextFloat();
            }
            throw new AssertionError("no random value for a component of " + type);
        }

        @Override
        public void fit(Model model) throws ReflectiveOperationException {
            model.getClass()
                    .getMethod("fit", List.class, List.class, Fit.class)
                    .invoke(model, train, validation, RandomRows.fit());
        }

        @Override
        public Dataset encoded(Model model) throws ReflectiveOperationException {
            return (Dataset) model.getClass().getMethod("encode", List.class).invoke(model, validation);
        }
    }
}
