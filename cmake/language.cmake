# Language standard, warnings, compiler cache, linker, sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON) # TRY is a statement expression
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_compile_options(-Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -fno-omit-frame-pointer)
# g++ 12 sees uninitialised members in std::variant and std::optional where there are none; the sanitizer builds watch the real ones.
add_compile_options(-Wno-maybe-uninitialized)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wno-restrict)
endif()
option(HEARLINE_WERROR "warnings are errors" ON)
if(HEARLINE_WERROR)
  add_compile_options(-Werror)
endif()
# Nobody replaces our functions at load time, so the compiler may inline them within a file.
add_compile_options(-fstack-protector-strong -fno-semantic-interposition)
add_compile_definitions($<$<CONFIG:Release>:_FORTIFY_SOURCE=2> _GLIBCXX_ASSERTIONS)
add_link_options(-Wl,-z,relro,-z,now)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

set(HEARLINE_SANITIZE "" CACHE STRING "address,undefined | thread | empty")
if(HEARLINE_SANITIZE)
  add_compile_options(-fsanitize=${HEARLINE_SANITIZE} -fno-sanitize-recover=all -g1)
  if(HEARLINE_SANITIZE MATCHES thread)
    add_compile_options(-Wno-tsan) # fences inside the network library, which has locks beside them
  endif()
  add_link_options(-fsanitize=${HEARLINE_SANITIZE})
endif()
option(HEARLINE_FUZZ "build the fuzz targets only (clang)" OFF)
if(HEARLINE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -g1)
  add_link_options(-fsanitize=address,undefined)
endif()
