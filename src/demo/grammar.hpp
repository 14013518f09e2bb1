#pragma once
// The demo's language: lists of words and situations (data/texts), and the sentences made from them.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/dice.hpp"
#include "domain/complaint/codes.hpp"

namespace hearline::demo {

/// Something that happens to passengers, with all that is said about it until it is settled.
struct Situation {
    Kind kind = Kind::complaint;
    std::string type, incident;
    std::vector<std::string> causes, units;
    std::vector<std::string> subject, fact, more, grievance, demand, findings, measures, done, answer;
    double weight = 1;
    std::optional<Severity> severity;
    enum class Hours { any, rush } hours = Hours::any;
    enum class Season { any, summer } season = Season::any;
};

/// What one complaint fills into `{…}`.
using Scene = std::map<std::string, std::string, std::less<>>;

class Grammar {
public:
    void add_list(std::string name, std::vector<std::string> words) { lists_[std::move(name)] = std::move(words); }
    void add_situation(Situation situation) { situations_.push_back(std::move(situation)); }
    [[nodiscard]] std::vector<Situation> const& situations() const { return situations_; }

    /// `template_text` with every `{name}` filled from the scene or drawn from the list of that name. Throws std::logic_error for an unknown name.
    [[nodiscard]] std::string say(std::string_view template_text, Scene const& scene, Dice& dice) const;
    /// One of the templates.
    [[nodiscard]] std::string one_of(std::vector<std::string> const& templates, Scene const& scene, Dice& dice) const;
    [[nodiscard]] std::string word(std::string_view list, Scene const& scene, Dice& dice) const;

    /// What the passenger says, in one of several tones.
    [[nodiscard]] std::string content(Situation const& situation, Scene const& scene, Dice& dice) const;
    /// Names of `{…}` that neither a list nor `known` has, for checking the files.
    [[nodiscard]] std::vector<std::string> unknown_names(std::vector<std::string> const& known) const;

private:
    void append(std::string& out, std::string_view template_text, Scene const& scene, Dice& dice, int depth) const;
    std::map<std::string, std::vector<std::string>, std::less<>> lists_;
    std::vector<Situation> situations_;
};

}  // namespace hearline::demo
