// Turns arguments into an Invocation by the option table, with CLI11. The only file that sees CLI11.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/command.hpp"
#include "cli/help.hpp"

namespace hearline::cli {
namespace {

/// One command being parsed: CLI11 writes into these, in the order of the table.
struct Parsed {
    Command const* command = nullptr;
    CLI::App* app = nullptr;
    std::vector<std::pair<Option const*, CLI::Option*>> options;
};

void add_option(Parsed& parsed, Option const& option, bool positional) {
    auto const name = positional ? std::string{option.name} : "--" + std::string{option.name};
    auto* added = option.value.empty() ? parsed.app->add_flag(name) : parsed.app->add_option(name);
    if (!option.value.empty()) added->expected(option.need == Option::Need::repeatable ? CLI::detail::expected_max_vector_size : 1)->allow_extra_args(false);
    if (!option.value.empty() && option.need != Option::Need::repeatable) added->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    if (option.need == Option::Need::required) added->required();
    if (!option.choices.empty()) added->check(CLI::IsMember(std::vector<std::string>(option.choices.begin(), option.choices.end())));
    parsed.options.emplace_back(&option, added);
}

void add_command(CLI::App& program, std::map<std::string, CLI::App*>& groups, Command const& command, std::vector<std::unique_ptr<Parsed>>& all) {
    auto const space = command.name.find(' ');
    auto* parent = &program;
    if (space != std::string_view::npos) {
        auto const group = std::string{command.name.substr(0, space)};
        auto [place, added] = groups.try_emplace(group, nullptr);
        if (added) {
            place->second = program.add_subcommand(group);
            place->second->set_help_flag();
            place->second->require_subcommand(1);
        }
        parent = place->second;
    }
    auto parsed = std::make_unique<Parsed>();
    parsed->command = &command;
    parsed->app = parent->add_subcommand(std::string{command.name.substr(space == std::string_view::npos ? 0 : space + 1)});
    parsed->app->set_help_flag();
    for (auto const& argument : command.arguments) add_option(*parsed, argument, true);
    for (auto const& option : command.options) add_option(*parsed, option, false);
    for (auto const& option : common_options())
        if (option.name != "help") add_option(*parsed, option, false);
    all.push_back(std::move(parsed));
}

bool asks_help(std::vector<std::string> const& arguments) {
    for (auto const& argument : arguments) {
        if (argument == "--") return false;
        if (argument == "--help" || argument == "-h") return true;
    }
    return false;
}

/// "calendar import" of `calendar import --help`, as far as it names a command or a group of commands.
std::string named_command(std::vector<std::string> const& arguments) {
    std::string name;
    for (auto const& argument : arguments) {
        if (argument.starts_with("-")) break;
        auto const longer = name.empty() ? argument : name + " " + argument;
        bool known = false;
        for (auto const& command : commands()) known = known || command.name == longer || command.name.starts_with(longer + " ");
        if (!known) break;
        name = longer;
    }
    return name;
}

Invocation invocation_of(Parsed const& parsed) {
    Invocation call;
    for (auto const& [option, got] : parsed.options) {
        if (got->count() == 0) continue;
        if (option->value.empty())
            call.set(option->name, "true");
        else
            for (auto const& value : got->results()) call.set(option->name, value);
    }
    return call;
}

[[nodiscard]] std::string without(std::string_view text, std::string_view beginning, std::string_view end = "") {
    if (text.starts_with(beginning)) text.remove_prefix(beginning.size());
    if (text.ends_with(end)) text.remove_suffix(end.size());
    return std::string{text};
}

/// What the library found wrong, in both languages; it speaks English only.
[[nodiscard]] Text wrong_usage(CLI::ParseError const& error) {
    std::string const what = error.what();
    auto const kind = error.get_name();
    if (kind == "RequiredError" && what.find("ubcommand") == std::string::npos) return {fmt::format("缺少 {}", without(what, "", " is required")), what};
    if (kind == "RequiredError") return {"缺少子命令", what};
    if (kind == "ExtrasError") {
        auto const names = without(without(what, "The following argument was not expected: "), "The following arguments were not expected: ");
        return {fmt::format("不认识的参数 {}", names), fmt::format("unknown argument {}", names)};
    }
    auto const colon = what.find(": ");
    auto const option = what.substr(0, colon), rest = colon == std::string::npos ? std::string{} : what.substr(colon + 2);
    if (kind == "ArgumentMismatch" && rest.find("missing") != std::string::npos) return {fmt::format("{} 缺少值", option), what};
    if (kind == "ArgumentMismatch") return {fmt::format("{} 只能给出一次", option), what};
    if (auto const at = rest.find(" not in "); kind == "ValidationError" && at != std::string::npos)
        return {fmt::format("{} 不能是 {}，可以是 {}", option, rest.substr(0, at), rest.substr(at + 8)), what};
    return {what, what};
}

/// The first word that is no command, where there is one: "bogus" of `hearline bogus`, "calendar bogus".
[[nodiscard]] std::string unknown_command(std::vector<std::string> const& arguments, std::string const& named) {
    for (auto const& command : commands())
        if (command.name == named) return {};
    auto const words = named.empty() ? 0 : 1 + std::count(named.begin(), named.end(), ' ');
    auto const at = static_cast<std::size_t>(words);
    if (at >= arguments.size() || arguments[at].starts_with("-")) return {};
    return named.empty() ? arguments[at] : named + " " + arguments[at];
}

}  // namespace

int run_program(std::vector<std::string> const& arguments, std::function<Environment(Invocation const&)> const& make_environment, std::ostream& out,
                std::ostream& err, Language language) {
    if (arguments.empty()) {
        err << help_overview(language);
        return static_cast<int>(Exit::usage);
    }
    auto const named = named_command(arguments);
    if (asks_help(arguments) || arguments.front() == "help") {
        auto const text = arguments.front() == "help" ? help_for(named_command({arguments.begin() + 1, arguments.end()}), language) : help_for(named, language);
        out << text;
        return static_cast<int>(Exit::done);
    }
    if (arguments.front() == "--version") return run_program({"version"}, make_environment, out, err, language);
    auto const hint = named.empty() ? std::string{"hearline --help"} : "hearline " + named + " --help";
    auto const complain = [&](Text const& what) {
        err << say("hearline: 用法错误：{}\n试试 {}\n", "hearline: wrong usage: {}\nTry {}\n", what.in(language), hint).in(language);
        return static_cast<int>(Exit::usage);
    };
    if (auto const unknown = unknown_command(arguments, named); !unknown.empty()) return complain(say("没有命令“{}”", "there is no command \"{}\"", unknown));
    CLI::App program{"hearline"};
    program.set_help_flag();
    program.require_subcommand(1);
    std::vector<std::unique_ptr<Parsed>> all;
    std::map<std::string, CLI::App*> groups;
    for (auto const& command : commands()) add_command(program, groups, command, all);
    try {
        std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};
        program.parse(reversed);
    } catch (CLI::ParseError const& error) {
        return complain(wrong_usage(error));
    }
    for (auto const& parsed : all) {
        if (!parsed->app->parsed()) continue;
        auto const call = invocation_of(*parsed);
        auto environment = make_environment(call);
        return static_cast<int>(parsed->command->run(call, environment));
    }
    err << help_overview(language);
    return static_cast<int>(Exit::usage);
}

}  // namespace hearline::cli
