#include <ostream>

#include "base/embedded.hpp"
#include "cli/commands.hpp"

namespace hearline::cli {

Exit run_openapi(Invocation const&, Environment& environment) {
    for (auto const* wanted : {"openapi.json", "openapi.yaml"})
        for (auto const& file : embedded_files("api"))
            if (file.path == wanted) {
                environment.out << file.content;
                if (!file.content.ends_with('\n')) environment.out << '\n';
                return Exit::done;
            }
    return report(environment, Error{ErrorKind::not_found, "no-contract", {"程序中没有接口文档", "the program was built without its API document"}, {}, 0});
}

}  // namespace hearline::cli
