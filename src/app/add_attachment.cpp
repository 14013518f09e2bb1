#include "app/add_attachment.hpp"

#include <algorithm>
#include <filesystem>

#include "base/unicode.hpp"

namespace hearline {

namespace {

constexpr std::size_t longest_name = 200;

/// The last part of what the sender calls the file.
std::string_view bare_name(std::string_view name) {
    auto const slash = name.find_last_of("/\\");
    return trim(slash == name.npos ? name : name.substr(slash + 1));
}

}  // namespace

Result<StoredUpload> store_upload(FileStore& files, MediaSniffer& sniffer, Upload const& upload, Directory const& directory) {
    auto const& settings = directory.settings();
    auto const name = bare_name(upload.name);
    if (name.empty() || !is_utf8(name) || has_control_characters(name, LineBreaks::forbidden) || length_of(name) > longest_name)
        return refuse_field("/file", "bad-file-name", say("文件名须为 1 至 200 个可见字符", "a file name has 1 to 200 visible characters"));
    auto const size = upload.body_file.empty() ? static_cast<std::int64_t>(upload.content.size())
                                               : static_cast<std::int64_t>(std::filesystem::file_size(upload.body_file));
    if (size == 0) return refuse_field("/file", "empty-file", say("文件是空的", "the file is empty"));
    if (size > settings.attachment_max)
        return refuse(ErrorKind::too_large, "file-too-large",
                      say("文件 {0} 字节，最多 {1} 字节", "the file has {0} bytes; {1} are the most", size, settings.attachment_max));
    auto type = upload.body_file.empty() ? sniffer.media_type_of(upload.content) : sniffer.media_type_of_file(upload.body_file);
    std::string const taken = fmt::format("{}", fmt::join(settings.attachment_types, ", "));
    if (std::find(settings.attachment_types.begin(), settings.attachment_types.end(), type) == settings.attachment_types.end())
        return refuse(ErrorKind::unsupported, "file-type-not-taken",
                      say("不接受 {0} 文件；可以是 {1}", "files of {0} are not taken; taken are {1}", type, taken));
    auto const stored = upload.body_file.empty() ? files.put(upload.content) : files.put_file(upload.body_file);
    return StoredUpload{std::string{name}, std::move(type), stored.digest_hex, stored.size};
}

Result<Attached> add_attachment(Transaction& transaction, Actor const& actor, Number number, StoredUpload const& upload, Directory const& directory,
                                Instant now, RandomSource& random) {
    ActRequest request{number, {}, std::nullopt};
    request.act.name = ActName::attach;
    request.act.attachment = upload.digest_hex;
    request.act.file_name = upload.name;
    request.act.file_size = upload.size;
    Attached attached;
    attached.view = TRY(perform_act(transaction, actor, request, directory, now, random));
    auto const most = static_cast<std::size_t>(directory.settings().attachments_max);
    if (transaction.attachments(attached.view.key).size() >= most)
        return refuse(ErrorKind::conflict, "too-many-files", say("一件投诉最多 {} 个附件", "a complaint has at most {} files", most));
    attached.attachment.id = random_code(random, 16);
    attached.attachment.key = attached.view.key;
    attached.attachment.event_seq = attached.view.complaint.version;
    attached.attachment.digest_hex = upload.digest_hex;
    attached.attachment.name = upload.name;
    attached.attachment.media_type = upload.media_type;
    attached.attachment.size = upload.size;
    attached.attachment.at = now;
    transaction.put_attachment(attached.attachment);
    return attached;
}

}  // namespace hearline
