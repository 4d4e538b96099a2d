package io.regulus.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/** Classes of the runtime, of TensorFlow Java and of the JDK that generated code names. */
final class RuntimeNames {
    static final ClassName PASS = ops("Pass");
    static final ClassName WEIGHT = ops("Weight");
    static final ClassName DROPOUT = ops("Dropout");
    static final ClassName SEQUENCES = ops("Sequences");
    static final ClassName EMBEDDINGS = ops("Embeddings");
    static final ClassName CONVOLUTIONS = ops("Convolutions");
    static final ClassName POSITIONS = ops("Positions");
    static final ClassName BIDIRECTIONAL = ops("Bidirectional");
    static final ClassName POOLING = ops("Pooling");
    static final ClassName ACTIVATIONS = ops("Activations");
    static final ClassName PRODUCTS = ops("Products");
    static final ClassName UP_SAMPLING = ops("UpSampling");
    static final ClassName ATTENTION = ops("Attention");
    static final ClassName INITIALIZERS = ops("Initializers");
    static final ClassName LOSS = ops("Loss");
    static final ClassName LOSSES = ops("Losses");
    static final ClassName AGREEMENT = ops("Agreement");
    static final ClassName DISTILLATION = ops("Distillation");
    static final ClassName PENALTY = ops("Penalty");
    static final ClassName TRAINING_STEP = ops("TrainingStep");
    static final ClassName OPTIMIZER = ops("Optimizer");
    static final ClassName BLUEPRINT = ClassName.get("io.regulus.engine", "Blueprint");
    static final ClassName EPOCH_AVERAGES = ClassName.get("io.regulus.engine", "EpochAverages");
    static final ClassName REGULARISER = ClassName.get("io.regulus.engine", "Regulariser");
    static final ClassName INFERENCE = BLUEPRINT.nestedClass("Inference");
    static final ClassName NETWORK_PLAN = ClassName.get("io.regulus.engine", "NetworkPlan");
    static final ClassName ANSWERS = NETWORK_PLAN.nestedClass("Answers");
    static final ClassName FEEDS = ClassName.get("io.regulus.engine", "Feeds");
    static final ClassName OUTPUT_PORT = ClassName.get("io.regulus.engine", "OutputPort");
    static final ClassName HEAD = ops("Head");
    static final ClassName INPUT_PORT = ClassName.get("io.regulus.engine", "InputPort");
    static final ClassName TARGET_PORT = ClassName.get("io.regulus.engine", "TargetPort");
    static final ClassName PRECISION = ClassName.get("io.regulus.engine", "Precision");
    static final ClassName SETTINGS = ClassName.get("io.regulus.engine", "Settings");
    static final ClassName MODEL = ClassName.get("io.regulus.model", "Model");
    static final ClassName MODEL_TYPE = ClassName.get("io.regulus.model", "ModelType");
    static final ClassName PARAMETER = ClassName.get("io.regulus.model", "Parameter");
    static final ClassName NUMBERS = ClassName.get("io.regulus.model", "Numbers");
    static final ClassName DATA_STREAM = ClassName.get("io.regulus.data", "DataStream");
    static final ClassName DATASET = ClassName.get("io.regulus.data", "Dataset");
    static final ClassName INTERVAL = ClassName.get("io.regulus.annotations", "Interval");

    static final ClassName TF_OPS = ClassName.get("org.tensorflow.op", "Ops");
    static final ClassName FLOAT32 = ClassName.get("org.tensorflow.types", "TFloat32");
    static final ClassName INT32 = ClassName.get("org.tensorflow.types", "TInt32");
    static final ClassName UINT8 = ClassName.get("org.tensorflow.types", "TUint8");
    static final ClassName BOOL = ClassName.get("org.tensorflow.types", "TBool");
    static final TypeName FLOATS = operand(FLOAT32);

    static final ClassName FIT_PLAN = train("FitPlan");
    static final ClassName MONTE_CARLO = train("MonteCarlo");

    static final ClassName ROW_SCHEMA = rows("RowSchema");
    static final ClassName TARGET = rows("Target");
    static final ClassName TYPED_ROWS = ClassName.get("io.regulus.model", "TypedRows");
    static final ClassName ROW_FIELDS = ClassName.get("io.regulus.files", "RowFields");
    static final ClassName FILE_COLUMN = ClassName.get("io.regulus.files", "FileColumn");

    private RuntimeNames() {}

    static ClassName rows(String name) {
        return ClassName.get("io.regulus.rows", name);
    }

    static ClassName train(String name) {
        return ClassName.get("io.regulus.train", name);
    }

    static ClassName ops(String name) {
        return ClassName.get("io.regulus.ops", name);
    }

    static ParameterizedTypeName operand(ClassName type) {
        return ParameterizedTypeName.get(ClassName.get("org.tensorflow", "Operand"), type);
    }
}
