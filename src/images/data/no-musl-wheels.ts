/**
 * Distributions with compiled parts whose newest release on PyPI has wheels for glibc and none for musl, by their
 * normal names; asked of PyPI for CPython 3.12 on x86-64 on 2026-11-21.
 */
export const NO_MUSL_WHEELS: ReadonlySet<string> = new Set(
  `torch torchvision torchaudio tensorflow tensorflow-cpu jaxlib onnxruntime mediapipe ray open3d opencv-python
  opencv-python-headless opencv-contrib-python opencv-contrib-python-headless xgboost lightgbm catboost vtk pyside6 pyqt6
  playwright scikit-learn sentencepiece numba llvmlite`.split(/\s+/),
);
