"""Packs trained nets into the files that the run-time reads."""
import numpy as np

from tensor_file import whole, write


def export_general(forms, folder):
    write(folder / "general-vectors.bin", "glove-100d", {"vectors": (forms.glove_i8, 1.0), "scales": forms.glove_scales / forms.std, "mean": forms.mean / forms.std})
    (folder / "general-words.txt").write_text("\n".join(forms.glove_words) + "\n")


def word_tensors(state):
    """What a net has learnt of words."""
    return {"net.subwords": whole(state["vectors.subword.weight"].numpy()), "net.own": whole(state["vectors.own.weight"].numpy())}


def turned(matrix):
    """Rows by input, as the run-time reads them."""
    return np.ascontiguousarray(matrix.T)


def first_tensors(state):
    """The tables of a ConvNet by the names that net.ts asks for."""
    get = lambda name: state[name].numpy()
    project = np.concatenate([get("windows.0.weight"), get("windows.1.weight"), get("windows.2.weight"), get("near.weight")], 0)
    return {
        **word_tensors(state),
        "net.project": turned(project),
        "net.window_bias": get("window_bias").reshape(-1),
        "net.near_bias": get("near_bias"),
        "net.token": np.concatenate([get("token.weight").reshape(-1), get("token.bias")]),
        "net.hidden": turned(get("hidden.weight")),
        "net.hidden_bias": get("hidden.bias"),
        "net.heads": get("heads.weight"),
        "net.heads_bias": get("heads.bias"),
    }


def second_tensors(state):
    """The tables of a DeepNet by the names that deep-net.ts asks for."""
    get = lambda name: state[name].numpy()
    layers = [name.split(".")[1] for name in state if name.startswith("layers.") and name.endswith("weight")]
    return {
        **word_tensors(state),
        "net.word": turned(get("word.weight")),
        "net.word_bias": get("word.bias"),
        **{f"net.layer{at}": turned(get(f"layers.{at}.weight")) for at in layers},
        **{f"net.layer{at}_bias": get(f"layers.{at}.bias") for at in layers},
        "net.token": np.concatenate([get("token.weight").reshape(-1), get("token.bias")]),
        "net.attend": get("attend.weight"),
        "net.attend_bias": get("attend.bias"),
        "net.hidden": turned(get("hidden.weight")),
        "net.hidden_bias": get("hidden.bias"),
        "net.heads": get("heads.weight"),
        "net.heads_bias": get("heads.bias"),
    }
