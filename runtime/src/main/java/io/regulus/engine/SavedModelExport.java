package io.regulus.engine;

import io.regulus.ops.Pass;
import io.regulus.ops.Variable;
import io.regulus.ops.Variables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.Restore;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/** Writes the inference pass of a network as a SavedModel: a graph of its own, without the update and the state of training. */
public final class SavedModelExport {
    private static final String MARKER = "saved_model.pb";
    private static final String EXTRA = "assets.extra";

    /** What TensorFlow puts into the folder of a SavedModel; whatever else is there is somebody's. */
    private static final Set<String> ENTRIES = Set.of(MARKER, "variables", "assets", EXTRA, "fingerprint.pb");

    private SavedModelExport() {}

    /**
     * Exports with the signature {@code serving_default}: {@code input} to {@code predictions}; several inputs, and several
     * outputs, have the names of their fields.
     *
     * @param folder made anew; a SavedModel that stands there is replaced
     * @param extras texts for the folder {@code assets.extra}, which TensorFlow carries along and does not look at, by name of the file
     * @throws IllegalArgumentException if the folder holds anything else
     * @throws UncheckedIOException if it cannot be written; what stood there is left then
     */
    public static void write(Engine engine, Path folder, Map<String, String> extras) {
        try {
            Path target = folder.toAbsolutePath();
            requireReplaceable(target);
            Files.createDirectories(target.getParent());
            // not a temporary directory: only its owner could read that, and a server is often another user
            Path written =
                    Files.createDirectory(target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID()));
            try {
                export(engine, engine.plan(), written);
                Path extra = Files.createDirectories(written.resolve(EXTRA));
                for (Map.Entry<String, String> text : extras.entrySet()) {
                    Files.writeString(extra.resolve(text.getKey()), text.getValue());
                }
                replace(target, written);
            } finally {
                delete(written);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot export to " + folder + ": " + failure + "; give a folder that can be written", failure);
        }
    }

    /** What an input is called in the signature: {@code input} where there is one only. */
    public static String inputName(NetworkPlan plan, String input) {
        return plan.inputs().size() == 1 ? InputPort.ONLY : input;
    }

    /** What an output is called in the signature: {@code predictions} where there is one only. */
    public static String outputName(NetworkPlan plan, int output) {
        return plan.outputs().size() == 1
                ? Blueprint.OUTPUT
                : plan.outputs().get(output).name();
    }

    private static void requireReplaceable(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new IllegalArgumentException(target + " is a file; name a folder to export to");
        }
        try (Stream<Path> entries = Files.list(target)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            Stream<String> foreign =
                    names.contains(MARKER) ? names.stream().filter(name -> !ENTRIES.contains(name)) : names.stream();
            foreign.findFirst().ifPresent(name -> {
                throw new IllegalArgumentException(
                        target + " holds " + name
                                + ", which is no part of a SavedModel and would be deleted; move it away, or name a new or empty folder");
            });
        }
    }

    private static void export(Engine engine, NetworkPlan plan, Path folder) throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Variables variables = new Variables(engine.state().seed());
            Ports ports = Ports.declared(tf, plan);
            NetworkPlan.Answers answers = plan.inference(Pass.inference(tf, variables, plan.averaged()), ports.feeds());
            Signature signature = signature(tf, plan, ports, answers.outputs());
            VariableStore store = new VariableStore(tf.withSubScope("variables"), variables);
            addSaver(tf, variables);
            store.write(
                    session,
                    engine.state()
                            .readVariables(
                                    variables.all().stream().map(Variable::name).toList()));
            SavedModelBundle.exporter(folder.toString())
                    .withSession(session)
                    .withSignature(signature)
                    .export();
        }
    }

    private static Signature signature(Ops tf, NetworkPlan plan, Ports ports, List<NetworkPlan.Answer> answers) {
        Signature.Builder signature = Signature.builder("serving_default");
        ports.inputs().forEach((name, input) -> signature.input(inputName(plan, name), input));
        for (int i = 0; i < answers.size(); i++) {
            String name = outputName(plan, i);
            signature.output(
                    name, tf.withName(Blueprint.OUTPUT).identity(answers.get(i).predictions()));
        }
        return signature.build();
    }

    /**
     * Ops by the names that the exporter looks for. Its own, which it makes otherwise, leave resource variables out without a
     * word.
     */
    private static void addSaver(Ops root, Variables variables) {
        Ops tf = root.withSubScope("save");
        List<String> names = new ArrayList<>();
        List<String> slices = new ArrayList<>();
        List<Operand<?>> values = new ArrayList<>();
        List<Class<? extends TType>> types = new ArrayList<>();
        for (Variable<?> variable : variables.all()) {
            names.add(variable.name());
            slices.add("");
            values.add(tf.readVariableOp(Variables.handle(tf, variable), variable.type()));
            types.add(variable.type());
        }
        Placeholder<TString> file = tf.withName("filename")
                .placeholder(TString.class, Placeholder.shape(org.tensorflow.ndarray.Shape.scalar()));
        Operand<TString> nameTensor = tf.array(names.toArray(String[]::new));
        Operand<TString> sliceTensor = tf.array(slices.toArray(String[]::new));
        Op saved = tf.train.save(file, nameTensor, sliceTensor, values);
        tf.withControlDependencies(List.of(file, saved))
                .withName("control_dependency")
                .identity(file);
        Restore restored = tf.train.restore(file, nameTensor, sliceTensor, types);
        List<Op> assigned = new ArrayList<>();
        int i = 0;
        for (Variable<?> variable : variables.all()) {
            assigned.add(tf.assignVariableOp(
                    Variables.handle(tf, variable), restored.tensors().get(i++)));
        }
        tf.withControlDependencies(assigned).withName("restore_all").noOp();
    }

    /** Puts the new folder in the place of the old one; where that fails the old one stays. */
    private static void replace(Path target, Path written) throws IOException {
        if (!Files.exists(target)) {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path old = target.resolveSibling(written.getFileName() + "-old");
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw failure;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
