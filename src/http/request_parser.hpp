#pragma once
// Turns the bytes of a connection into requests, and says at once what is wrong with them. The parser library stays inside.
#include <memory>
#include <string_view>

#include "http/body_sink.hpp"
#include "http/framing.hpp"
#include "http/server.hpp"

namespace hearline::http {

class RequestParser {
public:
    enum class Progress {
        more,      ///< feed further bytes, after those used
        complete,  ///< the request is there
        fault      ///< `fault()` says why; nothing more can be read from this connection
    };
    struct Step {
        std::size_t used = 0;
        Progress progress = Progress::more;
    };

    /// Both are kept by reference.
    RequestParser(ServerOptions const& options, BodyLimit const& body_limit);
    ~RequestParser();

    /// Forgets the last message and writes the next one into `request`.
    void begin(Request& request);
    [[nodiscard]] Step feed(std::string_view bytes);

    /// The handler is done with the request: removes the temporary file of its body, if it still is where it was.
    void release();

    [[nodiscard]] Fault const& fault() const;
    [[nodiscard]] bool began() const;            ///< the first byte of a message has been seen
    [[nodiscard]] bool head_done() const;
    [[nodiscard]] bool expects_continue() const; ///< the client waits for "100 Continue"
    [[nodiscard]] bool keep_alive() const;       ///< of a complete request
    [[nodiscard]] int minor_version() const;
    [[nodiscard]] std::size_t body_size() const; ///< bytes of the body so far

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace hearline::http
