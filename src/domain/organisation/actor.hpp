#pragma once
// Who acts: a person with a role in a place of the organisation, a passenger, or the system itself (workflow.md, Roles).
#include <string>

#include "base/code.hpp"

namespace hearline {

enum class Role { passenger, agent, director, desk, head, leader, auditor, sysadmin, secadmin, system };

template <>
struct CodeTable<Role> {
    static constexpr std::array<CodeName<Role>, 10> rows{{{Role::passenger, "passenger", "乘客", "Passenger"},
                                                          {Role::agent, "agent", "中心坐席", "Centre agent"},
                                                          {Role::director, "director", "中心主任", "Centre director"},
                                                          {Role::desk, "desk", "单位专岗", "Unit desk"},
                                                          {Role::head, "head", "单位负责人", "Unit head"},
                                                          {Role::leader, "leader", "公司领导", "Company leader"},
                                                          {Role::auditor, "auditor", "审计管理员", "Auditor"},
                                                          {Role::sysadmin, "sysadmin", "系统管理员", "System administrator"},
                                                          {Role::secadmin, "secadmin", "安全管理员", "Security administrator"},
                                                          {Role::system, "system", "系统", "System"}}};
};

/// The complaint centre's own code in the organisation tree.
inline constexpr std::string_view centre_unit = "centre";

struct Actor {
    Role role = Role::passenger;
    std::string user;  ///< login name; "" for a passenger, "system" for the program
    std::string unit;  ///< the unit the person belongs to; "centre" for agent and director, "" where there is none
    bool operator==(Actor const&) const = default;
};

[[nodiscard]] inline Actor system_actor() { return {Role::system, "system", ""}; }
[[nodiscard]] inline Actor passenger_actor() { return {Role::passenger, "", ""}; }
[[nodiscard]] constexpr bool of_centre(Role role) { return role == Role::agent || role == Role::director; }
[[nodiscard]] constexpr bool of_unit(Role role) { return role == Role::desk || role == Role::head; }

}  // namespace hearline
