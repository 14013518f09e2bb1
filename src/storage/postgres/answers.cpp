#include "storage/postgres/answers.hpp"

namespace hearline::postgres {
namespace {

class AnswerRow final : public sql::Row {
public:
    explicit AnswerRow(Answer const& answer) : answer_{answer} {}
    bool null(int column) override { return answer_.is_null(row, column); }
    std::int64_t integer(int column) override { return answer_.integer(row, column); }
    std::string_view text(int column) override { return answer_.bytes(row, column); }
    std::string_view blob(int column) override { return answer_.bytes(row, column); }
    int row = 0;

private:
    Answer const& answer_;
};

}  // namespace

void hand_out(Answer const& answer, sql::RowSink sink) {
    AnswerRow row{answer};
    for (int rows = answer.rows(); row.row < rows; ++row.row) sink(row);
}

Answer Direct::ask(sql::Literal literal, std::span<sql::Value const> values, Wire::Plan plan) {
    if (failure_) throw *failure_;
    try {
        return wire_.ask(literal, values, plan);
    } catch (EngineError const& error) {
        failure_ = error;
        throw;
    }
}

void Direct::query(sql::Literal literal, std::span<sql::Value const> values, sql::RowSink sink) { hand_out(ask(literal, values), sink); }

std::int64_t Direct::change(sql::Literal literal, std::span<sql::Value const> values) {
    has_written_ = true;
    return ask(literal, values).changed();
}

void Direct::post(sql::Literal literal, std::span<sql::Value const> values) {
    if (failure_) throw *failure_;
    has_written_ = true;
    try {
        wire_.send(literal, values);
    } catch (EngineError const& error) {
        failure_ = error;
        throw;
    }
}

}  // namespace hearline::postgres
