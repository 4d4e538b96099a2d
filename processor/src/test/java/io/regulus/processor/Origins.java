package io.regulus.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The processor under a compiler that takes down, as Gradle does, what each file is said to stem from. */
final class Origins extends AbstractProcessor {
    private final RegulusProcessor processor = new RegulusProcessor();
    private final Map<String, List<String>> byFile = new TreeMap<>();

    /** By name of the file the names of what it stems from. */
    Map<String, List<String>> byFile() {
        return byFile;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        Filer filer = as(Filer.class, (method, arguments) -> {
            if (method.getName().startsWith("create")) {
                Element[] origins = (Element[]) arguments[arguments.length - 1];
                byFile.put(
                        arguments[0].toString(),
                        Arrays.stream(origins).map(Object::toString).toList());
            }
            return forward(environment.getFiler(), method, arguments);
        });
        processor.init(as(
                ProcessingEnvironment.class,
                (method, arguments) ->
                        method.getName().equals("getFiler") ? filer : forward(environment, method, arguments)));
    }

    /** What a call gives. */
    private interface Call {
        Object result(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T as(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Origins.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.result(method, arguments)));
    }

    private static Object forward(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }
}
