using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Regulation.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LegalClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "regulation");

            migrationBuilder.CreateTable(
                name: "accepted_requests",
                schema: "regulation",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    command = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    request_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    object_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    object_version = table.Column<long>(type: "bigint", nullable: false),
                    audit_entry = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "regulation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    object_type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    object_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    leaf = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    salt = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", maxLength: 1048576, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                schema: "regulation",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    handler = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    outcome = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    reasons = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    handled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "job_heartbeats",
                schema: "regulation",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    period_seconds = table.Column<int>(type: "int", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    succeeded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    last_fault = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "legal_clocks",
                schema: "regulation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    days_ahead = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_clocks", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "regulation",
                columns: table => new
                {
                    sequence = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    aggregate = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payload = table.Column<string>(type: "nvarchar(max)", maxLength: 1048576, nullable: false),
                    caused_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    leased_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    last_fault = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accepted_requests_accepted_at",
                schema: "regulation",
                table: "accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "regulation",
                table: "audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_object_type_object_id_number",
                schema: "regulation",
                table: "audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outcome_handled_at",
                schema: "regulation",
                table: "inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_state",
                schema: "regulation",
                table: "outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "regulation",
                table: "outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at_sequence",
                schema: "regulation",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "accepted_requests", schema: "regulation");

            migrationBuilder.DropTable(name: "audit_entries", schema: "regulation");

            migrationBuilder.DropTable(name: "inbox_messages", schema: "regulation");

            migrationBuilder.DropTable(name: "job_heartbeats", schema: "regulation");

            migrationBuilder.DropTable(name: "legal_clocks", schema: "regulation");

            migrationBuilder.DropTable(name: "outbox_messages", schema: "regulation");
        }
    }
}
