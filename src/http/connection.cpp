#include "http/connection.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace hearline::http {
namespace {

using std::chrono::seconds;

constexpr std::size_t first_buffer = 4 * 1024;
constexpr std::size_t body_buffer = 64 * 1024;
constexpr std::size_t reply_batch = 32 * 1024;     ///< replies of pipelined requests are sent together up to here
constexpr std::size_t slowest_body = 8 * 1024;     ///< bytes a second that a large upload must reach at least
constexpr std::size_t file_piece = 256 * 1024;     ///< of a large answer, each with a write timeout of its own
constexpr std::size_t lingering_bytes = 4 << 20;   ///< what is read and thrown away of a refused upload
constexpr seconds lingering_time{2};
constexpr int most_in_a_row = 32;

class File {
public:
    explicit File(std::string const& path) : file_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {}
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    [[nodiscard]] long read(char* to, std::size_t most, std::uint64_t from) const { return ::pread(file_, to, most, static_cast<off_t>(from)); }

private:
    int file_;
};

std::optional<std::uint64_t> size_of_file(std::string const& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(about.st_size);
}

/// The part of the file that is sent; says so in the response.
ByteRange choose_part(Request const& request, Response& response, std::uint64_t size) {
    auto const wish = request.method == Method::get ? read_range(request.header("range"), size) : RangeWish{};
    response.set("Accept-Ranges", "bytes");
    if (wish.answer == RangeAnswer::whole) return {0, size};
    if (wish.answer == RangeAnswer::none) {
        response = fault_response(faults::no_such_part);
        response.set("Content-Range", "bytes */" + std::to_string(size));
        return {};
    }
    response.status = 206;
    auto const& [from, count] = wish.part;
    response.set("Content-Range", "bytes " + std::to_string(from) + '-' + std::to_string(from + count - 1) + '/' + std::to_string(size));
    return wish.part;
}

}  // namespace

Connection::Connection(Shared& shared, Rhythm const& rhythm, std::unique_ptr<Stream> stream, TrustedProxies::Origin origin, Welcome welcome)
    : shared_{shared}, rhythm_{rhythm}, stream_{std::move(stream)}, origin_{std::move(origin)}, welcome_{welcome}, parser_{shared.options, shared.body_limit} {}

void Connection::tick() {
    if (feed_ && feed_->cut_off()) return abort();
    if (phase_ == Phase::feeding && feed_->has_news()) deadline_ = rhythm_.now;  // the waiting is over
    if (deadline_ == SteadyTime{} || rhythm_.now < deadline_) return;
    deadline_ = {};
    timed_out_ = true;
    stream_->cancel();
}

void Connection::drain() {
    stopping_ = true;
    if (phase_ == Phase::idle || phase_ == Phase::opening || phase_ == Phase::feeding) stream_->cancel();
}

void Connection::abort() {
    stopping_ = aborted_ = true;
    stream_->cancel();
}

bool Connection::make_way() {
    if (phase_ != Phase::idle || stopping_) return false;
    abort();
    return true;
}

std::string Connection::next_id() {
    auto const n = shared_.next_id.fetch_add(1, std::memory_order_relaxed);
    std::string id = shared_.id_prefix;
    for (int shift = 28; shift >= 0; shift -= 4) id.push_back("0123456789abcdef"[n >> shift & 15]);
    return id;
}

Task<bool> Connection::live() {
    deadline_ = rhythm_.now + shared_.options.header_timeout;
    auto start = [this](Stream::Waiter& waiter) { stream_->begin(waiter); };
    Waiting<decltype(start)> waiting{start};
    auto const begun = co_await waiting;
    if (begun.ok && welcome_ == Welcome::turn_away) {
        co_await give_up(faults::overloaded);
    } else if (begun.ok) {
        for (bool on = true; on && !aborted_;) {
            on = co_await receive();
            if (on) on = co_await answer();
        }
    }
    stream_->close();
    co_return true;
}

RequestParser::Progress Connection::parse() {
    while (begin_ < end_) {
        auto const step = parser_.feed({buffer_.get() + begin_, end_ - begin_});
        begin_ += step.used;
        if (step.progress != RequestParser::Progress::more) return step.progress;
        if (step.used == 0) break;
    }
    if (begin_ == end_) begin_ = end_ = 0;
    return RequestParser::Progress::more;
}

Task<bool> Connection::receive() {
    parser_.begin(request_);
    phase_ = Phase::idle;
    deadline_ = {};
    bool continued = false;
    for (;;) {
        auto const progress = parse();
        if (progress == RequestParser::Progress::complete) co_return true;
        if (progress == RequestParser::Progress::fault) co_return co_await give_up(parser_.fault());
        auto const phase = parser_.head_done() ? Phase::body : parser_.began() ? Phase::head : Phase::idle;
        if (phase == Phase::body && parser_.expects_continue() && !continued) {
            out_ += "HTTP/1.1 100 Continue\r\n\r\n";
            continued = true;
        }
        if (!flush_now()) {
            bool const sent = co_await flush();
            if (!sent) co_return false;
        }
        expect(phase);
        if (stopping_ && phase == Phase::idle) {
            if (!take_what_is_there()) co_return false;
            continue;
        }
        bool const more = co_await more_bytes();
        if (!more) co_return false;
    }
}

void Connection::expect(Phase phase) {
    auto const& options = shared_.options;
    if (phase == Phase::body) {  // a large body earns time as it comes
        if (phase_ != phase) body_began_ = rhythm_.now;
        phase_ = phase;
        deadline_ = body_began_ + options.body_timeout + seconds{parser_.body_size() / slowest_body};
    } else if (phase_ != phase || deadline_ == SteadyTime{}) {
        phase_ = phase;
        deadline_ = rhythm_.now + (phase == Phase::head ? options.header_timeout : options.idle_timeout);
    }
}

void Connection::make_room() {
    std::size_t const wanted = parser_.head_done() ? body_buffer : capacity_ == 0 ? first_buffer : shared_.options.header_limit + first_buffer;
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ < capacity_ && (capacity_ >= wanted || end_ == 0)) return;
    auto const waiting = end_ - begin_;
    if (capacity_ >= wanted && begin_ > 0) {
        std::memmove(buffer_.get(), buffer_.get() + begin_, waiting);
    } else {
        auto const larger = std::max(wanted, 2 * waiting);
        auto grown = std::make_unique_for_overwrite<char[]>(larger);
        if (waiting > 0) std::memcpy(grown.get(), buffer_.get() + begin_, waiting);
        buffer_ = std::move(grown);
        capacity_ = larger;
    }
    begin_ = 0;
    end_ = waiting;
}

bool Connection::take_what_is_there() {
    make_room();
    auto const n = stream_->read_now(buffer_.get() + end_, capacity_ - end_);
    end_ += n;
    return n > 0;
}

Task<bool> Connection::more_bytes() {
    make_room();
    auto read = [this](Stream::Waiter& waiter) { stream_->read_some(buffer_.get() + end_, capacity_ - end_, waiter); };
    Waiting<decltype(read)> waiting{read};
    auto const heard = co_await waiting;
    run_length_ = 0;
    bool const late = std::exchange(timed_out_, false);
    if (heard.ok && heard.n > 0) {
        end_ += heard.n;
        co_return true;
    }
    if (aborted_) co_return false;
    if (!heard.ok && late) {
        shared_.timeouts.fetch_add(1, std::memory_order_relaxed);
        if (parser_.began()) co_return co_await give_up(faults::timeout);
        co_return false;
    }
    if (heard.ok && parser_.head_done()) co_return co_await give_up(faults::body_cut_off);
    if (heard.ok && parser_.began()) co_return co_await give_up(faults::bad_request);
    co_return stopping_ && !heard.ok && phase_ == Phase::idle && take_what_is_there();
}

Task<bool> Connection::answer() {
    phase_ = Phase::handling;
    deadline_ = {};
    shared_.requests.fetch_add(1, std::memory_order_relaxed);
    shared_.proxies.identify(request_, origin_);
    request_.id = next_id();
    if (request_.method != Method::get && !flush_now()) {  // a write may take its time; earlier answers need not wait for it
        bool const sent = co_await flush();
        if (!sent) co_return false;
    }
    Response response;
    try {
        response = co_await shared_.entry(request_);
    } catch (...) {
        response = fault_response(faults::broken);
    }
    parser_.release();
    auto const size = response.file.empty() ? std::nullopt : size_of_file(response.file);
    if (!response.file.empty() && !size) response = fault_response(faults::broken);
    auto const part = size && response.status == 200 ? choose_part(request_, response, *size) : ByteRange{0, size.value_or(0)};
    bool const on = parser_.keep_alive() && !stopping_ && !response.feed;
    bool const has_body = request_.method != Method::head && !bodiless(response.status);
    append_head(out_, response, {on ? Delivery::After::keep_open : Delivery::After::close, request_.secure, parser_.minor_version(), part.size, rhythm_.date});
    bool sent = true;
    if (has_body && response.feed) {
        sent = co_await send_feed(*response.feed);
    } else if (has_body && !response.file.empty()) {
        sent = co_await send_file(response.file, part);
    } else if (has_body && response.body.size() > reply_batch) {
        std::string_view rest = response.body;
        if (rest.size() > file_piece || !flush_now(rest)) sent = co_await flush(rest);
    } else {
        if (has_body) out_ += response.body;
        if ((!on || out_.size() > reply_batch) && !flush_now()) sent = co_await flush();
    }
    if (!sent) co_return false;
    if (!on) {
        if (!response.feed && (stopping_ || end_ > begin_)) co_await linger();
        co_return false;
    }
    if (++run_length_ >= most_in_a_row) {
        run_length_ = 0;
        auto yield = [this](Stream::Waiter& waiter) { stream_->yield(waiter); };
        Waiting<decltype(yield)> waiting{yield};
        co_await waiting;
    }
    co_return true;
}

bool Connection::flush_now() {
    std::string_view nothing;
    return out_.empty() || flush_now(nothing);
}

bool Connection::flush_now(std::string_view& body) {
    auto const sent = aborted_ ? 0 : stream_->write_now(out_, body);
    auto const of_head = std::min(sent, out_.size());
    out_.erase(0, of_head);
    body.remove_prefix(sent - of_head);
    return out_.empty() && body.empty();
}

Task<bool> Connection::flush(std::string_view body) {
    phase_ = Phase::writing;
    do {
        if (aborted_) co_return false;
        auto const piece = body.substr(0, file_piece);
        deadline_ = rhythm_.now + shared_.options.write_timeout;
        auto write = [this, piece](Stream::Waiter& waiter) { stream_->write_all(out_, piece, waiter); };
        Waiting<decltype(write)> waiting{write};
        auto const heard = co_await waiting;
        if (std::exchange(timed_out_, false)) shared_.timeouts.fetch_add(1, std::memory_order_relaxed);
        deadline_ = {};
        out_.clear();
        if (!heard.ok) co_return false;
        body.remove_prefix(piece.size());
    } while (!body.empty());
    if (out_.capacity() > 2 * reply_batch) out_.shrink_to_fit();
    co_return true;
}

Task<bool> Connection::send_feed(Feed& feed) {
    feed_ = &feed;
    auto comment_at = rhythm_.now + shared_.options.comment_every;
    bool on = true;
    while (on && !stopping_ && !aborted_) {
        out_ += feed.take();
        if (out_.empty() && feed.ended()) break;
        if (out_.empty() && rhythm_.now >= comment_at) out_ = ":\n\n";
        if (out_.empty()) {
            on = co_await wait_for_news(comment_at);
            continue;
        }
        comment_at = rhythm_.now + shared_.options.comment_every;
        if (!flush_now()) on = co_await flush();
    }
    feed_ = nullptr;
    co_return on;
}

// Reading is the waiting: it tells when the peer goes. `tick` ends it when there is news. What a peer sends meanwhile is thrown away.
Task<bool> Connection::wait_for_news(SteadyTime at_most) {
    begin_ = end_ = 0;
    make_room();
    phase_ = Phase::feeding;
    deadline_ = at_most;
    auto read = [this](Stream::Waiter& waiter) { stream_->read_some(buffer_.get(), capacity_, waiter); };
    Waiting<decltype(read)> waiting{read};
    auto const heard = co_await waiting;
    phase_ = Phase::handling;
    deadline_ = {};
    bool const woken = std::exchange(timed_out_, false);
    co_return heard.ok ? heard.n > 0 : woken || stopping_;
}

Task<bool> Connection::send_file(std::string path, ByteRange part) {
    File const file{path};
    std::string piece;
    while (part.size > 0) {
        piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(part.size, file_piece)));
        auto const n = file.read(piece.data(), piece.size(), part.from);
        if (n <= 0) co_return false;  // the length has been promised: only ending the connection tells the truth now
        piece.resize(static_cast<std::size_t>(n));
        part.from += static_cast<std::uint64_t>(n);
        part.size -= static_cast<std::uint64_t>(n);
        bool const sent = co_await flush(piece);
        if (!sent) co_return false;
    }
    if (out_.empty() || flush_now()) co_return true;
    co_return co_await flush();
}

Task<bool> Connection::give_up(Fault fault) {
    shared_.refused.fetch_add(1, std::memory_order_relaxed);
    auto const response = fault_response(fault);
    bool const head = parser_.began() && request_.method == Method::head && parser_.head_done();
    append_head(out_, response, {Delivery::After::close, origin_.secure, 1, 0, rhythm_.date});
    if (!head) out_ += response.body;
    bool sent = flush_now();
    if (!sent) sent = co_await flush();
    if (sent) co_await linger();
    co_return false;
}

Task<bool> Connection::linger() {
    stream_->end_sending();
    phase_ = Phase::lingering;
    deadline_ = rhythm_.now + lingering_time;
    begin_ = end_ = 0;
    make_room();
    std::size_t thrown_away = 0;
    while (thrown_away < lingering_bytes && !aborted_) {
        auto read = [this](Stream::Waiter& waiter) { stream_->read_some(buffer_.get(), capacity_, waiter); };
        Waiting<decltype(read)> waiting{read};
        auto const heard = co_await waiting;
        if (!heard.ok || heard.n == 0) break;
        thrown_away += heard.n;
    }
    co_return true;
}

}  // namespace hearline::http
