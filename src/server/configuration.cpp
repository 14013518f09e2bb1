#include "server/configuration.hpp"

#include <charconv>
#include <fstream>
#include <sstream>

#include "channel/toml_document.hpp"

namespace hearline::server {
namespace {

using channel::TomlReader;
using channel::TomlValue;

void collect(std::vector<FieldError>& errors, TomlReader& reader) {
    reader.refuse_unknown();
    for (auto& error : reader.take_errors()) errors.push_back(std::move(error));
}

/// Reads one optional table of the file with `read`, and its mistakes.
template <class F>
void section(TomlReader& root, std::string_view name, std::string_view file, std::vector<FieldError>& errors, F&& read) {
    auto const* table = root.value(name, TomlValue::Kind::table);
    if (!table) return;
    TomlReader reader{*table, file};
    read(reader);
    collect(errors, reader);
}

void one_of(TomlReader& reader, std::string_view key, std::string& value, std::vector<std::string_view> const& allowed) {
    value = reader.text(key, value);
    for (auto const& known : allowed)
        if (value == known) return;
    std::string all;
    for (auto const& known : allowed) all += (all.empty() ? "" : ", ") + std::string{known};
    if (auto const* at = reader.table().find(key)) reader.wrong(*at, key, say("应为 {} 之一", "must be one of {}", all));
}

int whole(TomlReader& reader, std::string_view key, int absent, int least, int most) {
    return static_cast<int>(reader.integer(key, absent, least, most));
}

/// Remembers where a key stands whose value can only be judged when it is used.
void note_place(TomlReader const& reader, std::string const& key, std::string const& file, Configuration& out) {
    if (auto const* value = reader.table().find(key)) out.places[key] = fmt::format("{}:{}", file, value->line);
}

Done read_file(std::string const& path, Configuration& out) {
    std::ifstream in{path, std::ios::binary};
    if (!in) return refuse(ErrorKind::not_found, "bad-configuration", say("打不开配置文件 {}", "cannot open the configuration file {}", path));
    std::stringstream text;
    text << in.rdbuf();
    auto const document = TRY(channel::parse_toml(text.str(), path));
    TomlReader root{document, path};
    std::vector<FieldError> errors;
    out.data = root.text("data", out.data);
    out.store = root.text("store", out.store);
    out.public_url = root.text("public_url", out.public_url);
    out.node = whole(root, "node", out.node, 0, 1023);
    if (auto const listen = root.text("listen"); !listen.empty()) {
        if (auto const parsed = parse_listen(listen))
            std::tie(out.host, out.port) = *parsed;
        else
            root.wrong(*root.table().find("listen"), "listen", parsed.error().detail);
    }
    section(root, "http", path, errors, [&](TomlReader& http) {
        out.threads = whole(http, "threads", out.threads, 0, 256);
        out.max_connections = whole(http, "max_connections", out.max_connections, 1, 1'000'000);
        out.body_limit_kib = whole(http, "body_limit_kib", out.body_limit_kib, 16, 65'536);
        out.upload_limit_mib = whole(http, "upload_limit_mib", out.upload_limit_mib, 1, 4096);
        out.stop_seconds = whole(http, "stop_seconds", out.stop_seconds, 0, 3600);
        out.trusted_proxies = http.texts("trusted_proxies");
        note_place(http, "trusted_proxies", path, out);
    });
    section(root, "tls", path, errors, [&](TomlReader& tls) {
        out.certificate = tls.text("certificate");
        out.key = tls.text("key");
        note_place(tls, "certificate", path, out);
        note_place(tls, "key", path, out);
        if (out.certificate.empty() != out.key.empty()) tls.wrong(tls.table(), "tls", {"certificate 和 key 要一起给出", "certificate and key must be given together"});
    });
    section(root, "session", path, errors, [&](TomlReader& session) {
        out.session_idle_minutes = whole(session, "idle_minutes", out.session_idle_minutes, 1, 1440);
        out.session_hours = whole(session, "hours", out.session_hours, 1, 168);
    });
    section(root, "log", path, errors, [&](TomlReader& log) {
        one_of(log, "level", out.log_level, {"debug", "info", "warning", "error"});
        one_of(log, "access", out.log_access, {"on", "off"});
        out.log_file = log.text("file");
    });
    collect(errors, root);
    return channel::toml_outcome(path, "bad-configuration", std::move(errors));
}

}  // namespace

Result<std::pair<std::string, int>> parse_listen(std::string_view text) {
    auto const colon = text.rfind(':');
    int port = -1;
    if (colon != std::string_view::npos) {
        auto const digits = text.substr(colon + 1);
        auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
        if (error != std::errc{} || end != digits.data() + digits.size() || digits.empty()) port = -1;
    }
    if (port < 0 || port > 65'535)
        return refuse(ErrorKind::invalid, "bad-listen", say("监听地址 {} 应写作 HOST:PORT，如 127.0.0.1:8080", "the address {} must be HOST:PORT, such as 127.0.0.1:8080", text));
    auto host = std::string{text.substr(0, colon)};
    if (host.starts_with("[") && host.ends_with("]")) host = host.substr(1, host.size() - 2);
    if (host.empty()) host = "0.0.0.0";
    if (host == "localhost") host = "127.0.0.1";
    return std::pair{host, port};
}

Result<Configuration> load_configuration(cli::Invocation const& call, EnvironmentVariables const& variables) {
    Configuration out;
    auto const given = [&](char const* flag, char const* variable) -> std::optional<std::string> {
        if (call.has(flag)) return call.get(flag);
        auto value = variables(variable);
        if (value && value->empty()) value.reset();
        return value;
    };
    if (auto const file = given("config", "HEARLINE_CONFIG")) {
        out.file = *file;
        TRY(read_file(*file, out));
    }
    if (auto const data = given("data", "HEARLINE_DATA")) out.data = *data;
    if (auto const store = given("store", "HEARLINE_STORE")) out.store = *store;
    if (auto const listen = given("listen", "HEARLINE_LISTEN")) {
        auto parsed = parse_listen(*listen);
        if (!parsed) return refuse_field(call.has("listen") ? "--listen" : "HEARLINE_LISTEN", "bad-configuration", parsed.error().detail);
        std::tie(out.host, out.port) = *parsed;
    }
    if (out.store != "sqlite" && out.store != "memory" && !out.store.starts_with("postgres://") && !out.store.starts_with("postgresql://"))
        return refuse_field(call.has("store") ? "--store" : "HEARLINE_STORE", "bad-configuration",
                            say("存储 {} 应为 sqlite、memory 或 postgres://…", "the store {} must be sqlite, memory or postgres://…", out.store));
    return out;
}

}  // namespace hearline::server
