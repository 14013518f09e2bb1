#include "demo/fill_store.hpp"

#include <deque>
#include <future>
#include <stdexcept>
#include <thread>

#include "app/load_reference.hpp"
#include "app/people.hpp"
#include "channel/network_file.hpp"
#include "channel/reference_file.hpp"
#include "demo/life.hpp"
#include "demo/rhythm.hpp"
#include "demo/texts_file.hpp"

namespace hearline::demo {
namespace {

constexpr std::size_t block_size = 256;

Done check_empty(Store& store) {
    return read_now(store, [](Snapshot& snapshot) -> Done {
        if (snapshot.complaint_count() == 0 && snapshot.users().empty()) return std::monostate{};
        return refuse(ErrorKind::conflict, "not-empty",
                      say("这里已经有人员或投诉，演示只能在空的数据目录中生成；请用 --data 指定新目录", "there are people or complaints here already, and a demo fills an empty store only: name a new folder with --data"));
    });
}

Result<std::shared_ptr<Directory const>> put_reference(Store& store, ReferenceData const& data, std::uint64_t seed, Instant at) {
    TRY(write_and_wait(store, [&](Transaction& transaction) {
        SeededRandom random{seed};
        put_lookup_key(transaction, random, at);
        return load_reference(transaction, data, system_actor(), at);
    }));
    return read_now(store, [](Snapshot& snapshot) { return Directory::load(snapshot); });
}

std::vector<NewUser> people_of(Directory const& directory, std::string const& hash) {
    std::vector<NewUser> people;
    auto const add = [&](std::string name, Role role, std::string unit, std::string shown) { people.push_back({std::move(name), role, std::move(unit), std::move(shown), hash, false}); };
    std::string const centre{centre_unit};
    add("agent", Role::agent, centre, "坐席一号");
    add("agent2", Role::agent, centre, "坐席二号");
    add("director", Role::director, centre, "中心主任");
    add("leader", Role::leader, "", "公司领导");
    add("auditor", Role::auditor, "", "审计管理员");
    add("sysadmin", Role::sysadmin, "", "系统管理员");
    add("secadmin", Role::secadmin, "", "安全管理员");
    for (auto const& unit : directory.units()) {
        if (!unit.takes_work()) continue;
        add("desk-" + unit.code, Role::desk, unit.code, unit.name + "专岗");
        add("head-" + unit.code, Role::head, unit.code, unit.name + "负责人");
    }
    return people;
}

Result<std::vector<std::string>> put_people(Store& store, Directory const& directory, std::string const& hash, Instant at) {
    auto const people = people_of(directory, hash);
    return write_and_wait(store, [&](Transaction& transaction) -> Result<std::vector<std::string>> {
        std::vector<std::string> names;
        for (auto const& person : people) names.push_back(TRY(add_user(transaction, system_actor(), person, directory, at)).name);
        return names;
    });
}

/// Some units are slower than the limits expect, all year long.
void draw_slowness(World& world) {
    Dice dice{world.seed, 0xFFFF'FFFF'0000'0002ull};
    for (auto const& unit : world.directory->units()) {
        auto const draw = dice.unit();
        world.slowness[unit.code] = draw < 0.12 ? 1.9 + dice.unit() * 0.8 : draw < 0.35 ? 1.2 + dice.unit() * 0.3 : 0.7 + dice.unit() * 0.4;
    }
}

using Lives = std::vector<OneComplaint>;

Lives live_all(World const& world, std::vector<Incident> const& incidents, std::span<Arrival const> arrivals) {
    Lives lives;
    lives.reserve(arrivals.size());
    for (auto const& arrival : arrivals) lives.push_back(live(world, incidents, arrival));
    return lives;
}

/// Stores a block of lived complaints in the order of their numbers, in one transaction.
Done put_lives(Store& store, World const& world, Lives& lives, std::span<Arrival const> arrivals) {
    TRY(write_and_wait(store, [&](Transaction& transaction) -> Done {
        for (std::size_t i = 0; i < lives.size(); ++i) {
            auto row = lives[i].row();
            auto events = lives[i].history();
            if (transaction.next_number(world.directory->zone().date(arrivals[i].registered)) != row.number) throw std::logic_error{"the demo's numbers are not those of the store"};
            row.key = transaction.next_key(arrivals[i].registered);
            for (auto& event : events) event.key = row.key;
            transaction.insert(row, events, lives[i].search_tokens());
        }
        return std::monostate{};
    }));
    return std::monostate{};
}

Done put_year(Store& store, World const& world, DemoReport& report, std::int64_t count, DemoProgress const& progress) {
    auto const incidents = incidents_of(world);
    auto const arrivals = arrivals_of(world, incidents, count);
    auto const ahead = std::max<std::size_t>(2, std::thread::hardware_concurrency()) + 1;
    std::deque<std::pair<std::span<Arrival const>, std::future<Lives>>> living;
    std::size_t next = 0;
    while (next < arrivals.size() || !living.empty()) {
        while (next < arrivals.size() && living.size() < ahead) {
            std::span<Arrival const> const block{arrivals.data() + next, std::min(block_size, arrivals.size() - next)};
            living.emplace_back(block, std::async(std::launch::async, [&world, &incidents, block] { return live_all(world, incidents, block); }));
            next += block.size();
        }
        auto lives = living.front().second.get();
        auto const block = living.front().first;
        living.pop_front();
        TRY(put_lives(store, world, lives, block));
        for (auto const& life : lives) {
            report.events += life.row().version;
            report.open += life.row().next_due.has_value() ? 1 : 0;
        }
        report.complaints += static_cast<std::int64_t>(block.size());
        progress(report.complaints, count);
    }
    return std::monostate{};
}

}  // namespace

Result<DemoReport> fill_store(Store& store, DemoOptions const& options, DemoProgress const& progress) {
    TRY(check_empty(store));
    auto data = channel::shipped_reference();
    auto network = channel::shipped_network();
    data.lines = std::move(network.lines);
    auto const zone = TRY(Zone::find(data.settings ? data.settings->zone : "Asia/Shanghai"));
    World world;
    world.seed = options.seed;
    world.end = zone.start_of(options.until);
    world.exits = std::move(network.exits);
    auto const founded = zone.start_of(options.until - std::chrono::days{400});
    world.directory = TRY(put_reference(store, data, options.seed, founded));
    DemoReport report;
    report.users = TRY(put_people(store, *world.directory, options.password_hash, founded));
    if (options.complaints == 0) return report;
    world.directory = read_now(store, [](Snapshot& snapshot) { return Directory::load(snapshot); });
    world.grammar = shipped_texts();
    draw_slowness(world);
    TRY(put_year(store, world, report, options.complaints, progress));
    return report;
}

}  // namespace hearline::demo
