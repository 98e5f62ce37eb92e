#!/usr/bin/python3
"""Says in one sentence whether this machine's GPUs can be used through CUDA, and why not. Exit status 0: they can.

Usage: find_gpu.py [CUDA]   the version of CUDA that LibTorch was built for, such as 13.0
"""
import ctypes
import sys

# NVIDIA's drivers: the first of each CUDA.
FIRST_DRIVER = {12: "R525", 13: "R580"}


def check(cuda):
    try:
        driver = ctypes.CDLL("libcuda.so.1")
    except OSError:
        return False, "there is no NVIDIA driver on this machine (libcuda.so.1)"
    version = ctypes.c_int()
    if driver.cuDriverGetVersion(ctypes.byref(version)) != 0:
        return False, "the NVIDIA driver does not say its version"
    has = (version.value // 1000, version.value % 1000 // 10)
    if cuda and has[0] < cuda[0]:
        needed = FIRST_DRIVER.get(cuda[0], "a newer one")
        return False, (f"the NVIDIA driver knows CUDA {has[0]}.{has[1]}, and LibTorch needs CUDA {cuda[0]}: install driver "
                       f"{needed} or newer")
    code = driver.cuInit(0)
    count = ctypes.c_int()
    if code != 0 or driver.cuDeviceGetCount(ctypes.byref(count)) != 0 or count.value == 0:
        return False, f"the NVIDIA driver finds no GPU (cuInit gives {code})"
    names = []
    for each in range(count.value):
        name, device = ctypes.create_string_buffer(256), ctypes.c_int()
        driver.cuDeviceGet(ctypes.byref(device), each)
        driver.cuDeviceGetName(name, len(name), device)
        names.append(name.value.decode(errors="replace"))
    return True, ", ".join(names)


def main():
    cuda = tuple(int(part) for part in sys.argv[1].split(".")) if len(sys.argv) > 1 else ()
    usable, said = check(cuda)
    print(f"GPU: {said}." if usable else f"No GPU can be used: {said}. Convscope runs on the CPU.", file=sys.stderr)
    return 0 if usable else 1


if __name__ == "__main__":
    sys.exit(main())
