#include "app/add_attachment.hpp"

#include <algorithm>

#include "app/event_rows.hpp"
#include "app/passenger.hpp"
#include "base/digest.hpp"
#include "base/unicode.hpp"

namespace hearline {

namespace {

constexpr std::size_t longest_name = 200;

/// The last part of what the sender calls the file.
std::string_view bare_name(std::string_view name) {
    auto const slash = name.find_last_of("/\\");
    return trim(slash == name.npos ? name : name.substr(slash + 1));
}

Act act_of(StoredUpload const& upload) {
    Act act;
    act.name = ActName::attach;
    act.attachment = upload.digest_hex;
    act.file_name = upload.name;
    act.file_size = upload.size;
    if (upload.cleaned == Cleaned::metadata) act.removed = "metadata";
    return act;
}

/// The row of the file that the last event of `view` brought.
Result<Attached> put_row(Transaction& transaction, ComplaintView view, StoredUpload const& upload, Directory const& directory, Instant now, RandomSource& random) {
    auto const most = static_cast<std::size_t>(directory.settings().attachments_max);
    if (transaction.attachments(view.key).size() >= most)
        return refuse(ErrorKind::conflict, "too-many-files", say("一件投诉最多 {} 个附件", "a complaint has at most {} files", most));
    AttachmentRow row;
    row.id = random_code(random, 16);
    row.key = view.key;
    row.event_seq = view.complaint.version;
    row.digest_hex = upload.digest_hex;
    row.name = upload.name;
    row.media_type = upload.media_type;
    row.size = upload.size;
    row.at = now;
    transaction.put_attachment(row);
    return Attached{std::move(row), std::move(view)};
}

}  // namespace

Result<StoredUpload> store_upload(UploadPorts const& ports, Upload upload, Directory const& directory) {
    auto const& settings = directory.settings();
    auto const name = bare_name(upload.name);
    if (name.empty() || !is_utf8(name) || has_control_characters(name, LineBreaks::forbidden) || length_of(name) > longest_name)
        return refuse_field("/file", "bad-file-name", say("文件名须为 1 至 200 个可见字符", "a file name has 1 to 200 visible characters"));
    auto const size = static_cast<std::int64_t>(upload.content.size());
    if (size == 0) return refuse_field("/file", "empty-file", say("文件是空的", "the file is empty"));
    if (size > settings.attachment_max)
        return refuse(ErrorKind::too_large, "file-too-large",
                      say("文件 {0} 字节，最多 {1} 字节", "the file has {0} bytes; {1} are the most", size, settings.attachment_max));
    auto type = ports.sniffer.media_type_of(upload.content);
    std::string const taken = fmt::format("{}", fmt::join(settings.attachment_types, ", "));
    if (std::find(settings.attachment_types.begin(), settings.attachment_types.end(), type) == settings.attachment_types.end())
        return refuse(ErrorKind::unsupported, "file-type-not-taken",
                      say("不接受 {0} 文件；可以是 {1}", "files of {0} are not taken; taken are {1}", type, taken));
    auto sent = hex(sha256(upload.content));
    auto const cleaned = TRY(ports.cleaner.clean(type, upload.content));
    auto const stored = ports.files.put(upload.content);
    return StoredUpload{std::string{name}, std::move(type), stored.digest_hex, stored.size, cleaned, std::move(sent)};
}

Result<Attached> add_attachment(Transaction& transaction, Actor const& actor, Number number, StoredUpload const& upload, Directory const& directory,
                                Instant now, RandomSource& random) {
    auto view = TRY(perform_act(transaction, actor, {number, act_of(upload), std::nullopt}, directory, now, random));
    return put_row(transaction, std::move(view), upload, directory, now, random);
}

Done check_passenger_attachment(Snapshot& snapshot, Number number, std::string_view code, Directory const& directory) {
    auto const row = TRY(find_tracked(snapshot, number, code));
    if (record_of(row).stage == Stage::closed)
        return refuse(ErrorKind::conflict, "closed", say("投诉已办结，不能再补充附件", "the complaint is closed; no file can be added any more"));
    int count = 0;
    for (auto const& event_row : snapshot.events(row.key, 0, 10'000)) {
        auto const event = event_of(event_row);
        if (event.act == ActName::attach && event.actor.role == Role::passenger) ++count;
    }
    auto const most = directory.settings().passenger_attachments_max;
    if (count < most) return Done{};
    return refuse(ErrorKind::conflict, "too-many-files", say("您最多可以补充 {} 个附件", "you can add at most {} files", most));
}

Result<Attached> add_passenger_attachment(Transaction& transaction, Number number, std::string_view code, StoredUpload const& upload,
                                          Directory const& directory, Instant now, RandomSource& random) {
    TRY(check_passenger_attachment(transaction, number, code, directory));
    auto const row = transaction.find_for_update(number);
    auto view = TRY(perform_loaded(transaction, *row, passenger_actor(), act_of(upload), directory, now, random));
    return put_row(transaction, std::move(view), upload, directory, now, random);
}

}  // namespace hearline
