package io.regulus.model;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.regulus.engine.Engine;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.SavedModelExport;
import io.regulus.engine.TargetPort;
import io.regulus.save.LibraryVersion;
import java.util.List;
import java.util.Map;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/** What goes with a SavedModel as JSON: which model it is, and what goes in and comes out. */
final class ExportMetadata {
    static final String FILE_NAME = "regulus.json";

    private ExportMetadata() {}

    /** The file's text; its members in this order, those of maps in that of their names. */
    static String json(Engine engine, Map<String, String> attachments) {
        NetworkPlan plan = engine.plan();
        JsonObject json = new JsonObject();
        json.addProperty("format", 1);
        json.addProperty("model", plan.name());
        json.addProperty("regulus", LibraryVersion.get());
        json.addProperty("seed", engine.state().seed());
        json.addProperty("steps", engine.state().step());
        JsonObject numbers = new JsonObject();
        plan.hyperparameters().forEach(numbers::addProperty);
        json.add("hyperparameters", numbers);
        JsonArray inputs = new JsonArray();
        plan.inputs().forEach(input -> inputs.add(input(plan, input)));
        json.add("inputs", inputs);
        JsonArray outputs = new JsonArray();
        for (int i = 0; i < plan.outputs().size(); i++) {
            outputs.add(
                    output(SavedModelExport.outputName(plan, i), plan.outputs().get(i)));
        }
        json.add("outputs", outputs);
        JsonObject texts = new JsonObject();
        attachments.forEach(texts::addProperty);
        json.add("attachments", texts);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json)
                + "\n";
    }

    private static JsonObject input(NetworkPlan plan, InputPort<?> input) {
        JsonObject json = port(SavedModelExport.inputName(plan, input.name()), type(input.type()), input.row());
        input.vocabulary().ifPresent(ids -> json.addProperty("vocabulary", ids));
        return json;
    }

    private static JsonObject output(String name, OutputPort output) {
        JsonObject json = port(name, "float32", List.of((long) output.target().outputs()));
        if (output.target() instanceof TargetPort.Classes classes) {
            json.addProperty("classes", classes.classes());
        }
        return json;
    }

    /** One tensor of the signature; its rows are as many as are fed, -1. */
    private static JsonObject port(String name, String type, List<Long> row) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("type", type);
        JsonArray shape = new JsonArray();
        shape.add(-1);
        row.forEach(shape::add);
        json.add("shape", shape);
        return json;
    }

    private static String type(Class<? extends TNumber> type) {
        if (type == TFloat32.class) {
            return "float32";
        }
        return type == TUint8.class ? "uint8" : "int32";
    }
}
