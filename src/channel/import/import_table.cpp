#include "channel/import/import_table.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <unordered_map>

#include "app/register_complaint.hpp"
#include "channel/import/map_record.hpp"
#include "channel/import/row_marks.hpp"
#include "domain/organisation/permission.hpp"

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

/// The name that an import field has for a pointer of the domain ("/complainant/name" → "name").
std::string field_of(std::string_view pointer) {
    if (pointer == "/units") return "handling_unit";
    for (std::string_view const prefix : {"/complainant/", "/place/", "/"})
        if (pointer.starts_with(prefix)) return std::string{pointer.substr(prefix.size())};
    return std::string{pointer};
}

std::vector<RowFault> faults_of(std::vector<FieldError> errors, Mapping const& mapping, std::vector<std::string> const& columns) {
    std::vector<RowFault> faults;
    for (auto& error : errors) {
        RowFault fault{field_of(error.pointer), {}, std::move(error.detail)};
        if (auto const field = from_code<ImportField>(fault.field)) fault.column = mapping.column_of(*field, columns);
        faults.push_back(std::move(fault));
    }
    return faults;
}

/// One row on its way into the store.
class RowJob final : public WriteJob {
public:
    RowJob(ImportTask const& task, Group& group, Record record, std::vector<std::string> const& columns)
        : task_{task}, group_{group}, now_{task.now()}, record_{std::move(record)}, row_{map_record(record_, columns, task.mapping, *task.directory)}, marks_{marks_of(row_.history)} {
        if (row_.unreadable) outcome_ = refuse(ErrorKind::invalid, "bad-row", {}, std::move(row_.wrong));
    }

    /// What the store says of the row. A field that the table does not have is no fault of a row that is there.
    void look_up(Snapshot& snapshot) {
        if (outcome_) return;
        auto known = find_imported(snapshot, row_.history, *task_.directory);
        if (!known) return;
        auto const untold = [&](FieldError const& error) {
            auto const& tells = row_.history.tells;
            return !error.pointer.empty() && std::find(tells.begin(), tells.end(), field_of(error.pointer)) == tells.end();
        };
        std::erase_if(row_.wrong, untold);
        if (row_.wrong.empty())
            outcome_ = std::move(*known);
        else
            outcome_ = refuse(ErrorKind::invalid, "bad-row", {}, std::move(row_.wrong));
    }
    /// What can be checked before the write. False when the row is settled already.
    [[nodiscard]] bool prepare() {
        if (outcome_) return false;
        auto prepared = prepare_import(row_.history, task_.actor, task_.directory, now_, task_.random, std::move(row_.wrong));
        if (!prepared)
            outcome_ = tl::make_unexpected(std::move(prepared).error());
        else if (task_.mode == ImportMode::dry_run)
            outcome_ = Imported{};
        else
            prepared_ = std::move(*prepared);
        return !outcome_;
    }
    bool run(Transaction& transaction) override {
        outcome_ = commit_import(transaction, *prepared_, now_);
        return outcome_->has_value();
    }
    void finished(std::exception_ptr error) noexcept override {
        lost_ = error;
        group_.done();
    }

    [[nodiscard]] Record& record() { return record_; }
    [[nodiscard]] RowMarks const& marks() const { return marks_; }
    [[nodiscard]] std::string identity() const { return external_of(row_.history.registration.channel, row_.history.registration.external_id); }
    [[nodiscard]] Result<Imported> const& outcome() const { return *outcome_; }
    [[nodiscard]] std::exception_ptr lost() const { return lost_; }

private:
    ImportTask const& task_;
    Group& group_;
    Instant now_;
    Record record_;
    MappedRow row_;
    RowMarks marks_;
    std::shared_ptr<PreparedImport const> prepared_;
    std::optional<Result<Imported>> outcome_;
    std::exception_ptr lost_;
};

class Import {
public:
    Import(ImportTask const& task, Records& records, ImportCounts& counts) : task_{task}, records_{records}, counts_{counts} {}

    Done run() {
        for (bool more = true; more;) {
            Group group;
            std::vector<std::unique_ptr<RowJob>> jobs;
            auto const end = gather(group, jobs);
            task_.store.read([&](Snapshot& snapshot) {
                for (auto const& job : jobs) job->look_up(snapshot);
            });
            std::vector<RowJob*> writes;
            for (auto const& job : jobs)
                if (job->prepare()) writes.push_back(job.get());
            for (std::size_t i = 0; i < writes.size(); ++i) group.add();
            for (auto* job : writes) task_.store.submit(*job, WriteKind::registration);
            group.wait();
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
    Result<bool> gather(Group& group, std::vector<std::unique_ptr<RowJob>>& jobs) {
        while (jobs.size() < writes_at_once) {
            Record record;
            if (!TRY(records_.next(record))) return false;
            look_for_unread(record);
            jobs.push_back(std::make_unique<RowJob>(task_, group, std::move(record), records_.columns()));
        }
        return true;
    }
    /// Columns that hold something and become no field. R3.7
    void look_for_unread(Record const& record) {
        for (auto const& [column, cell] : record.cells) {
            if (cell.empty()) continue;
            auto [known, added] = unread_.try_emplace(column, false);
            if (added) known->second = !task_.mapping.reads(column) && !is_of_an_error_file(column);
        }
    }
    void count(RowJob& job) {
        if (job.lost()) std::rethrow_exception(job.lost());
        auto const& outcome = job.outcome();
        if (!outcome) {
            ++counts_.refused;
            auto errors = outcome.error().fields;
            if (errors.empty()) errors.push_back({"", outcome.error().detail});
            return tell(job, "", std::move(errors));
        }
        if (outcome->outcome == ImportOutcome::differs) return differs(job, format_number(outcome->number), outcome->differences);
        // A dry run writes nothing, so a row that stands twice in the file is noticed here.
        if (outcome->outcome == ImportOutcome::taken && task_.mode == ImportMode::dry_run)
            if (auto const [first, is_new] = seen_.try_emplace(job.identity(), job.marks()); !is_new) {
                auto const differences = differences_of(job.marks(), first->second);
                if (!differences.empty()) return differs(job, "", differences);
                ++counts_.already_there;
                return;
            }
        ++(outcome->outcome == ImportOutcome::taken ? counts_.taken : counts_.already_there);
    }
    void differs(RowJob& job, std::string number, std::vector<FieldError> errors) {
        ++counts_.differing;
        tell(job, std::move(number), std::move(errors));
    }
    void tell(RowJob& job, std::string number, std::vector<FieldError> errors) {
        if (!task_.refused) return;
        task_.refused({{job.record().line, job.record().row, std::move(number), faults_of(std::move(errors), task_.mapping, records_.columns())}, std::move(job.record())});
    }

    ImportTask const& task_;
    Records& records_;
    ImportCounts& counts_;
    std::unordered_map<std::string, RowMarks> seen_;
    std::map<std::string, bool, std::less<>> unread_;  ///< by column that holds something
};

}  // namespace

// R3.7: no cell is left out without a word.
std::vector<ImportNotice> notices_of(Records const& records, std::vector<std::string> const& unread) {
    TableNotices own;
    for (auto const& column : unread) own.add_at("unread-columns", {"映射没有用到、没有读入的列", "columns that the mapping does not use and that are not read"}, column);
    std::vector<ImportNotice> notices;
    for (auto const& said : {records.notices(), own.list()})
        for (auto const& notice : said) notices.push_back({notice.code, notice.text});
    return notices;
}

std::vector<std::string> unread_columns(Records const& records, Mapping const& mapping) {
    std::vector<std::string> unread;
    for (auto const& column : records.columns())
        if (!column.empty() && !mapping.reads(column) && !is_of_an_error_file(column)) unread.push_back(column);
    return unread;
}

Result<std::vector<ReadRow>> preview_rows(Records& records, Mapping const& mapping, Directory const& directory, std::size_t most) {
    std::vector<ReadRow> rows;
    for (Record record; rows.size() < most && TRY(records.next(record));) {
        auto mapped = map_record(record, records.columns(), mapping, directory);
        rows.push_back({record.line, std::move(mapped.history), faults_of(std::move(mapped.wrong), mapping, records.columns())});
    }
    return rows;
}

Done import_table(ImportTask const& task, Records& records, ImportCounts& counts) {
    Import import{task, records, counts};
    auto done = import.run();
    counts.notices = notices_of(records, import.unread_columns());
    return done;
}

Done import_whole(ImportTask const& task, Records& records, Digest const& file, ImportCounts& counts) {
    TRY(may(task.actor, Permission::import_data));
    auto done = import_table(task, records, counts);
    if (task.mode == ImportMode::dry_run) return done;
    TRY(write_and_wait(task.store, [&](Transaction& transaction) -> Done {
        log_import(transaction, task.actor, counts, file, task.now());
        return std::monostate{};
    }));
    return done;
}

}  // namespace hearline::channel
