#include "cli/completion.hpp"

#include <fmt/format.h>

#include <set>

#include "cli/command.hpp"

namespace hearline::cli {
namespace {

std::string joined(std::vector<std::string_view> const& words) {
    std::string all;
    for (auto const& word : words) all += (all.empty() ? "" : " ") + std::string{word};
    return all;
}

/// First words of commands ("user"), and the second words behind one ("add list").
std::vector<std::string_view> first_words() {
    std::vector<std::string_view> words;
    std::set<std::string_view> seen;
    for (auto const& command : commands())
        if (auto const word = command.name.substr(0, command.name.find(' ')); seen.insert(word).second) words.push_back(word);
    return words;
}
std::vector<std::string_view> second_words(std::string_view first) {
    std::vector<std::string_view> words;
    for (auto const& command : commands())
        if (auto const space = command.name.find(' '); space != std::string_view::npos && command.name.substr(0, space) == first)
            words.push_back(command.name.substr(space + 1));
    return words;
}

std::vector<Option> all_options(Command const& command) {
    auto options = command.options;
    for (auto const& option : common_options()) options.push_back(option);
    return options;
}

std::string bash_values(Option const& option) {
    switch (option.complete) {
        case Complete::file: return "COMPREPLY=($(compgen -f -- \"$cur\"))";
        case Complete::folder: return "COMPREPLY=($(compgen -d -- \"$cur\"))";
        case Complete::choice: return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", joined(option.choices));
        case Complete::nothing: break;
    }
    return "COMPREPLY=()";
}

std::string bash() {
    std::string out =
        "# bash completion for hearline; load it with: source <(hearline completion bash)\n"
        "_hearline() {\n"
        "    local cur prev command word i\n"
        "    COMPREPLY=()\n"
        "    cur=\"${COMP_WORDS[COMP_CWORD]}\"\n"
        "    prev=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
        "    command=\"\"\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        word=\"${COMP_WORDS[i]}\"\n"
        "        [[ $word == -* ]] && break\n"
        "        command=\"${command:+$command }$word\"\n"
        "    done\n"
        "    case \"$command\" in\n";
    out += fmt::format("        '') COMPREPLY=($(compgen -W '{} help' -- \"$cur\")); return ;;\n", joined(first_words()));
    for (auto const& first : first_words())
        if (auto const seconds = second_words(first); !seconds.empty()) out += fmt::format("        '{}') COMPREPLY=($(compgen -W '{}' -- \"$cur\")); return ;;\n", first, joined(seconds));
    out += "    esac\n    case \"$command\" in\n";
    for (auto const& command : commands()) {
        out += fmt::format("        '{0}'|'{0} '*)\n            case \"$prev\" in\n", command.name);
        std::string names;
        for (auto const& option : all_options(command)) {
            names += fmt::format("{}--{}", names.empty() ? "" : " ", option.name);
            if (!option.value.empty()) out += fmt::format("                --{}) {}; return ;;\n", option.name, bash_values(option));
        }
        out += "            esac\n";
        out += fmt::format("            if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '{}' -- \"$cur\")); return; fi\n", names);
        out += fmt::format("            {}\n            return ;;\n", command.arguments.empty() ? fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", names) : bash_values(command.arguments.front()));
    }
    out += "    esac\n}\ncomplete -o filenames -o bashdefault -F _hearline hearline\n";
    return out;
}

std::string quoted(std::string_view text, std::string_view special) {
    std::string out;
    for (char c : text) {
        if (c == '\'')
            out += "'\\''";
        else {
            if (special.find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

std::string zsh_value(Option const& option) {
    switch (option.complete) {
        case Complete::file: return fmt::format(":{}:_files", option.value);
        case Complete::folder: return fmt::format(":{}:_files -/", option.value);
        case Complete::choice: return fmt::format(":{}:({})", option.value, joined(option.choices));
        case Complete::nothing: break;
    }
    return option.value.empty() ? "" : fmt::format(":{}:", quoted(option.value, ":"));
}

std::string zsh() {
    std::string out =
        "#compdef hearline\n# zsh completion for hearline; put it into a folder of $fpath as _hearline\n"
        "_hearline() {\n    local -a words_\n    if (( CURRENT == 2 )); then\n        words_=(\n";
    for (auto const& word : first_words()) {
        std::string_view what = second_words(word).empty() ? "" : "…";
        for (auto const& command : commands())
            if (command.name == word) what = command.en;
        out += fmt::format("            '{}:{}'\n", word, quoted(what, ":"));
    }
    out += "        )\n        _describe command words_\n        return\n    fi\n    case \"$words[2]\" in\n";
    for (auto const& first : first_words()) {
        auto const seconds = second_words(first);
        if (!seconds.empty()) out += fmt::format("        {}) if (( CURRENT == 3 )); then compadd {}; return; fi ;;\n", first, joined(seconds));
    }
    out += "    esac\n    case \"$words[2] $words[3]\" in\n";
    for (auto const& command : commands()) {
        bool const two = command.name.find(' ') != std::string_view::npos;
        out += fmt::format("        '{}'{})\n            {}\n            _arguments", command.name, two ? "" : "' '*", two ? "words=(\"$words[1]\" \"${(@)words[4,-1]}\"); (( CURRENT -= 2 ))" : "words=(\"$words[1]\" \"${(@)words[3,-1]}\"); (( CURRENT -= 1 ))");
        for (auto const& option : all_options(command))
            out += fmt::format(" \\\n                '{}--{}[{}]{}'", option.need == Option::Need::repeatable ? "*" : "", option.name, quoted(option.en, "[]:"), zsh_value(option));
        int place = 0;
        for (auto const& argument : command.arguments) out += fmt::format(" \\\n                '{}{}'", ++place, zsh_value(argument));
        out += " ;;\n";
    }
    out += "    esac\n}\nif [ \"$funcstack[1]\" = \"_hearline\" ]; then _hearline \"$@\"; else compdef _hearline hearline; fi\n";
    return out;
}

std::string fish_value(Option const& option) {
    switch (option.complete) {
        case Complete::file: return " -r -F";
        case Complete::folder: return " -x -a '(__fish_complete_directories)'";
        case Complete::choice: return fmt::format(" -x -a '{}'", joined(option.choices));
        case Complete::nothing: break;
    }
    return option.value.empty() ? " -f" : " -x";
}

std::string fish() {
    std::string out =
        "# fish completion for hearline; put it into ~/.config/fish/completions/hearline.fish\n"
        "function __hearline_is\n    set -l words (commandline -opc)\n    set -e words[1]\n    set -l given (string match -v -- '-*' $words)\n"
        "    test (count $given) -ge (count $argv); or return 1\n    test \"$given[1..(count $argv)]\" = \"$argv\"\nend\n"
        "function __hearline_at\n    set -l words (commandline -opc)\n    set -e words[1]\n    test \"$words\" = \"$argv\"\nend\ncomplete -c hearline -f\n";
    for (auto const& word : first_words()) {
        std::string_view what;
        for (auto const& command : commands())
            if (command.name == word) what = command.en;
        out += fmt::format("complete -c hearline -n '__hearline_at' -a '{}' -d '{}'\n", word, quoted(what, ""));
        for (auto const& second : second_words(word)) out += fmt::format("complete -c hearline -n '__hearline_at {}' -a '{}'\n", word, second);
    }
    for (auto const& command : commands()) {
        for (auto const& option : all_options(command))
            out += fmt::format("complete -c hearline -n '__hearline_is {}' -l {}{} -d '{}'\n", command.name, option.name, fish_value(option), quoted(option.en, ""));
        for (auto const& argument : command.arguments)
            if (argument.complete != Complete::nothing)
                out += fmt::format("complete -c hearline -n '__hearline_is {}'{}\n", command.name, argument.complete == Complete::file ? " -F" : fish_value(argument));
    }
    return out;
}

}  // namespace

std::string completion_script(std::string_view shell) {
    if (shell == "bash") return bash();
    if (shell == "zsh") return zsh();
    if (shell == "fish") return fish();
    return "";
}

}  // namespace hearline::cli
