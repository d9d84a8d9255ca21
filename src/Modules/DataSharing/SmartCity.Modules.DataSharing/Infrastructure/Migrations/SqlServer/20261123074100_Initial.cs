using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.DataSharing.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "data_sharing");

            migrationBuilder.CreateTable(
                name: "accepted_requests",
                schema: "data_sharing",
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
                name: "agreements",
                schema: "data_sharing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", maxLength: 4194304, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "data_sharing",
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
                name: "grants",
                schema: "data_sharing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    resource = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    resource_title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    share_type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    provider = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    agreement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    requested = table.Column<string>(type: "nvarchar(max)", maxLength: 4194304, nullable: false),
                    granted = table.Column<string>(type: "nvarchar(max)", maxLength: 4194304, nullable: true),
                    purpose = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    consulted_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    consulted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    refused_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    revoked_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                schema: "data_sharing",
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
                schema: "data_sharing",
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
                name: "outbox_messages",
                schema: "data_sharing",
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

            migrationBuilder.CreateTable(
                name: "resource_rows",
                schema: "data_sharing",
                columns: table => new
                {
                    resource = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    data_version = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    payload = table.Column<string>(type: "nvarchar(max)", maxLength: 4194304, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_resource_rows",
                        x => new
                        {
                            x.resource,
                            x.data_version,
                            x.number,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "resources",
                schema: "data_sharing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    provider = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    provider_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sheet = table.Column<string>(type: "nvarchar(max)", maxLength: 4194304, nullable: false),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    share_type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resources", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "retrievals",
                schema: "data_sharing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    resource = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    grant = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    provider = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    purpose = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    data_version = table.Column<int>(type: "int", nullable: false),
                    after_number = table.Column<long>(type: "bigint", nullable: false),
                    limit = table.Column<int>(type: "int", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    rows_sent = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retrievals", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "provider_notices",
                schema: "data_sharing",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    grant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    provider = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: 4194304, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_notices", x => new { x.grant_id, x.number });
                    table.ForeignKey(
                        name: "fk_provider_notices_grants_grant_id",
                        column: x => x.grant_id,
                        principalSchema: "data_sharing",
                        principalTable: "grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "data_versions",
                schema: "data_sharing",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    resource_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    data_as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    updated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    received_from = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_versions", x => new { x.resource_id, x.number });
                    table.ForeignKey(
                        name: "fk_data_versions_resources_resource_id",
                        column: x => x.resource_id,
                        principalSchema: "data_sharing",
                        principalTable: "resources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "named_recipients",
                schema: "data_sharing",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    resource_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_named_recipients", x => new { x.resource_id, x.unit });
                    table.ForeignKey(
                        name: "fk_named_recipients_resources_resource_id",
                        column: x => x.resource_id,
                        principalSchema: "data_sharing",
                        principalTable: "resources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accepted_requests_accepted_at",
                schema: "data_sharing",
                table: "accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreements_number",
                schema: "data_sharing",
                table: "agreements",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreements_unit_number",
                schema: "data_sharing",
                table: "agreements",
                columns: new[] { "unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "data_sharing",
                table: "audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_object_type_object_id_number",
                schema: "data_sharing",
                table: "audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_grants_agreement",
                schema: "data_sharing",
                table: "grants",
                column: "agreement"
            );

            migrationBuilder.CreateIndex(
                name: "ix_grants_number",
                schema: "data_sharing",
                table: "grants",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_grants_provider_number",
                schema: "data_sharing",
                table: "grants",
                columns: new[] { "provider", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_grants_resource_number",
                schema: "data_sharing",
                table: "grants",
                columns: new[] { "resource", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_grants_unit_number",
                schema: "data_sharing",
                table: "grants",
                columns: new[] { "unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outcome_handled_at",
                schema: "data_sharing",
                table: "inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_named_recipients_unit",
                schema: "data_sharing",
                table: "named_recipients",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_state",
                schema: "data_sharing",
                table: "outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "data_sharing",
                table: "outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at_sequence",
                schema: "data_sharing",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_provider_notices_provider",
                schema: "data_sharing",
                table: "provider_notices",
                column: "provider"
            );

            migrationBuilder.CreateIndex(
                name: "ix_resources_number",
                schema: "data_sharing",
                table: "resources",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_resources_provider_number",
                schema: "data_sharing",
                table: "resources",
                columns: new[] { "provider", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_retrievals_grant_number",
                schema: "data_sharing",
                table: "retrievals",
                columns: new[] { "grant", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_retrievals_number",
                schema: "data_sharing",
                table: "retrievals",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_retrievals_provider_number",
                schema: "data_sharing",
                table: "retrievals",
                columns: new[] { "provider", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_retrievals_unit_number",
                schema: "data_sharing",
                table: "retrievals",
                columns: new[] { "unit", "number" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "accepted_requests", schema: "data_sharing");

            migrationBuilder.DropTable(name: "agreements", schema: "data_sharing");

            migrationBuilder.DropTable(name: "audit_entries", schema: "data_sharing");

            migrationBuilder.DropTable(name: "data_versions", schema: "data_sharing");

            migrationBuilder.DropTable(name: "inbox_messages", schema: "data_sharing");

            migrationBuilder.DropTable(name: "job_heartbeats", schema: "data_sharing");

            migrationBuilder.DropTable(name: "named_recipients", schema: "data_sharing");

            migrationBuilder.DropTable(name: "outbox_messages", schema: "data_sharing");

            migrationBuilder.DropTable(name: "provider_notices", schema: "data_sharing");

            migrationBuilder.DropTable(name: "resource_rows", schema: "data_sharing");

            migrationBuilder.DropTable(name: "retrievals", schema: "data_sharing");

            migrationBuilder.DropTable(name: "resources", schema: "data_sharing");

            migrationBuilder.DropTable(name: "grants", schema: "data_sharing");
        }
    }
}
