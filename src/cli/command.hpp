#pragma once
// What a command is: its row in the option table, what it was called with, and the doors to the outside it is given.
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/store.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace hearline::cli {

/// How a command ended (interface.md): 0 done, 1 refused or found wrong (said on standard error), 2 wrong usage.
enum class Exit { done = 0, refused = 1, usage = 2 };

/// The command line of one call, parsed. Options and positional arguments by name, without dashes.
class Invocation {
public:
    void set(std::string_view name, std::string value) { values_[std::string{name}].push_back(std::move(value)); }
    [[nodiscard]] bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
    /// The (last) value, or `absent`.
    [[nodiscard]] std::string get(std::string_view name, std::string_view absent = "") const {
        auto const found = values_.find(name);
        return found == values_.end() ? std::string{absent} : found->second.back();
    }
    /// All values of a repeatable option, in order.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const {
        auto const found = values_.find(name);
        return found == values_.end() ? std::vector<std::string>{} : found->second;
    }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// Whether a command changes the store: a writer locks the data folder, a reader does not.
enum class StoreUse { read, write };

/// Told now and then how far long work is: done, of how many.
using LongWork = std::function<void(std::int64_t done, std::int64_t total)>;

/// What a command may use of the world. `server` fills it; tests fill it with a memory store, string streams and a fixed clock.
struct Environment {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Language language = Language::zh;
    bool on_terminal = false;  ///< standard error is a terminal: progress may be shown
    std::function<Instant()> now{};
    /// Opens the store that --data, --store, --config, HEARLINE_* name. The error says what is wrong and the remedy; a locked folder is
    /// `unavailable`. Keep the pointer as long as the store is used: it holds the folder's lock.
    std::function<Result<std::shared_ptr<Store>>(StoreUse)> open_store{};
    /// The data folder ("" when the call names none), for commands that work without a store.
    std::string data_folder{};
    std::string version{};  ///< of the program
    /// What only `server` can do: bring the store up to date (gives what it did), and serve.
    std::function<Result<std::string>(LongWork const& progress)> migrate{};
    std::function<Exit(Invocation const&, Environment&)> serve{};

    [[nodiscard]] std::string const& say(Text const& text) const { return text.in(language); }
};

/// Prints "hearline: …" and each bad field on standard error; returns Exit::refused (Exit::usage for bad values of options, pointers "--…").
Exit report(Environment& environment, Error const& error);

using Run = Exit (*)(Invocation const&, Environment&);

/// What completion offers as the value of an option or argument.
enum class Complete { nothing, file, folder, choice };

/// A named option (`--name VALUE`, or a flag when `value` is empty) or, in `arguments`, a positional argument.
struct Option {
    std::string_view name;   ///< without dashes
    std::string_view value;  ///< "FILE", "" for a flag
    std::string_view zh, en;
    Complete complete = Complete::nothing;
    std::vector<std::string_view> choices{};  ///< checked when not empty
    enum class Need { optional, required, repeatable } need = Need::optional;
};

/// One row of the option table.
struct Command {
    std::string_view name;  ///< "serve", "calendar import"
    std::string_view zh, en;
    std::vector<Option> arguments;
    std::vector<Option> options;
    Run run;
    bool needs_place = true;  ///< takes --data, --store, --config (all do; `false` only hides them from the short help)
};

/// The option table: every command of the program, in the order of the manual.
[[nodiscard]] std::span<Command const> commands();
/// --data, --store, --config, which every command takes, and --help.
[[nodiscard]] std::span<Option const> common_options();

/// The whole program: parses, runs, returns the exit code.
[[nodiscard]] int run_program(std::vector<std::string> const& arguments, std::function<Environment(Invocation const&)> const& make_environment,
                              std::ostream& out, std::ostream& err, Language language);

}  // namespace hearline::cli
