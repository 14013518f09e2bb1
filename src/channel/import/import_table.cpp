#include "channel/import/import_table.hpp"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <set>

#include "app/import_complaints.hpp"
#include "channel/import/map_record.hpp"

namespace hearline::channel {
namespace {

constexpr std::size_t writes_at_once = 512;

/// Counts down the writes of one group.
class Group {
public:
    void add() {
        std::lock_guard lock{mutex_};
        ++open_;
    }
    void done() noexcept {
        std::lock_guard lock{mutex_};
        if (--open_ == 0) all_done_.notify_one();
    }
    void wait() {
        std::unique_lock lock{mutex_};
        all_done_.wait(lock, [&] { return open_ == 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable all_done_;
    int open_ = 0;
};

/// One row on its way into the store.
class RowJob final : public WriteJob {
public:
    RowJob(ImportTask const& task, Group& group, Record const& record, Instant now) : task_{task}, group_{group}, line_{record.line}, row_{record.row}, now_{now} {}

    /// What can be checked before the write. False when the row is refused already.
    [[nodiscard]] bool prepare(Record const& record) {
        auto history = map_record(record, task_.mapping, *task_.directory);
        if (!history) return refuse_with(history.error());
        external_ = fmt::format("{}:{}", code_of(history->registration.channel), history->registration.external_id);
        if (task_.mapping.has_history()) {
            auto prepared = prepare_import(std::move(*history), task_.actor, task_.directory, now_, task_.random);
            if (!prepared) return refuse_with(prepared.error());
            prepared_ = std::move(*prepared);
        } else {
            registration_ = std::move(history->registration);
        }
        return true;
    }
    bool run(Transaction& transaction) override {
        outcome_ = prepared_ ? commit_import(transaction, *prepared_, now_) : import_text(transaction, registration_, task_.actor, task_.directory, now_, task_.random);
        return outcome_->has_value() && task_.mode == ImportMode::write;
    }
    void finished(std::exception_ptr error) noexcept override {
        lost_ = error;
        group_.done();
    }

    [[nodiscard]] RefusedRow refused() const { return {line_, row_, outcome_->error()}; }
    [[nodiscard]] std::string const& external() const { return external_; }
    [[nodiscard]] Result<Imported> const& outcome() const { return *outcome_; }
    [[nodiscard]] std::exception_ptr lost() const { return lost_; }

private:
    bool refuse_with(Error error) {
        outcome_ = tl::make_unexpected(std::move(error));
        return false;
    }
    ImportTask const& task_;
    Group& group_;
    std::int64_t line_, row_;
    Instant now_;
    std::string external_;
    std::shared_ptr<PreparedImport const> prepared_;
    Registration registration_;
    std::optional<Result<Imported>> outcome_;
    std::exception_ptr lost_;
};

class Import {
public:
    Import(ImportTask const& task, ImportCounts& counts) : task_{task}, counts_{counts} {}

    Done run(Records& records) {
        for (bool more = true; more;) {
            Group group;
            std::vector<std::unique_ptr<RowJob>> jobs;
            auto const end = gather(records, group, jobs);
            for (auto const& job : submitted_) task_.store.submit(*job, WriteKind::registration);
            group.wait();
            submitted_.clear();
            for (auto const& job : jobs) count(*job);
            if (task_.progress) task_.progress(counts_);
            more = TRY(end);
        }
        return std::monostate{};
    }

    [[nodiscard]] std::vector<std::string> unread_columns() const {
        std::vector<std::string> columns;
        for (auto const& [column, unread] : unread_)
            if (unread) columns.push_back(column);
        return columns;
    }

private:
    /// Reads one group of rows; false when the table ended.
    Result<bool> gather(Records& records, Group& group, std::vector<std::unique_ptr<RowJob>>& jobs) {
        while (jobs.size() < writes_at_once) {
            Record record;
            if (!TRY(records.next(record))) return false;
            look_for_unread(record);
            jobs.push_back(std::make_unique<RowJob>(task_, group, record, task_.now()));
            if (!jobs.back()->prepare(record)) continue;
            group.add();
            submitted_.push_back(jobs.back().get());
        }
        return true;
    }
    /// Columns that hold something and become no field. R3.7
    void look_for_unread(Record const& record) {
        for (auto const& [column, cell] : record.cells) {
            if (cell.empty()) continue;
            auto [known, added] = unread_.try_emplace(column, false);
            if (added) known->second = !task_.mapping.reads(column);
        }
    }
    void count(RowJob const& job) {
        if (job.lost()) std::rethrow_exception(job.lost());
        auto const& outcome = job.outcome();
        if (!outcome) {
            ++counts_.refused;
            if (task_.refused) task_.refused(job.refused());
            return;
        }
        // A dry run writes nothing, so a row that stands twice in the file is noticed here.
        bool const seen = task_.mode == ImportMode::dry_run && !seen_.insert(job.external()).second;
        if (outcome->outcome == ImportOutcome::already_there || seen)
            ++counts_.already_there;
        else
            ++counts_.taken;
    }

    ImportTask const& task_;
    ImportCounts& counts_;
    std::vector<RowJob*> submitted_;
    std::set<std::string> seen_;
    std::map<std::string, bool, std::less<>> unread_;  ///< by column that holds something
};

}  // namespace

Done import_table(ImportTask const& task, Records& records, ImportCounts& counts) {
    Import import{task, counts};
    auto done = import.run(records);
    counts.notices = records.notices();
    TableNotices own;
    for (auto const& column : import.unread_columns()) own.add_at("unread-columns", {"映射没有用到、没有读入的列", "columns that the mapping does not use and that are not read"}, column);
    for (auto& notice : own.list()) counts.notices.push_back(std::move(notice));
    return done;
}

}  // namespace hearline::channel
