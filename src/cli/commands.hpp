#pragma once
// The bodies of all commands, one file per command (`NAME_command.cpp`), declared in one place for the option table.
#include "cli/command.hpp"

namespace hearline::cli {

Exit run_serve(Invocation const& call, Environment& environment);
Exit run_demo(Invocation const& call, Environment& environment);
Exit run_import(Invocation const& call, Environment& environment);
Exit run_export_ledger(Invocation const& call, Environment& environment);
Exit run_deadline(Invocation const& call, Environment& environment);
Exit run_statistics(Invocation const& call, Environment& environment);
Exit run_verify(Invocation const& call, Environment& environment);
Exit run_user_add(Invocation const& call, Environment& environment);
Exit run_user_list(Invocation const& call, Environment& environment);
Exit run_token_create(Invocation const& call, Environment& environment);
Exit run_calendar_import(Invocation const& call, Environment& environment);
Exit run_rules_import(Invocation const& call, Environment& environment);
Exit run_rules_export(Invocation const& call, Environment& environment);
Exit run_network_import(Invocation const& call, Environment& environment);
Exit run_migrate(Invocation const& call, Environment& environment);
Exit run_openapi(Invocation const& call, Environment& environment);
Exit run_version(Invocation const& call, Environment& environment);
Exit run_completion(Invocation const& call, Environment& environment);
Exit run_man(Invocation const& call, Environment& environment);

}  // namespace hearline::cli
