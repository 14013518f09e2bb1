# hearline_web(target): the pages as a library, reached by http/web_files.hpp. They are built into build/web of the source tree, once for
# all presets, by web/build/make, which has nothing to do when their sources are unchanged.
function(hearline_web target)
  set(web ${CMAKE_SOURCE_DIR}/web)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/* ${web}/build/* ${CMAKE_SOURCE_DIR}/docs/manual/*.md)
  list(FILTER sources EXCLUDE REGEX "\\.spec\\.ts$")
  set(table ${CMAKE_SOURCE_DIR}/build/web/web_files.cpp)
  add_custom_command(OUTPUT ${table} COMMAND ${web}/build/make
    DEPENDS ${sources} ${web}/index.html ${web}/staff.html ${web}/vite.config.ts ${web}/tsconfig.json ${web}/package.json ${web}/package-lock.json
            ${CMAKE_SOURCE_DIR}/api/openapi.yaml
    COMMENT "Building the pages" VERBATIM)
  add_library(${target} STATIC ${table})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
endfunction()
