"""What a case is, and how its model class is printed as Java."""

from dataclasses import dataclass

import annotations as a

STEPS = 25
INDENT = " " * 4  # the Java source is printed as the project's formatter leaves it

_TASKS = (a.Classifier, a.BinaryClassifier, a.Regressor)
_OPTIMIZERS = (a.Sgd, a.Adam, a.AdamW, a.RmsProp, a.Lion, a.Lamb, a.Nadam, a.Adagrad)
_PENALTIES = (a.L1, a.L2, a.ElasticNet)


class Annotated:
    """Something that carries annotations."""

    def find(self, *kinds):
        """The first annotation of one of the kinds, or None."""
        return next((one for one in self.annotations if isinstance(one, kinds)), None)

    @property
    def penalty(self):
        return self.find(*_PENALTIES)


class Field(Annotated):
    def __init__(self, name, *annotations):
        self.name = name
        self.annotations = annotations


@dataclass
class Case(Annotated):
    """A model class, and the seed its data and initial values are drawn from."""

    name: str
    annotations: tuple
    fields: list
    batch_sizes: tuple = (16,) * STEPS
    seed: int = 1

    @property
    def task(self):
        return self.find(*_TASKS)

    @property
    def optimizer(self):
        return self.find(*_OPTIMIZERS)

    @property
    def input(self):
        return self.find(a.Network).input

    @property
    def class_name(self):
        return "".join(word.capitalize() for word in self.name.split("_"))

    def java(self):
        """The model class as Java source."""
        lines = [one.java() for one in self.annotations]
        lines.append(f"abstract static class {self.class_name} {{")
        for index, field in enumerate(self.fields):
            lines += [""] if index else []
            lines += [INDENT + line for one in field.annotations for line in self._java(one).split("\n")]
            lines.append(f"{INDENT}Layer {field.name};")
        return "\n".join(lines + ["}"])

    def _java(self, annotation):
        simple = type(annotation).__name__
        shadowed = simple == self.class_name  # inside a class Concat, @Concat would be that class
        return annotation.java("io.regulus.annotations." + simple if shadowed else simple)


def java_holder(cases, script):
    """The Java test source with every model class of the cases."""
    types, constants = {"Layer"}, set()
    for case in cases:
        for annotated in [case, *case.fields]:
            for one in annotated.annotations:
                if type(one).__name__ != case.class_name:
                    types.add(type(one).__name__)
                for element in one.written.values():
                    if isinstance(element, a.ActivationFunction):
                        constants.add(element.name)
                    elif isinstance(element, a.Enum):
                        types.add(type(element).__name__)
    imports = [f"import static io.regulus.annotations.ActivationFunction.{name};" for name in sorted(constants)]
    imports += [""] + [f"import io.regulus.annotations.{name};" for name in sorted(types)]
    body = "\n\n".join(case.java() for case in cases)
    indented = "\n".join(INDENT + line if line else line for line in body.split("\n"))
    return f"""package io.regulus.parity;

{chr(10).join(imports)}

/**
 * The model classes of the parity fixtures, one per file in {{@code src/test/resources/parity}}. Written by
 * {{@code src/test/python/{script}}} from the definitions that the reference itself is computed from:
 * change those.
 */
final class ParityModels {{
{INDENT}private ParityModels() {{}}

{indented}
}}
"""
