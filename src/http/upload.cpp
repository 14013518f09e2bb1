#include "http/upload.hpp"

#include <fstream>
#include <iterator>

#include "http/json/body.hpp"
#include "http/multipart.hpp"

namespace hearline::http {

namespace {

tl::unexpected<Error> bad_form(Text detail) { return refuse_field("/file", "bad-upload", std::move(detail)); }

/// What was sent; above the body limit it lies in a file. A file that cannot be read is lost infrastructure, never a shorter upload.
std::string body_of(Request const& request) {
    if (request.body_file.empty()) return request.body;
    std::ifstream in{request.body_file, std::ios::binary};
    std::string body{std::istreambuf_iterator<char>{in}, {}};
    if (!in || in.bad()) throw std::runtime_error{"cannot read the upload " + request.body_file};
    return body;
}

/// The one file of a form.
Result<Upload> read_form(Request const& request) {
    auto const body = body_of(request);
    auto const parts = TRY(read_multipart(request.header("content-type"), body));
    Part const* file = nullptr;
    for (auto const& part : parts) {
        if (!part.is_file) return bad_form(say("表单只收一个文件，没有字段 {0}", "The form takes one file and no field {0}", part.name));
        if (file) return bad_form(say("一次只能上传一个文件", "Send one file at a time"));
        file = &part;
    }
    if (!file) return bad_form(say("表单中没有文件", "The form holds no file"));
    return Upload{file->file_name, std::string{file->content}};
}

Result<Upload> read_either(Request const& request) {
    if (request.header("content-type").starts_with("multipart/form-data")) return read_form(request);
    std::string name{request.parameter("name").value_or("")};
    if (name.empty()) name = file_name_of(request.header("content-disposition"));
    if (name.empty())
        return refuse_field("?name", "no-file-name",
                            say("请给出文件名：?name= 或 Content-Disposition", "Give the file a name: ?name= or Content-Disposition"));
    return Upload{std::move(name), body_of(request)};
}

}  // namespace

Result<Upload> read_upload(Request const& request) {
    auto upload = TRY(read_either(request));
    if (auto fault = text_fault(upload.name, TextForm::line, 200))
        return refuse_field("?name", "bad-file-name", Text{"文件名" + fault->zh, "The file's name " + fault->en});
    return upload;
}

}  // namespace hearline::http
