#include "channel/media/media_cleaner.hpp"

#include "channel/media/boxes.hpp"
#include "channel/media/clean_pictures.hpp"

namespace hearline {

namespace {

/// How pictures of a type are written anew.
struct Rewriting {
    std::string_view media_type;
    std::optional<std::string> (*write)(std::string_view);
};
constexpr Rewriting rewritings[]{
    {"image/jpeg", channel::clean_jpeg},
    {"image/png", channel::clean_png},
    {"image/webp", channel::clean_webp},
    {"image/gif", channel::clean_gif},
};
constexpr std::string_view of_boxes[]{"image/heic", "image/avif", "video/quicktime", "video/mp4", "audio/mp4", "video/3gpp", "audio/3gpp"};

class FormatCleaner final : public MediaCleaner {
public:
    Result<Cleaned> clean(std::string_view media_type, std::string& content) override {
        for (auto const& [type, write] : rewritings) {
            if (type != media_type) continue;
            auto kept = write(content);
            if (!kept)
                return refuse_field("/file", "broken-picture",
                                    say("图片已损坏，读不出来；请重新拍照，或截图后再上传", "the picture is damaged and cannot be read; take it again, or send a screenshot"));
            if (*kept == content) return Cleaned::nothing;
            content = std::move(*kept);
            return Cleaned::metadata;
        }
        for (auto const type : of_boxes)
            if (type == media_type && channel::clean_boxes(content)) return Cleaned::metadata;
        return Cleaned::nothing;
    }
};

}  // namespace

std::unique_ptr<MediaCleaner> make_media_cleaner() { return std::make_unique<FormatCleaner>(); }

}  // namespace hearline
