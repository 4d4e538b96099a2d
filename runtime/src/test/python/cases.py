"""The cases. Seeds other than 1 are the first that keep the network away from kinks: see make_parity_fixtures.py --search."""

from annotations import *
from annotations import ActivationFunction as F
from models import STEPS, Case, Field

THREE_CLASSES = Classifier(classes=3)
SGD = Sgd(learningRate=0.1)


def case(name, network, fields, *annotations, **rest):
    return Case(name, (Network(input=network), *annotations), fields, **rest)


def mlp(units=16, outputs=3, activation=F.RELU, norm=(), last=()):
    """Two dense layers; `norm` and `last` are further annotations of the first and the second."""
    hidden = Field("hidden", Dense(units=units, activation=activation), *norm)
    return [hidden, Field("logits", Dense(units=outputs), *last)]


def dense(name, *annotations, task=THREE_CLASSES, seed=1, **network):
    return case(name, (8,), mlp(**network), task, *annotations, seed=seed)


OPTIMIZERS = [
    dense("dense_sgd", SGD),
    dense("dense_momentum", Sgd(learningRate=0.05, momentum=0.9)),
    dense("dense_nesterov", Sgd(learningRate=0.05, momentum=0.9, nesterov=True)),
    dense("dense_sgd_decay", Sgd(learningRate=0.1, weightDecay=0.05)),
    # Epsilons far above the default, so that their place in the formula shows.
    dense("dense_adam", Adam(learningRate=0.01, beta1=0.8, beta2=0.99, epsilon=0.001)),
    dense("dense_adamw", AdamW(learningRate=0.01, weightDecay=0.01), last=[ExcludeFromDecay()]),
    dense("dense_adamw_all", AdamW(learningRate=0.01, weightDecay=0.01, decayOn=On.ALL), norm=[BatchNorm()]),
    dense("dense_rmsprop", RmsProp(learningRate=0.005)),
    dense("dense_rmsprop_momentum", RmsProp(learningRate=0.002, rho=0.95, momentum=0.8, epsilon=0.001), seed=2),
    dense("dense_rmsprop_centered", RmsProp(learningRate=0.005, epsilon=0.001, centered=True)),
    # A beta2 so small that the largest mean of squares is not the last one.
    dense("dense_amsgrad", Adam(learningRate=0.01, beta1=0.8, beta2=0.7, epsilon=0.001, amsgrad=True)),
    dense("dense_lion", Lion(learningRate=0.003, beta1=0.8, beta2=0.95, weightDecay=0.1)),
    # One parameter decays within the step, the others have the norm of Adam's direction alone.
    dense("dense_lamb", Lamb(learningRate=0.01, beta1=0.8, beta2=0.99, epsilon=0.001, weightDecay=0.5), last=[ExcludeFromDecay()]),
    dense("dense_nadam", Nadam(learningRate=0.005, beta1=0.8, beta2=0.99, epsilon=0.001, momentumDecay=0.1)),
    dense("dense_adagrad", Adagrad(learningRate=0.02, initialAccumulator=0.01, epsilon=0.05)),
]

PENALTIES = [
    dense("dense_l2", SGD, L2(0.01)),
    dense("dense_l1", SGD, L1(0.001)),
    dense("dense_elastic", SGD, ElasticNet(l1=0.001, l2=0.01)),
    dense("dense_l2_bias", SGD, L2(value=0.01, on=On.BIAS)),
    dense("dense_l2_all", SGD, L2(value=0.01, on=On.ALL), norm=[BatchNorm()]),
    dense("dense_l1_proximal", SGD, L1(value=0.05, proximal=True)),
    dense("l2_replaced", SGD, L2(0.01), norm=[L1(0.001)]),
]

NORMS = [
    dense("dense_batchnorm", SGD, norm=[BatchNorm()]),
    dense("dense_batchnorm_unbiased", SGD, norm=[BatchNorm(momentum=0.9, epsilon=1e-5, statistics=Statistics.UNBIASED)]),
]

TASKS = [
    dense("dense_smoothing", SGD, task=Classifier(classes=3, labelSmoothing=0.1)),
    dense("binary", SGD, task=BinaryClassifier(), outputs=1),
    dense("binary_smoothing", SGD, task=BinaryClassifier(labelSmoothing=0.1), outputs=1),
    dense("regress_mse", SGD, task=Regressor(), outputs=1, seed=3),
    dense("regress_mae", SGD, task=Regressor(loss=RegressionLoss.MAE), outputs=1),
    dense("regress_huber", SGD, task=Regressor(loss=RegressionLoss.HUBER, delta=0.7), outputs=1),
    dense("regress_multi", SGD, task=Regressor(outputs=3), outputs=3, seed=2),
]

ACTIVATIONS = [
    dense(f"act_{function.name.lower()}", SGD, units=12, activation=function)
    for function in (F.ELU, F.SELU, F.GELU, F.SILU, F.SIGMOID, F.TANH, F.SOFTPLUS)
]
ACTIVATIONS.insert(
    0,
    case(
        "act_leaky_relu",
        (8,),
        [
            Field("hidden", Dense(units=12)),
            Field("leaky", Activation(value=F.LEAKY_RELU, negativeSlope=0.2)),
            Field("logits", Dense(units=3)),
        ],
        THREE_CLASSES,
        SGD,
    ),
)

IMAGES = [
    case(
        "conv",
        (8, 8, 2),
        [
            Field("block", Conv2D(filters=4, kernel=3, activation=F.RELU), MaxPool2D()),
            Field("logits", Dense(units=4)),
        ],
        Classifier(classes=4),
        Adam(learningRate=0.005),
    ),
    # Seven wide, six high: one padded column on both sides, but a padded row at the bottom only; tanh, so that a pooling
    # that pads with zeros shows.
    case(
        "conv_same_stride2",
        (6, 7, 1),
        [
            Field(
                "block",
                Conv2D(filters=4, kernel=3, strides=2, padding=Padding.SAME, activation=F.TANH),
                MaxPool2D(padding=Padding.SAME),
            ),
            Field("logits", Dense(units=3)),
        ],
        THREE_CLASSES,
        SGD,
    ),
    case(
        "conv_batchnorm",
        (6, 6, 1),
        [
            Field(
                "block1",
                Conv2D(filters=4, kernel=3, padding=Padding.SAME, activation=F.RELU),
                BatchNorm(),
                MaxPool2D(),
            ),
            Field(
                "block2",
                Conv2D(filters=5, kernel=3, padding=Padding.SAME, activation=F.RELU),
                BatchNorm(momentum=0.9),
                AvgPool2D(padding=Padding.SAME),
            ),
            Field("flat", Flatten()),
            Field("logits", Dense(units=3)),
        ],
        THREE_CLASSES,
        SGD,
    ),
    case(
        "conv_gap",
        (6, 6, 1),
        [
            Field("block", Conv2D(filters=6, kernel=(3, 2), strides=(1, 2), activation=F.RELU)),
            Field("pooled", GlobalAvgPool2D()),
            Field("logits", Dense(units=3)),
        ],
        THREE_CLASSES,
        SGD,
    ),
    case(
        "fashionnet_small",
        (12, 12, 1),
        [
            Field("block1", Conv2D(filters=6, kernel=3, activation=F.RELU), BatchNorm(), MaxPool2D()),
            Field("block2", Conv2D(filters=8, kernel=3, activation=F.RELU), BatchNorm(), MaxPool2D()),
            Field("head", Dense(units=16, activation=F.RELU)),
            Field("logits", Dense(units=4), ExcludeFromDecay()),
        ],
        Classifier(classes=4, labelSmoothing=0.1),
        Adam(learningRate=0.001),
        L2(0.0001),
        seed=12,
    ),
]

TOPOLOGIES = [
    case(
        "residual",
        (6, 6, 1),
        [
            Field("stem", Conv2D(filters=4, kernel=3, padding=Padding.SAME, activation=F.RELU)),
            Field("first", Conv2D(filters=4, kernel=3, padding=Padding.SAME, activation=F.RELU), BatchNorm()),
            Field("second", Conv2D(filters=4, kernel=3, padding=Padding.SAME), BatchNorm()),
            Field("joined", From(("second", "stem")), Add(), Activation(F.RELU)),
            Field("pooled", GlobalAvgPool2D()),
            Field("logits", Dense(units=3)),
        ],
        THREE_CLASSES,
        Sgd(learningRate=0.05, momentum=0.9),
        L2(0.001),
        seed=4,
    ),
    case(
        "concat",
        (8,),
        [
            Field("left", Dense(units=6, activation=F.RELU)),
            Field("right", From("input"), Dense(units=5, activation=F.TANH)),
            Field("joined", From(("left", "right")), Concat()),
            Field("logits", Dense(units=3)),
        ],
        THREE_CLASSES,
        SGD,
    ),
    case(
        "partial",
        (8,),
        mlp(),
        THREE_CLASSES,
        SGD,
        L2(0.01),
        batch_sizes=tuple(5 if step % 2 else 16 for step in range(STEPS)),
        seed=2,
    ),
]

CASES = OPTIMIZERS + PENALTIES + NORMS + TASKS + ACTIVATIONS + IMAGES + TOPOLOGIES
