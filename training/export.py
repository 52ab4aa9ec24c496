"""Packs trained nets into the files that the run-time reads."""
import numpy as np

from tensor_file import whole, write


def export_general(forms, folder):
    write(folder / "general-vectors.bin", "glove-100d", {"vectors": (forms.glove_i8, 1.0), "scales": forms.glove_scales / forms.std, "mean": forms.mean / forms.std})
    (folder / "general-words.txt").write_text("\n".join(forms.glove_words) + "\n")


def net_tensors(state, prefix):
    """The tables of one ConvNet by the names that net.ts asks for."""
    get = lambda name: state[name].numpy()
    filters = state["window_bias"].shape[1]
    project = np.concatenate([get("windows.0.weight"), get("windows.1.weight"), get("windows.2.weight"), get("near.weight")], 0).T
    return {
        f"{prefix}.subwords": whole(get("vectors.subword.weight")),
        f"{prefix}.own": whole(get("vectors.own.weight")),
        f"{prefix}.project": np.ascontiguousarray(project),
        f"{prefix}.window_bias": get("window_bias").reshape(-1),
        f"{prefix}.near_bias": get("near_bias"),
        f"{prefix}.token": np.concatenate([get("token.weight").reshape(-1), get("token.bias")]),
        f"{prefix}.hidden": np.ascontiguousarray(get("hidden.weight").T),
        f"{prefix}.hidden_bias": get("hidden.bias"),
        f"{prefix}.heads": get("heads.weight"),
        f"{prefix}.heads_bias": get("heads.bias"),
    }
