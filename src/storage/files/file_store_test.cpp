#include "storage/files/file_store.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "app/ports/store.hpp"
#include "base/digest.hpp"

namespace hearline {
namespace {

namespace fs = std::filesystem;

class FolderFileStoreTest : public ::testing::Test {
protected:
    void SetUp() override { folder_ = (fs::temp_directory_path() / ("hearline-files-" + random_code(system_random(), 10))).string(); }
    void TearDown() override { fs::remove_all(folder_); }
    [[nodiscard]] std::string content_of(std::string const& path) const {
        std::ifstream in{path, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    [[nodiscard]] std::ptrdiff_t count_files() const {
        auto const all = fs::recursive_directory_iterator{folder_};
        return std::count_if(begin(all), end(all), [](auto const& entry) { return entry.is_regular_file(); });
    }
    std::string folder_;
};

TEST_F(FolderFileStoreTest, KeepsAContentUnderItsDigest) {
    FolderFileStore files{folder_};
    auto const stored = files.put("扶梯照片");
    EXPECT_EQ(stored.digest_hex, hex(sha256("扶梯照片")));
    EXPECT_EQ(stored.size, 12);
    EXPECT_EQ(content_of(files.path_of(stored.digest_hex)), "扶梯照片");
}

TEST_F(FolderFileStoreTest, TheSameContentIsKeptOnce) {
    FolderFileStore files{folder_};
    EXPECT_EQ(files.put("a").digest_hex, files.put("a").digest_hex);
    EXPECT_EQ(count_files(), 1);
}

TEST_F(FolderFileStoreTest, AFailedWriteLeavesNothingBehindAndSaysWhy) {
    FolderFileStore files{folder_};
    auto* const before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit const tiny{4096, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tiny);
    EXPECT_THROW((void)files.put(std::string(100'000, 'x')), StorageError);
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, before);
    EXPECT_EQ(count_files(), 0);
}

}  // namespace
}  // namespace hearline
