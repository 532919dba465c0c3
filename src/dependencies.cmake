# SPDX-License-Identifier: MIT
# The libraries of others: the distribution's package where there is one, else the pinned release.
include(FetchContent)
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}/text)

set(FETCHCONTENT_TRY_FIND_PACKAGE_MODE OPT_IN)

FetchContent_Declare(CLI11
  URL https://github.com/CLIUtils/CLI11/archive/v2.1.2.tar.gz
  URL_HASH SHA256=26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  FIND_PACKAGE_ARGS)
FetchContent_Declare(tomlplusplus
  URL https://github.com/marzer/tomlplusplus/archive/refs/tags/v3.3.0.tar.gz
  URL_HASH SHA256=fc1a5eb410f3c67e90e5ad1264a1386d020067cfb01b633cc8c0441789aa6cf2
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  FIND_PACKAGE_ARGS)
FetchContent_Declare(date
  URL https://github.com/HowardHinnant/date/archive/v3.0.1.tar.gz
  URL_HASH SHA256=7a390f200f0ccd207e8cff6757e04817c1a0aec3e327b006b7eb451c57ee3538
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  FIND_PACKAGE_ARGS)
FetchContent_Declare(utf8proc
  URL https://github.com/JuliaStrings/utf8proc/archive/v2.8.0.tar.gz
  URL_HASH SHA256=a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  FIND_PACKAGE_ARGS MODULE)
FetchContent_Declare(nlohmann_json
  URL https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
  URL_HASH SHA256=8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  FIND_PACKAGE_ARGS)
FetchContent_Declare(doctest
  URL https://github.com/doctest/doctest/archive/v2.4.9.tar.gz
  URL_HASH SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  FIND_PACKAGE_ARGS)

set(DOCTEST_WITH_TESTS OFF CACHE INTERNAL "")
set(DOCTEST_NO_INSTALL ON CACHE INTERNAL "")
FetchContent_MakeAvailable(CLI11 tomlplusplus date utf8proc nlohmann_json)
if(BUILD_TESTING)
  FetchContent_MakeAvailable(doctest)
endif()

# Only headers are taken from these, as system headers: warnings are for our own code.
function(mend_headers_of name)
  add_library(mend_${name} INTERFACE)
  foreach(target ${ARGN})
    if(TARGET ${target})
      target_include_directories(mend_${name} SYSTEM INTERFACE
        $<TARGET_PROPERTY:${target},INTERFACE_INCLUDE_DIRECTORIES>)
    endif()
  endforeach()
endfunction()

mend_headers_of(cli11 CLI11::CLI11)
# Debian's target links the shared library and says so to the headers; we compile it ourselves.
mend_headers_of(tomlplusplus tomlplusplus::tomlplusplus)
mend_headers_of(date date::date)
mend_headers_of(json nlohmann_json::nlohmann_json)
mend_headers_of(doctest doctest::doctest)

add_library(mend_utf8proc INTERFACE)
if(TARGET utf8proc::utf8proc)
  target_link_libraries(mend_utf8proc INTERFACE utf8proc::utf8proc)
else()
  target_link_libraries(mend_utf8proc INTERFACE utf8proc)
endif()
