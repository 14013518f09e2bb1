#pragma once
// File layers for SQLite that behave like a machine without power or a disk without room.
#include <cstdint>

namespace hearline::crash {

/// Keeps in memory what was written and not synced: a killed process loses it, as a machine does at a power cut.
inline constexpr char const* forgetful_vfs = "forgetful";
/// The same, and it does not sync the write-ahead log.
inline constexpr char const* forgetful_lazy_vfs = "forgetful-lazy";
/// Has room for a set number of bytes to be written.
inline constexpr char const* small_vfs = "small";

/// Registers all of them, once.
void register_forgetful_vfs();

/// Bytes that may still be written through `small`; writing takes from it.
void set_room(std::int64_t bytes);

}  // namespace hearline::crash
