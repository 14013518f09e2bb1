#include "cli/help.hpp"

#include <fmt/format.h>

namespace hearline::cli {
namespace {

std::string choices_of(Option const& option) {
    if (option.choices.empty()) return std::string{option.value};
    std::string all;
    for (auto const& choice : option.choices) all += (all.empty() ? "" : "|") + std::string{choice};
    return all;
}

std::string_view said(Option const& option, Language language) { return language == Language::zh ? option.zh : option.en; }
std::string_view said(Command const& command, Language language) { return language == Language::zh ? command.zh : command.en; }

void append_options(std::string& out, std::span<Option const> options, Language language) {
    for (auto const& option : options) out += fmt::format("  {:<32} {}\n", usage_of(option), said(option, language));
}

}  // namespace

std::string usage_of(Option const& option) {
    if (option.value.empty()) return fmt::format("--{}", option.name);
    return fmt::format("--{} {}", option.name, choices_of(option));
}

std::string synopsis(Command const& command) {
    auto text = fmt::format("hearline {}", command.name);
    for (auto const& argument : command.arguments) text += argument.need == Option::Need::required ? fmt::format(" {}", argument.value) : fmt::format(" [{}]", argument.value);
    for (auto const& option : command.options) {
        auto const usage = usage_of(option);
        text += option.need == Option::Need::required ? " " + usage : fmt::format(" [{}]{}", usage, option.need == Option::Need::repeatable ? "…" : "");
    }
    return text;
}

std::string help_overview(Language language) {
    std::string out = say("用法：hearline 命令 [选项]\n\n命令：\n", "usage: hearline COMMAND [OPTIONS]\n\ncommands:\n").in(language);
    for (auto const& command : commands()) out += fmt::format("  {:<18} {}\n", command.name, said(command, language));
    out += say("\n每个命令都接受：\n", "\nevery command takes:\n").in(language);
    append_options(out, common_options(), language);
    out += say("\n退出码：0 完成，1 被拒绝或发现错误，2 用法错误。\n", "\nexit codes: 0 done, 1 refused or found wrong, 2 wrong usage.\n").in(language);
    return out;
}

std::string help_for(std::string_view name, Language language) {
    std::string group;
    for (auto const& command : commands()) {
        if (command.name.starts_with(fmt::format("{} ", name)))
            group += fmt::format("  {:<18} {}\n", command.name, said(command, language));
        if (command.name != name) continue;
        std::string out = fmt::format("{}\n\n{}\n", synopsis(command), said(command, language));
        if (!command.arguments.empty()) {
            out += say("\n参数：\n", "\narguments:\n").in(language);
            for (auto const& argument : command.arguments) out += fmt::format("  {:<32} {}\n", choices_of(argument), said(argument, language));
        }
        out += say("\n选项：\n", "\noptions:\n").in(language);
        append_options(out, command.options, language);
        append_options(out, common_options(), language);
        return out;
    }
    if (!name.empty() && !group.empty()) return say("命令：\n", "commands:\n").in(language) + group;
    return help_overview(language);
}

}  // namespace hearline::cli
