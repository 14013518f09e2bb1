#pragma once
// The process that is killed: it registers and acts under load and says on its output what it acknowledged.
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hearline::crash {

/// One acknowledgement as it goes through the pipe: shorter than PIPE_BUF, so that it arrives whole or not at all.
struct Acknowledged {
    std::int64_t number;
    std::int64_t key;
    std::int32_t version;
    std::int32_t filler;
};

/// When the victim says that a write is done.
enum class Answers { after_commit, before_commit };

struct VictimOptions {
    std::filesystem::path folder;
    Answers answers = Answers::after_commit;
    std::string vfs;  ///< "", "forgetful", "forgetful-lazy"
};

/// The process's main. Never ends by itself.
int run_victim(std::vector<std::string_view> const& arguments);

/// A victim that runs.
class Victim {
public:
    explicit Victim(VictimOptions const& options);
    ~Victim();
    Victim(Victim const&) = delete;
    Victim& operator=(Victim const&) = delete;
    /// Reads until so many writes are acknowledged, kills the process with SIGKILL, and returns everything it acknowledged before it died.
    [[nodiscard]] std::vector<Acknowledged> kill_after(std::size_t acknowledged);

private:
    bool read_one(Acknowledged& one) const;

    pid_t process_ = -1;
    int pipe_ = -1;
};

}  // namespace hearline::crash
