#include "storage/postgres/recorder.hpp"

namespace hearline::postgres {
namespace {

void append_named(std::string& out, sql::Value const& value) {
    out += static_cast<char>('0' + static_cast<int>(value.type));
    if (value.type == sql::Value::Type::integer)
        out.append(reinterpret_cast<char const*>(&value.integer), sizeof value.integer);
    else
        out += value.bytes;
}

}  // namespace

void Recorder::copy_values(Statement& into, std::span<sql::Value const> values) {
    std::size_t size = 0;
    for (auto const& value : values) size += value.bytes.size();
    into.bytes.clear();
    into.bytes.reserve(size);
    into.values.assign(values.begin(), values.end());
    for (auto& value : into.values) {
        auto from = into.bytes.size();
        into.bytes += value.bytes;
        value.bytes = {into.bytes.data() + from, value.bytes.size()};
    }
}

std::string Recorder::named(sql::Literal literal, std::span<sql::Value const> values) {
    std::string name{literal.text()};
    for (auto const& value : values) {
        name += '\0';
        append_named(name, value);
    }
    return name;
}

bool Recorder::may_have_changed(sql::Literal literal, std::span<sql::Value const> values) const {
    if (kept_in_wave_ == 0) return false;
    // An insert that a look-up by equality would see binds the value looked up; of anything else nothing is known.
    bool is_look_up = values.size() == 1 && literal.text().ends_with("= $1");
    if (!is_look_up || changed_more_) return true;
    std::string name;
    append_named(name, values.front());
    return bound_in_wave_.contains(name);
}

void Recorder::query(sql::Literal literal, std::span<sql::Value const> values, sql::RowSink sink) {
    if (verdict_ != Verdict::complete) throw Stopped{};
    if (posted_ > 0) need_own_transaction();  // it must see its own writes
    auto known = answers_.find(named(literal, values));
    if (known != answers_.end() && !may_have_changed(literal, values)) return hand_out(known->second, sink);
    copy_values(questions_.emplace_back(Statement{literal, {}, {}}), values);
    verdict_ = Verdict::asks;
    throw Stopped{};
}

std::int64_t Recorder::change(sql::Literal, std::span<sql::Value const>) { need_own_transaction(); }

void Recorder::need_own_transaction() {
    verdict_ = Verdict::needs_own_transaction;
    throw Stopped{};
}

void Recorder::post(sql::Literal literal, std::span<sql::Value const> values) {
    if (verdict_ != Verdict::complete) throw Stopped{};
    if (posted_ == posts_.size()) posts_.push_back({literal, {}, {}});
    auto& statement = posts_[posted_++];
    statement.literal = literal;
    copy_values(statement, values);
}

void Recorder::begin_job() {
    verdict_ = Verdict::complete;
    posted_ = 0;
}

void Recorder::keep(Wire& wire) {
    for (std::size_t i = 0; i < posted_; ++i) {
        auto const& statement = posts_[i];
        wire.send(statement.literal, statement.values);
        if (!collects_bound_) continue;
        if (!statement.literal.text().starts_with("INSERT")) changed_more_ = true;
        for (auto const& value : statement.values) {
            if (value.bytes.size() > 512) continue;  // nobody looks up long texts
            std::string name;
            append_named(name, value);
            bound_in_wave_.insert(std::move(name));
        }
    }
    kept_ += posted_;
    kept_in_wave_ += posted_;
    posted_ = 0;
}

void Recorder::begin_next_wave(Wire& wire) {
    for (auto const& question : questions_) wire.send(question.literal, question.values);
    auto answers = wire.await();
    answers_.clear();
    auto first = answers.size() - questions_.size();
    for (std::size_t i = 0; i < questions_.size(); ++i) answers_.insert_or_assign(named(questions_[i].literal, questions_[i].values), answers[first + i]);
    questions_.clear();
    bound_in_wave_.clear();
    changed_more_ = false;
    kept_in_wave_ = 0;
    collects_bound_ = true;
}

}  // namespace hearline::postgres
