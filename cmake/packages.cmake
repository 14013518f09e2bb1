# Everything the program is built on comes from Debian 12 packages (design.md, Libraries).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(date REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(pq REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(expat REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(magic REQUIRED IMPORTED_TARGET libmagic)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
find_library(CSV_LIBRARY csv REQUIRED)
add_library(tomlplusplus_headers INTERFACE)

# The program's allocator (docs/decisions/0011-allocator.md). The sanitizers bring their own.
if(NOT HEARLINE_SANITIZE AND NOT HEARLINE_FUZZ)
  pkg_check_modules(tcmalloc REQUIRED IMPORTED_TARGET libtcmalloc_minimal)
  set(hearline_allocator PkgConfig::tcmalloc)
endif()

# Boost.JSON from the 1.81 packages, linked as a library.
find_package(Boost 1.81 REQUIRED COMPONENTS json)
add_library(hl_boost_json INTERFACE)
target_link_libraries(hl_boost_json INTERFACE Boost::json Boost::headers)
