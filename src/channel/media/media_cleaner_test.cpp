#include "channel/media/media_cleaner.hpp"

#include <gtest/gtest.h>

#include "channel/media/boxes.hpp"
#include "channel/media/media_bytes.hpp"
#include "channel/media/media_sniffer.hpp"

namespace hearline::channel {
namespace {

using namespace std::string_literals;

constexpr char const* position = "22.5431N114.0579E";

std::string cleaned(std::string_view type, std::string content, Cleaned expected = Cleaned::metadata) {
    auto const done = make_media_cleaner()->clean(type, content);
    EXPECT_TRUE(done) << type;
    EXPECT_EQ(done.value_or(Cleaned::nothing), expected) << type;
    EXPECT_EQ(content.find(position), content.npos) << type << " still tells the position";
    return content;
}

/// A TIFF of one entry, the orientation.
std::string tiff_of_orientation(int orientation) {
    return "MM\0\x2A\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0"s + static_cast<char>(orientation) + std::string(6, '\0');
}

/// A TIFF whose one directory holds the orientation, with a position behind it.
std::string exif_with_position(int orientation) { return tiff_of_orientation(orientation) + position; }

// --- JPEG

std::string segment(char marker, std::string const& payload) {
    std::string out = "\xFF"s + marker;
    add_big_endian(out, payload.size() + 2, 2);
    return out + payload;
}
std::string const jfif = segment('\xE0', "JFIF\0\1\2\0\0\1\0\1\0\0"s);
std::string const drawing = segment('\xDB', std::string(65, 'q')) + segment('\xC0', "frame"s) + segment('\xDA', "head"s) + "drawn\xFF\0bytes\xFF\xD0more"s;
std::string jpeg(std::string const& told, std::string const& after = "") { return "\xFF\xD8"s + jfif + told + drawing + "\xFF\xD9" + after; }

TEST(CleanJpeg, R10_2_PositionsAndWhateverElseTellsAreLeftOut) {
    auto const profile = segment('\xE2', "ICC_PROFILE\0\1\1colours"s);
    auto const told = segment('\xE1', "Exif\0\0"s + exif_with_position(1)) + segment('\xE1', "http://ns.adobe.com/xap/1.0/\0"s + position) +
                      segment('\xED', "Photoshop 3.0\0"s + position) + segment('\xFE', position) + segment('\xE2', "MPF\0"s + position) + profile;
    auto const kept = cleaned("image/jpeg", jpeg(told, "\xFF\xD8"s + segment('\xE1', "Exif\0\0"s + position) + "SEFT" + position));
    EXPECT_EQ(kept, jpeg(profile)) << "colours and the drawn bytes stay as they were";
}

TEST(CleanJpeg, TheOrientationStays) {
    auto const kept = cleaned("image/jpeg", jpeg(segment('\xE1', "Exif\0\0"s + exif_with_position(6))));
    EXPECT_EQ(kept, jpeg(segment('\xE1', "Exif\0\0"s + tiff_of_orientation(6))));
    EXPECT_EQ(cleaned("image/jpeg", kept, Cleaned::nothing), kept) << "once is enough";
    auto const little = jpeg(segment('\xE1', "Exif\0\0II\x2A\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0"s));
    EXPECT_EQ(cleaned("image/jpeg", little, Cleaned::nothing), little) << "in the other byte order";
}

TEST(CleanJpeg, OneThatTellsNothingIsKeptToTheLetter) { EXPECT_EQ(cleaned("image/jpeg", jpeg(""), Cleaned::nothing), jpeg("")); }

TEST(CleanJpeg, APictureThatBreaksOffIsKeptAsFarAsItGoes) {
    auto const whole = jpeg(segment('\xFE', position));
    auto const kept = cleaned("image/jpeg", whole.substr(0, whole.size() - 6));
    EXPECT_EQ(kept, jpeg("").substr(0, jpeg("").size() - 6));
}

TEST(CleanJpeg, OneThatCannotBeReadIsRefusedByName) {
    for (auto const& broken : {"\xFF\xD8\xFF\xE1\xFF"s, "\xFF\xD8"s + "not a segment", "\xFF\xD8"s, "\xFF\xD8"s + segment('\xE1', position)}) {
        auto content = broken;
        auto const done = make_media_cleaner()->clean("image/jpeg", content);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().fields.front().pointer, "/file");
    }
}

// --- PNG, WebP, GIF

std::string png_chunk(std::string const& type, std::string const& data) {
    std::string out;
    add_big_endian(out, data.size(), 4);
    return out + type + data + "crc!";
}

TEST(CleanPng, R10_2_TextsAndTimesAreLeftOutAndTheDrawingStays) {
    auto const head = "\x89PNG\r\n\x1A\n"s + png_chunk("IHDR", std::string(13, 'h')) + png_chunk("iCCP", "profile");
    auto const rest = png_chunk("IDAT", "drawn") + png_chunk("IEND", "");
    auto const told = png_chunk("tEXt", position) + png_chunk("iTXt", "XML:com.adobe.xmp"s + position) + png_chunk("zTXt", position) + png_chunk("tIME", "2026") + png_chunk("prVt", position);
    EXPECT_EQ(cleaned("image/png", head + told + rest + position), head + rest);
    auto const turned = cleaned("image/png", head + png_chunk("eXIf", exif_with_position(8)) + rest);
    EXPECT_NE(turned.find("eXIf"s + tiff_of_orientation(8)), turned.npos) << "the orientation stays";
}

std::string riff_chunk(std::string const& type, std::string const& data) {
    auto out = type;
    add_little_endian(out, data.size(), 4);
    return out + data + (data.size() % 2 ? "\0"s : ""s);
}
std::string webp(std::string const& chunks) {
    std::string out = "RIFF";
    add_little_endian(out, chunks.size() + 4, 4);
    return out + "WEBP" + chunks;
}

TEST(CleanWebp, R10_2_ExifAndXmpGoAndTheHeaderSaysSo) {
    auto const extended = [](char flags) { return riff_chunk("VP8X", flags + std::string(9, '\1')); };
    auto const drawn = riff_chunk("ALPH", "abc") + riff_chunk("VP8 ", "drawn");
    EXPECT_EQ(cleaned("image/webp", webp(extended('\x1C') + drawn + riff_chunk("EXIF", exif_with_position(1)) + riff_chunk("XMP ", position)) + position), webp(extended('\x10') + drawn));
    EXPECT_EQ(cleaned("image/webp", webp(extended('\x0C') + drawn + riff_chunk("EXIF", "Exif\0\0"s + exif_with_position(3)))),
              webp(extended('\x08') + drawn + riff_chunk("EXIF", tiff_of_orientation(3))));
}

TEST(CleanGif, R10_2_CommentsAndXmpGoAndTheAnimationStays) {
    auto const screen = "GIF89a"s + std::string(4, '\1') + "\x80\0\0"s + std::string(6, 'c');
    auto const loop = "!\xFF\x0BNETSCAPE2.0\3\1\0\0\0"s;
    auto const picture = "!\xF9\4\0\0\0\0\0"s + ","s + std::string(8, '\0') + "\0\2\3abc\0"s;
    auto const told = "!\xFE\x11"s + position + "\0"s + "!\xFF\x0BXMP DataXMP\x11"s + position + "\0"s;
    EXPECT_EQ(cleaned("image/gif", screen + told + loop + picture + ";" + position), screen + loop + picture + ";");
}

// --- films, recordings, pictures of boxes

std::string box(std::string const& type, std::string const& content) {
    std::string out;
    add_big_endian(out, content.size() + 8, 4);
    return out + type + content;
}
std::string handler(std::string const& kind) { return box("hdlr", std::string(8, '\0') + kind + std::string(13, '\0')); }
std::string track(std::string const& kind, std::string const& more = "") { return box("trak", box("tkhd", "turned") + box("mdia", handler(kind) + more)); }
std::string number(std::uint64_t value) {
    std::string out;
    add_big_endian(out, value, 4);
    return out;
}

TEST(CleanFilm, R10_2_PlacesOfPhonesAreOverwrittenWhereTheyStand) {
    auto const spot = box("udta", box("\xA9xyz", position)) + box("meta", box("keys", "location.ISO6709") + box("ilst", position)) + box("uuid", position);
    auto const film = box("ftyp", "qt  0000qt  ") + box("mdat", "heard and seen") + box("moov", box("mvhd", "long") + track("vide") + spot) + box("free", position) + box("SEFD", position);
    auto const kept = cleaned("video/quicktime", film);
    ASSERT_EQ(kept.size(), film.size()) << "no offset moves";
    EXPECT_EQ(kept.substr(0, film.find("udta")), film.substr(0, film.find("udta")));
    EXPECT_EQ(media_type_of_boxes(kept), "video/quicktime");
}

TEST(CleanFilm, R10_2_ATrackOfPositionsGoesWithItsSamples) {
    auto const head = box("ftyp", "isom0000mp42");
    auto const data = box("mdat", "seen"s + position + "heard" + position);
    auto const first = head.size() + 8 + 4, second = first + 17 + 5;
    auto const table = box("stbl", box("stsz", number(0) + number(0) + number(2) + number(17) + number(17)) + box("stsc", number(0) + number(1) + number(1) + number(1) + number(1)) +
                                       box("stco", number(0) + number(2) + number(first) + number(second)));
    auto const kept = cleaned("video/mp4", head + data + box("moov", track("vide") + track("meta", box("minf", table))));
    EXPECT_NE(kept.find("seen"), kept.npos);
    EXPECT_NE(kept.find("heard"), kept.npos);
}

TEST(CleanFilm, OneThatTellsNothingIsKeptToTheLetter) {
    auto const film = box("ftyp", "M4A 0000M4A isom") + box("moov", track("soun")) + box("mdat", "heard");
    EXPECT_EQ(cleaned("audio/mp4", film, Cleaned::nothing), film);
}

TEST(CleanHeic, R10_2_ExifKeepsTheOrientationAndXmpIsBlank) {
    auto const exif = "\0\0\0\0"s + exif_with_position(6), xmp = "<x>"s + position;
    auto const entry = [](int id, std::string const& type) { return box("infe", "\2\0\0\0\0"s + static_cast<char>(id) + "\0\0"s + type + "\0"s); };
    auto const names = box("iinf", "\0\0\0\0\0\2"s + entry(1, "Exif") + entry(2, "mime"));
    auto const place = [](int id, std::size_t at, std::size_t length) { return "\0"s + static_cast<char>(id) + "\0\0\0\1"s + number(at) + number(length); };
    auto const locations = [&](std::size_t at) { return box("iloc", "\0\0\0\0\x44\0\0\2"s + place(1, at, exif.size()) + place(2, at + exif.size(), xmp.size())); };
    auto const build = [&](std::size_t at) { return box("ftyp", "heic0000mif1") + box("meta", "\0\0\0\0"s + handler("pict") + names + locations(at)) + box("mdat", exif + xmp + "drawn"); };
    auto const picture = build(build(0).size() - exif.size() - xmp.size() - 5);
    auto const kept = cleaned("image/heic", picture);
    ASSERT_EQ(kept.size(), picture.size());
    EXPECT_NE(kept.find("\0\0\0\0"s + tiff_of_orientation(6)), kept.npos);
    EXPECT_EQ(kept.substr(kept.size() - 5), "drawn");
}

TEST(CleanBoxes, LengthsThatLieNeverReachOutsideTheFile) {
    for (auto const& broken : {"\0\0\0\1ftyp"s, box("ftyp", "qt  0000") + "\xFF\xFF\xFF\xFFmoov\xFF\xFF\xFF\xFFtrak"s, box("ftyp", "heic0000") + box("meta", "\0\0\0\0"s + box("iinf", "") + box("iloc", "\1"))}) {
        auto content = broken;
        (void)clean_boxes(content);
        EXPECT_EQ(content.size(), broken.size());
    }
}

TEST(MediaTypes, PhonesFilmsAndPicturesAreKnownByTheirBrandAndTracks) {
    auto const sniffer = make_media_sniffer();
    EXPECT_EQ(sniffer->media_type_of(box("ftyp", "heic0000mif1heic")), "image/heic");
    EXPECT_EQ(sniffer->media_type_of(box("ftyp", "mif10000heic")), "image/heic");
    EXPECT_EQ(sniffer->media_type_of(box("ftyp", "qt  0000qt  ") + box("moov", track("vide"))), "video/quicktime");
    EXPECT_EQ(sniffer->media_type_of(box("ftyp", "M4A 0000M4A ")), "audio/mp4");
    EXPECT_EQ(sniffer->media_type_of(box("ftyp", "mp420000isom") + box("moov", track("soun"))), "audio/mp4") << "a recording of an Android phone";
    EXPECT_EQ(sniffer->media_type_of(box("ftyp", "mp420000isom") + box("moov", track("vide"))), "video/mp4");
    EXPECT_EQ(sniffer->media_type_of(box("ftyp", "3gp40000isom") + box("moov", track("soun"))), "audio/3gpp");
    EXPECT_EQ(sniffer->media_type_of("#!AMR\n"s + std::string(32, '\x3C')), "audio/amr");
}

}  // namespace
}  // namespace hearline::channel
