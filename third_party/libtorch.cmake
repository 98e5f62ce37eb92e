# Finds the parts of a LibTorch in a folder: the official archive's, or the `torch` folder of PyTorch's wheel.
# Not with LibTorch's own CMake file, which wants the whole CUDA toolkit, nvcc too. Linking needs none of it, and no header
# that we include asks for one of CUDA's.
#
# Sets TORCH_LIBRARIES and TORCH_INCLUDE_DIRS. At run time libtorch_cuda finds CUDA's own libraries by its RPATH, where the
# wheels put them beside it.
function(convscope_find_libtorch folder)
    if(NOT EXISTS ${folder}/include/ATen/ATen.h)
        message(FATAL_ERROR "There is no LibTorch in ${folder}: include/ and lib/ are expected there. "
            "Of a PyTorch, name the folder `torch`.")
    endif()
    foreach(part torch torch_cpu c10)
        find_library(library ${part} PATHS ${folder}/lib NO_DEFAULT_PATH NO_CACHE)
        if(NOT library)
            message(FATAL_ERROR "${folder}/lib has no lib${part}.so. Is the LibTorch there whole?")
        endif()
        list(APPEND libraries ${library})
        unset(library)
    endforeach()

    # Wheels before 2.7 have the old names of std::string, which Qt and OpenCV do not know.
    file(STRINGS ${folder}/lib/libc10.so new_abi REGEX "^_ZN3c10.*St7__cxx11" LIMIT_COUNT 1)
    if(NOT new_abi)
        message(FATAL_ERROR "The LibTorch in ${folder} has the C++ ABI from before C++11. "
            "Take PyTorch 2.7 or later, or the LibTorch archive that is marked cxx11 ABI.")
    endif()

    # Nothing in the program names a symbol of CUDA's part, which registers itself when it is loaded: keep the linker from
    # dropping it.
    find_library(cuda torch_cuda PATHS ${folder}/lib NO_DEFAULT_PATH NO_CACHE)
    if(cuda)
        find_library(c10_cuda c10_cuda PATHS ${folder}/lib NO_DEFAULT_PATH NO_CACHE)
        list(APPEND libraries -Wl,--no-as-needed ${cuda} ${c10_cuda} -Wl,--as-needed)
    else()
        message(WARNING "The LibTorch in ${folder} knows the CPU only.")
    endif()

    # Its headers stand beside those of other libraries (protobuf, fmt, oneDNN) in versions that are not the system's: only
    # LibTorch's own are to be seen.
    set(include ${CMAKE_BINARY_DIR}/libtorch)
    file(REMOVE_RECURSE ${include})
    file(MAKE_DIRECTORY ${include})
    foreach(part ATen c10 caffe2 torch)
        file(CREATE_LINK ${folder}/include/${part} ${include}/${part} SYMBOLIC)
    endforeach()

    set(TORCH_LIBRARIES ${libraries} PARENT_SCOPE)
    set(TORCH_INCLUDE_DIRS ${include} ${include}/torch/csrc/api/include PARENT_SCOPE)
endfunction()
