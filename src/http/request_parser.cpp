#include "http/request_parser.hpp"

#include <boost/beast/http/basic_parser.hpp>
#include <cstring>
#include <optional>

namespace hearline::http {
namespace {

namespace beast = boost::beast;
using beast::error_code;
using beast::string_view;

constexpr std::size_t most_headers = 100;
/// What chunk sizes, extensions and trailers may cost beyond the body itself.
constexpr std::size_t chunk_overhead = 64 * 1024;

std::string_view plain(string_view text) { return {text.data(), text.size()}; }

Fault fault_of(error_code const& ec) {
    using E = beast::http::error;
    if (ec == E::header_limit) return faults::large_header;
    if (ec == E::body_limit) return faults::too_large;
    if (ec == E::bad_version) return faults::bad_version;
    if (ec == E::bad_content_length || ec == E::multiple_content_length || ec == E::bad_transfer_encoding) return faults::bad_length;
    if (ec == E::bad_chunk || ec == E::bad_chunk_extension) return faults::bad_chunk;
    if (ec == E::bad_target) return faults::bad_target;
    return faults::bad_request;
}

}  // namespace

class RequestParser::Impl {
public:
    /// One message of the parser library, which cannot be used twice.
    class Message final : public beast::http::basic_parser<true> {
    public:
        explicit Message(Impl& owner) : owner_{owner} {
            eager(true);
            header_limit(static_cast<std::uint32_t>(owner.options_.header_limit));
            body_limit(boost::none);
        }

    private:
        void on_request_impl(beast::http::verb, string_view method, string_view target, int version, error_code& ec) override {
            owner_.on_request(plain(method), plain(target), version, ec);
        }
        void on_response_impl(int, string_view, int, error_code&) override {}
        void on_field_impl(beast::http::field, string_view name, string_view value, error_code& ec) override { owner_.on_field(plain(name), plain(value), ec); }
        void on_header_impl(error_code& ec) override { owner_.on_header(ec); }
        void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}
        std::size_t on_body_impl(string_view body, error_code& ec) override { return owner_.on_body(plain(body), ec); }
        void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
        std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code& ec) override { return owner_.on_body(plain(body), ec); }
        void on_finish_impl(error_code& ec) override { owner_.on_finish(ec); }

        Impl& owner_;
    };

    Impl(ServerOptions const& options, BodyLimit const& body_limit) : options_{options}, body_limit_{body_limit} {}

    void begin(Request& request) {
        request_ = &request;
        request.headers.clear();
        request.query.clear();
        request.body.clear();
        request.body_file.clear();
        request.captures.clear();
        request.identity = {};
        message_.emplace(*this);
        sink_.forget();
        fault_ = {};
        framing_ = {};
        head_bytes_ = body_bytes_ = raw_bytes_ = 0;
        began_ = head_done_ = line_skipped_ = false;
    }

    Step feed(std::string_view bytes) {
        std::size_t skipped = 0;
        if (!began_) {  // one empty line before a request line is let pass (RFC 9112, 2.2)
            if (!line_skipped_ && bytes == "\r") return {0, Progress::more};
            if (!line_skipped_ && bytes.starts_with("\r\n")) skipped = 2;
            line_skipped_ = line_skipped_ || skipped > 0;
            if (bytes.size() == skipped) return {skipped, Progress::more};
            began_ = true;
        }
        auto const input = bytes.substr(skipped);
        // The library asserts that the last chunk does not come in smaller pieces; no chunk ends with fewer bytes than these anyway.
        if (head_done_ && message_->chunked() && input.size() < 5) return {skipped, Progress::more};
        if (!head_done_ && head_bytes_ + std::min(input.size(), options_.header_limit + 1) > options_.header_limit && !ends_within(input))
            return give_up(skipped, faults::large_header);
        input_ = input;
        error_code ec;
        bool const was_head = !head_done_;
        auto const used = message_->put({input.data(), input.size()}, ec);
        if (was_head) head_bytes_ += used;
        else raw_bytes_ += used;
        if (ec && ec != beast::http::error::need_more) return give_up(skipped + used, fault_.status ? fault_ : fault_of(ec));
        if (message_->is_done()) return {skipped + used, Progress::complete};
        if (raw_bytes_ > 2 * body_bytes_ + chunk_overhead || (head_done_ && input.size() - used > options_.header_limit && ec))
            return give_up(skipped + used, faults::bad_chunk);
        return {skipped + used, Progress::more};
    }

    void release() { sink_.forget(); }

    Fault fault_;
    Framing framing_;
    bool began_ = false, head_done_ = false;
    std::size_t body_bytes_ = 0;
    int minor_version_ = 1;
    std::optional<Message> message_;

private:
    /// The head ends early enough in what is there.
    bool ends_within(std::string_view input) const {
        return input.substr(0, options_.header_limit - std::min(head_bytes_, options_.header_limit)).find("\r\n\r\n") != std::string_view::npos;
    }

    Step give_up(std::size_t used, Fault const& fault) {
        fault_ = fault;
        sink_.forget();
        return {used, Progress::fault};
    }

    void refuse(Fault const& fault, error_code& ec) {
        fault_ = fault;
        ec = beast::http::error::bad_field;
    }

    void on_request(std::string_view method, std::string_view raw_target, int version, error_code& ec) {
        minor_version_ = version - 10;
        auto const known = method_of(method);
        if (!known) return refuse(faults::unknown_method, ec);
        request_->method = *known;
        if (auto const fault = read_target(raw_target, *known, target_)) return refuse(*fault, ec);
        request_->path.swap(target_.path);
        request_->query.swap(target_.query);
    }

    void on_field(std::string_view name, std::string_view value, error_code& ec) {
        if (head_done_) return;  // trailers say nothing we believe
        auto const* const input_end = input_.data() + input_.size();
        auto const* const name_end = name.data() + name.size();
        bool const copied = value.data() < name_end || value.data() > input_end;  // the library unfolds into a buffer of its own
        if (copied || std::memchr(name_end, '\n', static_cast<std::size_t>(value.data() - name_end))) return refuse(faults::folded_header, ec);
        if (request_->headers.size() == most_headers) return refuse(faults::large_header, ec);
        auto& header = request_->headers.emplace_back(name, value);
        for (char& c : header.first)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }

    void on_header(error_code& ec) {
        head_done_ = true;
        if (auto const fault = check_headers(request_->headers, minor_version_, framing_)) return refuse(*fault, ec);
        if (!target_.authority.empty())
            for (auto& [name, value] : request_->headers)
                if (name == "host") value = target_.authority;
        limit_ = body_limit_ ? body_limit_(request_->method, request_->path) : options_.body_limit;
        auto const length = message_->content_length();
        if (length && *length > limit_) return refuse(faults::too_large, ec);
        sink_.begin(request_->body, std::min(limit_, options_.body_limit), options_.upload_folder, length ? static_cast<std::size_t>(*length) : 0);
    }

    std::size_t on_body(std::string_view bytes, error_code& ec) {
        if (body_bytes_ + bytes.size() > limit_) {
            refuse(faults::too_large, ec);
            return 0;
        }
        body_bytes_ += bytes.size();
        if (!sink_.append(bytes)) refuse(faults::upload_failed, ec);
        return bytes.size();
    }

    void on_finish(error_code& ec) {
        if (!sink_.finish()) return refuse(faults::upload_failed, ec);
        request_->body_file = sink_.path();
    }

    ServerOptions const& options_;
    BodyLimit const& body_limit_;
    BodySink sink_;
    Request* request_ = nullptr;
    Target target_;
    std::string_view input_;
    std::size_t head_bytes_ = 0, raw_bytes_ = 0, limit_ = 0;
    bool line_skipped_ = false;
};

RequestParser::RequestParser(ServerOptions const& options, BodyLimit const& body_limit) : impl_{std::make_unique<Impl>(options, body_limit)} {}
RequestParser::~RequestParser() = default;

void RequestParser::begin(Request& request) { impl_->begin(request); }
RequestParser::Step RequestParser::feed(std::string_view bytes) { return impl_->feed(bytes); }
void RequestParser::release() { impl_->release(); }
Fault const& RequestParser::fault() const { return impl_->fault_; }
bool RequestParser::began() const { return impl_->began_; }
bool RequestParser::head_done() const { return impl_->head_done_; }
bool RequestParser::expects_continue() const { return impl_->framing_.expects_continue && impl_->body_bytes_ == 0; }
bool RequestParser::keep_alive() const { return impl_->message_->keep_alive(); }
int RequestParser::minor_version() const { return impl_->minor_version_; }
std::size_t RequestParser::body_size() const { return impl_->body_bytes_; }

}  // namespace hearline::http
