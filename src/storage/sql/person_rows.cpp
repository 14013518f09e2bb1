#include "storage/sql/person_rows.hpp"

#include "storage/sql/columns.hpp"
#include "storage/sql/document_rows.hpp"

namespace hearline::sql {
namespace {

#define SESSION_COLUMNS "digest, user_name, csrf, peer, agent, created_at, last_seen_at"

void read(Row& row, SessionRow& out) {
    read_bytes(row, 0, out.digest);
    out.user = row.text(1);
    out.csrf = row.text(2);
    out.peer = row.text(3);
    out.agent = row.text(4);
    out.created_at = instant_at(row, 5);
    out.last_seen_at = instant_at(row, 6);
}

}  // namespace

void put_user(Connection& connection, UserRow const& row) {
    connection.post(
        "INSERT INTO person (name, role, unit, display_name, password_hash, must_change, disabled, changed_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8) "
        "ON CONFLICT (name) DO UPDATE SET role = excluded.role, unit = excluded.unit, display_name = excluded.display_name, "
        "password_hash = excluded.password_hash, must_change = excluded.must_change, disabled = excluded.disabled, changed_at = excluded.changed_at",
        {std::string_view{row.name}, std::string_view{row.role}, std::string_view{row.unit}, std::string_view{row.display_name},
         std::string_view{row.password_hash}, row.must_change ? 1 : 0, row.disabled ? 1 : 0, ms(row.changed_at)});
    count_reference_change(connection);
}

std::vector<UserRow> read_users(Connection& connection) {
    std::vector<UserRow> rows;
    connection.query("SELECT name, role, unit, display_name, password_hash, must_change, disabled, changed_at FROM person ORDER BY name", Values{},
                     [&](Row& row) {
                         auto& out = rows.emplace_back();
                         out.name = row.text(0);
                         out.role = row.text(1);
                         out.unit = row.text(2);
                         out.display_name = row.text(3);
                         out.password_hash = row.text(4);
                         out.must_change = row.integer(5) != 0;
                         out.disabled = row.integer(6) != 0;
                         out.changed_at = instant_at(row, 7);
                     });
    return rows;
}

void put_token(Connection& connection, TokenRow const& row) {
    connection.post(
        "INSERT INTO token (digest, user_name, label, created_at, expires_at, revoked_at) VALUES ($1,$2,$3,$4,$5,$6) "
        "ON CONFLICT (digest) DO UPDATE SET user_name = excluded.user_name, label = excluded.label, created_at = excluded.created_at, "
        "expires_at = excluded.expires_at, revoked_at = excluded.revoked_at",
        {blob_of(row.digest), std::string_view{row.user}, std::string_view{row.label}, ms(row.created_at), ms_or_null(row.expires_at),
         ms_or_null(row.revoked_at)});
    count_reference_change(connection);
}

std::vector<TokenRow> read_tokens(Connection& connection) {
    std::vector<TokenRow> rows;
    connection.query("SELECT digest, user_name, label, created_at, expires_at, revoked_at FROM token ORDER BY created_at, digest", Values{},
                     [&](Row& row) {
                         auto& out = rows.emplace_back();
                         read_bytes(row, 0, out.digest);
                         out.user = row.text(1);
                         out.label = row.text(2);
                         out.created_at = instant_at(row, 3);
                         out.expires_at = instant_or_nothing(row, 4);
                         out.revoked_at = instant_or_nothing(row, 5);
                     });
    return rows;
}

void put_session(Connection& connection, SessionRow const& row) {
    connection.post(
        "INSERT INTO session (" SESSION_COLUMNS ") VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT (digest) DO UPDATE SET user_name = excluded.user_name, "
        "csrf = excluded.csrf, peer = excluded.peer, agent = excluded.agent, created_at = excluded.created_at, last_seen_at = excluded.last_seen_at",
        {blob_of(row.digest), std::string_view{row.user}, std::string_view{row.csrf}, std::string_view{row.peer}, std::string_view{row.agent},
         ms(row.created_at), ms(row.last_seen_at)});
}

void delete_session(Connection& connection, Digest const& digest) {
    connection.post("DELETE FROM session WHERE digest = $1", {blob_of(digest)});
}

void delete_sessions_before(Connection& connection, Instant last_seen) {
    connection.post("DELETE FROM session WHERE last_seen_at < $1", {ms(last_seen)});
}

std::optional<SessionRow> find_session(Connection& connection, Digest const& digest) {
    std::optional<SessionRow> found;
    connection.query("SELECT " SESSION_COLUMNS " FROM session WHERE digest = $1", {blob_of(digest)}, [&](Row& row) { read(row, found.emplace()); });
    return found;
}

std::vector<SessionRow> sessions_of(Connection& connection, std::string_view user) {
    std::vector<SessionRow> rows;
    connection.query("SELECT " SESSION_COLUMNS " FROM session WHERE user_name = $1 ORDER BY created_at, digest", {user},
                     [&](Row& row) { read(row, rows.emplace_back()); });
    return rows;
}

}  // namespace hearline::sql
