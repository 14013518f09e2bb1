#include "cli/man_page.hpp"

#include <fmt/format.h>

#include "cli/help.hpp"

namespace hearline::cli {
namespace {

std::string roff(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out.starts_with(".") || out.starts_with("'") ? "\\&" + out : out;
}

void append(std::string& out, Option const& option, bool positional) {
    out += fmt::format(".TP\n.B {}\n{}\n", roff(positional ? std::string{option.value} : usage_of(option)), roff(option.en));
}

}  // namespace

std::string man_page() {
    std::string out =
        ".TH HEARLINE 1 \"\" \"hearline\" \"User Commands\"\n.SH NAME\nhearline \\- complaint centre of a metro operator\n.SH SYNOPSIS\n"
        ".B hearline\n.I COMMAND\n.RI [ OPTIONS ]\n.SH DESCRIPTION\n"
        "hearline registers the complaints of passengers, leads each through its stages with every clock right, and answers with the ledger and the figures.\n.SH COMMANDS\n";
    for (auto const& command : commands()) {
        out += fmt::format(".SS {}\n{}.\n", roff(synopsis(command)), roff(command.en));
        for (auto const& argument : command.arguments) append(out, argument, true);
        for (auto const& option : command.options) append(out, option, false);
    }
    out += ".SH COMMON OPTIONS\nEvery command takes these.\n";
    for (auto const& option : common_options()) append(out, option, false);
    out +=
        ".SH ENVIRONMENT\nHEARLINE_DATA, HEARLINE_LISTEN, HEARLINE_STORE and HEARLINE_CONFIG set the same as the options; an option wins over the environment, the environment over "
        "the configuration file.\n.SH EXIT STATUS\n0 done, 1 refused or found wrong (said on standard error), 2 wrong usage.\n";
    return out;
}

}  // namespace hearline::cli
