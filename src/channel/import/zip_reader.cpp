#include "channel/import/zip_reader.hpp"

#include <zip.h>

namespace hearline::channel {
namespace {

tl::unexpected<Error> bad(Text const& why) { return refuse(ErrorKind::invalid, "bad-table", why); }

class Part final : public ZipPart {
public:
    Part(std::shared_ptr<zip_t> archive, zip_file_t* file, std::uint64_t packed, TableLimits const& limits) : archive_{std::move(archive)}, file_{file}, packed_{packed}, limits_{limits} {}
    ~Part() override { zip_fclose(file_); }
    Part(Part const&) = delete;
    Part& operator=(Part const&) = delete;

    Result<bool> read(std::string& out) override {
        auto const before = out.size();
        out.resize(before + block);
        auto const got = zip_fread(file_, out.data() + before, block);
        out.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
        if (got < 0) return bad({"压缩内容已损坏", "the packed content is damaged"});
        unpacked_ += static_cast<std::uint64_t>(got);
        // What the directory of the container says is not believed: the bytes that came out are counted.
        bool const bomb = unpacked_ > (10u << 20) && unpacked_ > packed_ * limits_.ratio;
        if (unpacked_ > limits_.unpacked || bomb) return bad({"解压后过大，拒绝读取", "it unpacks to too much and is refused"});
        return got > 0;
    }

private:
    static constexpr std::size_t block = 64 << 10;
    std::shared_ptr<zip_t> archive_;
    zip_file_t* file_;
    std::uint64_t packed_, unpacked_ = 0;
    TableLimits limits_;
};

class Reader final : public ZipReader {
public:
    Reader(zip_t* archive, std::shared_ptr<std::string> bytes, TableLimits const& limits) : bytes_{std::move(bytes)}, archive_{archive, [](zip_t* z) { zip_discard(z); }}, limits_{limits} {}

    bool has(std::string const& name) override { return located(name) >= 0; }
    Result<std::unique_ptr<ZipPart>> open(std::string const& name) override {
        zip_stat_t about;
        zip_stat_init(&about);
        auto const at = located(name);
        if (at < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(at), 0, &about) != 0) return bad(say("缺少部件 {}", "the part {} is missing", name));
        if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) return bad({"文件有密码，请先去除密码", "the file is encrypted, take the password off first"});
        auto* file = zip_fopen_index(archive_.get(), about.index, 0);
        if (!file) return bad(say("部件 {} 无法解压", "the part {} cannot be unpacked", name));
        auto const packed = (about.valid & ZIP_STAT_COMP_SIZE) != 0 ? about.comp_size : 0;
        return std::make_unique<Part>(archive_, file, packed, limits_);
    }

private:
    // Part names do not tell large from small letters (ECMA-376-2 6.2.2.3), and some writers put backslashes.
    [[nodiscard]] zip_int64_t located(std::string name) const {
        auto const at = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
        if (at >= 0) return at;
        for (char& c : name) c = c == '/' ? '\\' : c;
        return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
    }
    std::shared_ptr<std::string> bytes_;
    std::shared_ptr<zip_t> archive_;
    TableLimits limits_;
};

}  // namespace

Result<std::string> ZipReader::read_whole(std::string const& name, std::size_t limit) {
    auto part = TRY(open(name));
    std::string all;
    while (TRY(part->read(all)))
        if (all.size() > limit) return bad(say("部件 {} 过大", "the part {} is too large", name));
    return all;
}

Result<std::shared_ptr<ZipReader>> open_zip(std::string const& path, TableLimits const& limits) {
    int failed = 0;
    auto* archive = zip_open(path.c_str(), ZIP_RDONLY, &failed);
    if (!archive) return bad({"不是 Excel 工作簿（xlsx）", "this is no Excel workbook (xlsx)"});
    return std::make_shared<Reader>(archive, nullptr, limits);
}

Result<std::shared_ptr<ZipReader>> open_zip_bytes(std::string bytes, TableLimits const& limits) {
    auto kept = std::make_shared<std::string>(std::move(bytes));
    zip_error_t failed;
    zip_error_init(&failed);
    auto* source = zip_source_buffer_create(kept->data(), kept->size(), 0, &failed);
    auto* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &failed) : nullptr;
    if (!archive && source) zip_source_free(source);
    zip_error_fini(&failed);
    if (!archive) return bad({"不是 Excel 工作簿（xlsx）", "this is no Excel workbook (xlsx)"});
    return std::make_shared<Reader>(archive, std::move(kept), limits);
}

}  // namespace hearline::channel
