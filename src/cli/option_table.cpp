// The one option table: parsing, help, shell completion and the manual page are made from it.
#include "cli/commands.hpp"

namespace hearline::cli {
namespace {

using Need = Option::Need;

Option option(std::string_view name, std::string_view value, std::string_view zh, std::string_view en, Need need = Need::optional) {
    return {name, value, zh, en, Complete::nothing, {}, need};
}
Option file(std::string_view name, std::string_view zh, std::string_view en, Need need = Need::optional) {
    return {name, "FILE", zh, en, Complete::file, {}, need};
}
Option choice(std::string_view name, std::string_view value, std::vector<std::string_view> choices, std::string_view zh, std::string_view en,
              Need need = Need::optional) {
    return {name, value, zh, en, Complete::choice, std::move(choices), need};
}
Option flag(std::string_view name, std::string_view zh, std::string_view en) { return {name, "", zh, en, Complete::nothing, {}, Need::optional}; }

std::vector<Command> serving() {
    return {
        {"serve", "启动服务：接口、网页和后台任务", "Serve the API, the web pages and the background jobs",
         {},
         {option("listen", "HOST:PORT", "监听地址，默认 127.0.0.1:8080；端口 0 表示任选", "address to listen on, 127.0.0.1:8080 by default; port 0 takes any free one")},
         run_serve},
        {"demo", "在空数据目录中按真实流程生成演示数据", "Fill an empty store by living through complaints with the real workflow",
         {},
         {option("complaints", "N", "投诉件数，默认 2000；0 表示只建组织和人员", "how many complaints, 2000 by default; 0 makes the organisation and its people only"),
          option("seed", "S", "随机种子，默认 1；种子与截止日期相同则数据相同", "seed, 1 by default; the same seed and end date give the same data"),
          option("until", "DATE", "这一年到该日零点为止，默认今天", "the year ends where this day begins, today by default")},
         run_demo},
        {"import", "导入台账或投诉文本", "Bring in a ledger or complaint texts",
         {{"file", "FILE", "要导入的文件", "the file to bring in", Complete::file, {}, Need::required}},
         {choice("format", "FORMAT", {"csv", "xlsx", "jsonl"}, "文件格式，默认看扩展名", "the file's format, by its name when not given"),
          {"map", "FILE", "映射文件，或随程序提供的映射名", "mapping file, or the name of one that comes with the program", Complete::file, {}, Need::optional},
          flag("dry-run", "只检查，不写入", "check only, write nothing"),
          file("errors", "把未导入的行连同原因写入该文件（xlsx、csv 或 jsonl），改正后可再导入", "write the rows that are not taken to this file (xlsx, csv or jsonl), each with its reason, to be corrected and imported again")},
         run_import},
#if __has_include("cli/export_command.cpp")
        {"export ledger", "导出台账", "Write the ledger",
         {},
         {option("from", "DATE", "登记日期从（含）", "first day of registration, inclusive"),
          option("to", "DATE", "登记日期至（含）", "last day of registration, inclusive"),
          option("unit", "UNIT", "主办单位", "lead handling unit"),
          choice("format", "FORMAT", {"xlsx", "csv", "jsonl"}, "格式，默认 csv", "format, csv by default"),
          file("out", "输出文件，默认标准输出", "file to write, standard output by default")},
         run_export_ledger},
#endif
    };
}

std::vector<Command> asking() {
    return {
#if __has_include("cli/deadline_command.cpp")
        {"deadline", "计算时限并逐日说明", "Compute a deadline and say why, day by day",
         {},
         {option("start", "TIME", "开始时间（RFC 3339）", "the start (RFC 3339)", Need::required),
          option("limit", "LIMIT", "时限，如 3wd 或 10min", "the limit, such as 3wd or 10min", Need::required)},
         run_deadline},
#endif
#if __has_include("cli/statistics_command.cpp")
        {"statistics", "统计任意维度", "Count over any dimensions",
         {},
         {option("by", "DIMENSIONS", "分组维度，逗号分隔，如 type,unit", "dimensions to group by, separated by commas, such as type,unit"),
          option("measure", "MEASURE", "指标，默认 count", "measure, count by default"),
          option("from", "DATE", "登记日期从（含）", "first day of registration, inclusive"),
          option("to", "DATE", "登记日期至（含）", "last day of registration, inclusive"),
          option("where", "DIMENSION=VALUE", "筛选条件，可重复", "filter, may be repeated", Need::repeatable),
          choice("format", "FORMAT", {"table", "csv", "json"}, "格式，默认 table", "format, table by default")},
         run_statistics},
#endif
#if __has_include("cli/verify_command.cpp")
        {"verify", "核对事件链、记录和统计", "Check every event chain, every record and the statistics", {}, {}, run_verify},
#endif
    };
}

std::vector<Command> people() {
    return {
#if __has_include("cli/user_command.cpp")
        {"user add", "新增人员；密码从标准输入读取，或自动生成并只显示一次", "Add a person; the password comes from standard input, or is made and printed once",
         {{"name", "NAME", "用户名", "login name", Complete::nothing, {}, Need::required}},
         {choice("role", "ROLE", {"agent", "director", "desk", "head", "leader", "auditor", "sysadmin", "secadmin"}, "角色", "role", Need::required),
          option("unit", "UNIT", "所属单位（desk、head 必填）", "the person's unit (needed for desk and head)"),
          option("display-name", "TEXT", "姓名", "the person's name as shown")},
         run_user_add},
        {"user list", "列出人员", "List the people", {}, {choice("format", "FORMAT", {"table", "json"}, "格式，默认 table", "format, table by default")}, run_user_list},
#endif
#if __has_include("cli/token_command.cpp")
        {"token create", "为人员创建接口令牌（只输出令牌）", "Make an API token for a person (prints the token alone)",
         {{"user", "USER", "用户名", "login name", Complete::nothing, {}, Need::required}},
         {option("label", "TEXT", "用途说明", "what it is for"), option("days", "N", "有效天数，默认不过期", "days until it expires, never by default")},
         run_token_create},
#endif
    };
}

std::vector<Command> administration() {
    return {
#if __has_include("cli/calendar_command.cpp")
        {"calendar import", "导入工作日历（JSON 或 iCalendar）", "Bring in a working calendar (JSON or iCalendar)",
         {{"file", "FILE", "日历文件", "the calendar file", Complete::file, {}, Need::required}},
         {flag("dry-run", "只列出会变动的日子和时限", "only list the days and deadlines that would change"),
          flag("drop-days", "确认丢弃日历中没有的、已公布的日子", "let announced days go that the calendar does not name")},
         run_calendar_import},
#endif
#if __has_include("cli/rules_command.cpp")
        {"rules import", "导入规则手册的新版本（TOML）", "Bring in a new version of the rule book (TOML)",
         {{"file", "FILE", "规则手册文件", "the rule book", Complete::file, {}, Need::required}},
         {flag("dry-run", "只列出会改动的条目和生效日期", "only list the entries that change, and from when")},
         run_rules_import},
        {"rules export", "导出规则手册（TOML）", "Write the rule book out (TOML)", {},
         {option("version", "N", "只导出这一版", "this version alone"), option("out", "FILE", "写入文件，默认标准输出", "a file instead of standard output")},
         run_rules_export},
#endif
#if __has_include("cli/network_command.cpp")
        {"network import", "导入线路与车站", "Bring in lines and their stations",
         {{"file", "FILE", "线网文件（TOML、JSON 或 CSV）", "the network file (TOML, JSON or CSV)", Complete::file, {}, Need::required}},
         {option("city", "CITY", "文件含多个城市时只取其中一个", "the one city to take when the file holds several"), flag("dry-run", "只检查，不写入", "check only, write nothing")},
         run_network_import},
#endif
        {"migrate", "把早先版本写成的库升级到当前版本", "Bring a store of an earlier version up to date", {}, {}, run_migrate},
        {"openapi", "输出接口文档（OpenAPI 3.1）", "Print the API document (OpenAPI 3.1)", {}, {}, run_openapi},
        {"version", "输出版本", "Print the version", {}, {}, run_version},
        {"completion", "输出命令行补全脚本", "Print a completion script for a shell",
         {{"shell", "SHELL", "bash、zsh 或 fish", "bash, zsh or fish", Complete::choice, {"bash", "zsh", "fish"}, Need::required}},
         {},
         run_completion},
        {"man", "输出手册页（roff）", "Print the manual page (roff)", {}, {}, run_man},
    };
}

}  // namespace

std::span<Command const> commands() {
    static std::vector<Command> const all = [] {
        std::vector<Command> rows;
        for (auto& group : {serving(), asking(), people(), administration()}) rows.insert(rows.end(), group.begin(), group.end());
        return rows;
    }();
    return all;
}

std::span<Option const> common_options() {
    static std::vector<Option> const all{
        {"data", "DIR", "数据目录（HEARLINE_DATA），默认 ./data", "data folder (HEARLINE_DATA), ./data by default", Complete::folder, {}, Need::optional},
        {"store", "STORE", "存储：sqlite（默认）、memory 或 postgres://…（HEARLINE_STORE）", "store: sqlite (default), memory or postgres://… (HEARLINE_STORE)", Complete::nothing, {}, Need::optional},
        {"config", "FILE", "配置文件 TOML（HEARLINE_CONFIG）", "configuration file, TOML (HEARLINE_CONFIG)", Complete::file, {}, Need::optional},
        {"help", "", "显示帮助", "show help", Complete::nothing, {}, Need::optional},
    };
    return all;
}

}  // namespace hearline::cli
