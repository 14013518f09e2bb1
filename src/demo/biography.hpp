#pragma once
// One complaint being lived through: its time, its people, how anything is done to it, and what happens beside its way. The way is life.cpp's.
#include "app/perform_act.hpp"
#include "demo/actors.hpp"
#include "demo/one_complaint.hpp"
#include "demo/scene.hpp"

namespace hearline::demo {

class Biography {
public:
    Biography(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival);

protected:
    // ---- time

    /// Moves to `at`; at the end of the demo's time life stops where it stands.
    bool reach(Instant at);
    bool after_office(double minutes);
    /// The centre is on duty round the clock (R3.2); what takes longer than an hour waits for the morning unless it is urgent.
    bool after_duty(double minutes);

    // ---- acting

    void perform(Actor const& actor, Act act);
    /// Throws std::logic_error for a refusal.
    void take(Result<ComplaintView> done, std::string_view what);
    [[nodiscard]] static Act act_of(ActName name);
    [[nodiscard]] static Act with_reason(ActName name, std::string reason);
    [[nodiscard]] static Act with_text(ActName name, std::string text);

    // ---- chance, words, people

    [[nodiscard]] bool sometimes(double p) { return !calm_ && dice_.chance(p); }
    [[nodiscard]] std::string words(std::string_view list) { return world_.grammar.word(list, told_.scene, dice_); }
    [[nodiscard]] std::string one_of(std::vector<std::string> const& templates) { return world_.grammar.one_of(templates, told_.scene, dice_); }
    [[nodiscard]] Actor some_agent() { return dice_.chance(0.12) ? director() : agent(static_cast<int>(dice_.below(2))); }
    [[nodiscard]] Actor lead() { return dice_.chance(0.1) ? head(complaint_.lead_unit()) : desk(complaint_.lead_unit()); }
    [[nodiscard]] bool has_contact() const { return !told_.registration.complainant.anonymous && !told_.registration.complainant.phone.empty(); }
    [[nodiscard]] Means means();

    // ---- beside the way

    /// R9.4: waits for the complainant for some days.
    bool pause_a_while();
    /// With this chance a note, a contact, a word from the passenger, a grading, a withdrawal …
    void side_act(double p);

    World const& world_;
    Arrival arrival_;
    Dice dice_;
    DiceRandom random_;
    Told told_;
    OneComplaint store_;
    Complaint complaint_;
    Instant now_;
    int first_agent_ = 0;
    bool calm_ = false;     ///< goes straight to the stage it is to stand in
    bool over_ = false;     ///< the demo's time is up
    bool tracked_ = false;  ///< the passenger holds a tracking code

private:
    void do_beside();
    void contact(Actor const& actor);
    void grade();
    void reclassify();
};

}  // namespace hearline::demo
