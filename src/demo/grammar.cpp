#include "demo/grammar.hpp"

#include <set>
#include <stdexcept>

namespace hearline::demo {

void Grammar::append(std::string& out, std::string_view text, Scene const& scene, Dice& dice, int depth) const {
    while (!text.empty()) {
        auto const open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) return;
        auto const close = text.find('}', open);
        if (close == std::string_view::npos || depth > 5) throw std::logic_error{"a demo text has a brace that is not closed"};
        auto const name = text.substr(open + 1, close - open - 1);
        if (auto const filled = scene.find(name); filled != scene.end()) {
            out += filled->second;
        } else if (auto const list = lists_.find(name); list != lists_.end()) {
            append(out, dice.pick(list->second), scene, dice, depth + 1);
        } else {
            throw std::logic_error{"a demo text names what is not known: " + std::string{name}};
        }
        text.remove_prefix(close + 1);
    }
}

std::string Grammar::say(std::string_view text, Scene const& scene, Dice& dice) const {
    std::string out;
    append(out, text, scene, dice, 0);
    return out;
}

std::string Grammar::one_of(std::vector<std::string> const& templates, Scene const& scene, Dice& dice) const {
    return templates.empty() ? std::string{} : say(dice.pick(templates), scene, dice);
}

std::string Grammar::word(std::string_view list, Scene const& scene, Dice& dice) const {
    auto const found = lists_.find(list);
    if (found == lists_.end()) throw std::logic_error{"the demo has no list of words " + std::string{list}};
    return say(dice.pick(found->second), scene, dice);
}

std::string Grammar::content(Situation const& situation, Scene const& scene, Dice& dice) const {
    enum class Tone { plain, polite, angry, terse, long_ };
    static constexpr double tones[]{0.38, 0.2, 0.2, 0.1, 0.12};
    auto const tone = situation.kind == Kind::complaint ? static_cast<Tone>(dice.weighted(tones)) : Tone::polite;
    std::string out;
    if (tone == Tone::angry)
        out = word("angry_greeting", scene, dice);
    else if (tone != Tone::terse)
        out = word("greeting", scene, dice);
    out += one_of(situation.fact, scene, dice);
    if (tone != Tone::terse) {
        auto more = one_of(situation.more, scene, dice);
        if (!more.empty()) out += "，" + more;
        if (tone == Tone::long_) {
            auto other = one_of(situation.more, scene, dice);
            if (!other.empty() && other != more) out += "，" + other;
        }
        if (dice.chance(0.25) && situation.kind == Kind::complaint && out.find(more) != std::string::npos) out += "，" + word("again", scene, dice);
    }
    out += "。";
    auto const grievance = one_of(situation.grievance, scene, dice);
    if (!grievance.empty() && tone != Tone::terse && dice.chance(0.8)) out += grievance + (tone == Tone::angry ? "！" : "，");
    if (tone == Tone::angry)
        out += word("angry_hope", scene, dice) + "！";
    else if (tone == Tone::terse)
        out += one_of(situation.demand, scene, dice) + "。";
    else if (tone == Tone::polite)
        out += one_of(situation.demand, scene, dice) + "，" + word("polite_hope", scene, dice) + "。";
    else
        out += one_of(situation.demand, scene, dice) + "，" + word("hope", scene, dice) + "。";
    return out;
}

std::vector<std::string> Grammar::unknown_names(std::vector<std::string> const& known) const {
    std::set<std::string> unknown;
    auto const look = [&](std::vector<std::string> const& templates) {
        for (std::string_view text : templates)
            for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
                auto const name = std::string{text.substr(open + 1, text.find('}', open) - open - 1)};
                bool found = lists_.contains(name);
                for (auto const& k : known) found = found || k == name;
                if (!found) unknown.insert(name);
            }
    };
    for (auto const& [name, words] : lists_) look(words);
    for (auto const& s : situations_)
        for (auto const* part : {&s.subject, &s.fact, &s.more, &s.grievance, &s.demand, &s.findings, &s.measures, &s.done, &s.answer}) look(*part);
    return {unknown.begin(), unknown.end()};
}

}  // namespace hearline::demo
