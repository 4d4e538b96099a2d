package io.regulus.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.spec.ModelClass;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What is generated for a class with errors: types of the right names with the members most code uses, so that the compiler
 * reports the error in the class and not every use of what is missing because of it. The compilation fails anyway; nothing
 * of this is ever run.
 */
final class StubEmitter {
    private final GeneratedNames names;

    StubEmitter(ModelClass type) {
        this.names = new GeneratedNames(type);
    }

    List<TypeSpec.Builder> types() {
        return List.of(hyperparameters(), model());
    }

    private TypeSpec.Builder hyperparameters() {
        return TypeSpec.classBuilder(names.hyperparameters())
                .addJavadoc("{@link $T} has errors.\n", names.annotated())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(failing("defaults", names.hyperparameters())
                        .addModifiers(Modifier.STATIC)
                        .build());
    }

    private TypeSpec.Builder model() {
        return TypeSpec.classBuilder(names.model())
                .addJavadoc("{@link $T} has errors.\n", names.annotated())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeNames.MODEL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super(null, null)")
                        .build())
                .addMethod(failing("create", names.model())
                        .addModifiers(Modifier.STATIC)
                        .build())
                .addMethod(failing("create", names.model())
                        .addModifiers(Modifier.STATIC)
                        .addParameter(RuntimeNames.SETTINGS, "settings")
                        .build())
                .addMethod(failing("create", names.model())
                        .addModifiers(Modifier.STATIC)
                        .addParameter(names.hyperparameters(), "hyper")
                        .build())
                .addMethod(failing("create", names.model())
                        .addModifiers(Modifier.STATIC)
                        .addParameter(names.hyperparameters(), "hyper")
                        .addParameter(RuntimeNames.SETTINGS, "settings")
                        .build())
                .addMethod(failing("load", names.model())
                        .addModifiers(Modifier.STATIC)
                        .addParameter(Path.class, "folder")
                        .addParameter(RuntimeNames.SETTINGS, "settings")
                        .build())
                .addMethod(failing("load", names.model())
                        .addModifiers(Modifier.STATIC)
                        .addParameter(Path.class, "folder")
                        .build())
                .addMethod(failing("type", ParameterizedTypeName.get(RuntimeNames.MODEL_TYPE, names.model()))
                        .addModifiers(Modifier.STATIC)
                        .build())
                .addMethod(failing("predict", ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT)))
                        .addParameter(ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT)), "rows")
                        .build());
    }

    private MethodSpec.Builder failing(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned)
                .addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        names.annotated().simpleName() + " has errors");
    }
}
