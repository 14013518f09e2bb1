// hearline verify: chains, texts, anchors, records, numbers, figures.
#include <ostream>

#include "app/verify_store.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"
#include "cli/progress.hpp"

namespace hearline::cli {

namespace {

void print(std::ostream& out, Environment const& environment, VerifyFinding const& finding) {
    out << finding.check;
    if (!finding.complaint.empty()) out << ' ' << finding.complaint;
    if (finding.seq) out << " #" << finding.seq;
    out << ": " << environment.say(finding.detail) << '\n';
}

}  // namespace

Exit run_verify(Invocation const&, Environment& environment) {
    auto const opened = open(environment, StoreUse::read);
    if (!opened) return report(environment, opened.error());
    OpenedFacts const facts{environment, *opened};
    VerifyReport found;
    {
        ProgressLine progress{environment, {"核对", "Verifying"}};
        found = verify_store(*opened->store, &facts.table(), *opened->directory, environment.now(),
                             [&](std::int64_t done, std::int64_t total) { progress(done, total); });
    }
    for (auto const& note : found.notes) print(environment.out, environment, note);
    if (found.noted > 0)
        environment.out << environment.say(say("以上 {0} 处照原样保存（最多列出 100 处）：库没有差错，除注明办法的以外无需处理",
                                               "{0} such things are kept as they were taken in (at most 100 are listed): nothing is wrong with the store, nothing is to be done but what they say",
                                               found.noted))
                        << '\n';
    for (auto const& finding : found.findings) print(environment.err, environment, finding);
    auto const counted = say("投诉 {0} 件，事件 {1} 个，锚 {2} 个", "{0} complaints, {1} events, {2} anchors", found.complaints, found.events, found.anchors);
    if (found.sound()) {
        environment.out << environment.say(say("{0}：事件链、记录、编号和统计都一致", "{1}: chains, records, numbers and figures agree", counted.zh, counted.en)) << '\n';
        return Exit::done;
    }
    environment.err << environment.say(say("{0}：发现 {2} 处不一致", "{1}: {2} things do not agree", counted.zh, counted.en, found.bad)) << '\n';
    return Exit::refused;
}

}  // namespace hearline::cli
