#pragma once
// Adds a file to a complaint. Write order: check, file durable, then the row and the event in one transaction; a crash leaves at most an unnamed file.
#include "app/perform_act.hpp"
#include "app/ports/file_store.hpp"

namespace hearline {

struct Upload {
    std::string name;  ///< as the sender calls it
    std::string content;
};
/// Of what is kept: metadata of pictures and films is taken out before (R10.2).
struct StoredUpload {
    std::string name, media_type, digest_hex;
    std::int64_t size = 0;
    Cleaned cleaned = Cleaned::nothing;
    std::string sent_digest_hex;  ///< of what was sent: a repeated request is known by it
};
/// What files go through on their way in.
struct UploadPorts {
    FileStore& files;
    MediaSniffer& sniffer;
    MediaCleaner& cleaner;
};

/// Checks size and type against the settings, takes the metadata out and stores the rest. Errors: `too_large`, `unsupported` (naming the types
/// taken), `invalid` (name, empty file, a picture that cannot be read).
[[nodiscard]] Result<StoredUpload> store_upload(UploadPorts const& ports, Upload upload, Directory const& directory);

struct Attached {
    AttachmentRow attachment;
    ComplaintView view;
};
/// Errors as `perform_act`; `conflict` when the complaint has as many files as the settings allow.
[[nodiscard]] Result<Attached> add_attachment(Transaction& transaction, Actor const& actor, Number number, StoredUpload const& upload,
                                              Directory const& directory, Instant now, RandomSource& random);

/// The passenger's own file, by number and tracking code. Errors as `act_as_passenger`; `conflict` when it is closed, or has as many files of the
/// passenger as the settings allow.
[[nodiscard]] Result<Attached> add_passenger_attachment(Transaction& transaction, Number number, std::string_view code, StoredUpload const& upload,
                                                        Directory const& directory, Instant now, RandomSource& random);
/// The refusals of `add_passenger_attachment` that can be said before anything is stored.
[[nodiscard]] Done check_passenger_attachment(Snapshot& snapshot, Number number, std::string_view code, Directory const& directory);

}  // namespace hearline
