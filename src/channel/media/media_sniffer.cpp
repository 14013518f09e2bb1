#include "channel/media/media_sniffer.hpp"

#include <magic.h>

#include <mutex>
#include <stdexcept>

#include "channel/media/boxes.hpp"

namespace hearline {

namespace {

class MagicSniffer final : public MediaSniffer {
public:
    MagicSniffer() : cookie_{magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS)} {
        if (!cookie_ || magic_load(cookie_, nullptr) != 0) {
            std::string const why = cookie_ ? magic_error(cookie_) : "no memory";
            if (cookie_) magic_close(cookie_);
            throw std::runtime_error{"the database of file types cannot be read: " + why};
        }
    }
    ~MagicSniffer() override { magic_close(cookie_); }
    MagicSniffer(MagicSniffer const&) = delete;
    MagicSniffer& operator=(MagicSniffer const&) = delete;

    std::string media_type_of(std::string_view content) override {
        if (auto const type = channel::media_type_of_boxes(content); !type.empty()) return std::string{type};
        if (content.starts_with("#!AMR")) return "audio/amr";
        std::lock_guard lock{mutex_};
        return told(magic_buffer(cookie_, content.data(), content.size()));
    }

private:
    static std::string told(char const* type) { return type ? type : "application/octet-stream"; }
    std::mutex mutex_;
    magic_t cookie_;
};

}  // namespace

std::unique_ptr<MediaSniffer> make_media_sniffer() { return std::make_unique<MagicSniffer>(); }

}  // namespace hearline
