using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.DataSharing.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_sharing_accepted_requests",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    command = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    object_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    object_version = table.Column<long>(type: "INTEGER", nullable: false),
                    audit_entry = table.Column<Guid>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    terms = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_agreements", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    object_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    object_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    leaf = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    salt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 1048576, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    resource = table.Column<Guid>(type: "TEXT", nullable: false),
                    resource_title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    share_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    requested = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                    granted = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    consulted_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    consulted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refused_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    revoked_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_grants", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_inbox_messages",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_job_heartbeats",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    period_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    succeeded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_fault = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_outbox_messages",
                columns: table => new
                {
                    sequence = table
                        .Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    aggregate = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payload = table.Column<string>(type: "TEXT", maxLength: 1048576, nullable: false),
                    caused_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_fault = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_resource_rows",
                columns: table => new
                {
                    resource = table.Column<Guid>(type: "TEXT", nullable: false),
                    data_version = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    payload = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_data_sharing_resource_rows",
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
                name: "data_sharing_resources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sheet = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    share_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_resources", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_retrievals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    resource = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    data_version = table.Column<int>(type: "INTEGER", nullable: false),
                    after_number = table.Column<long>(type: "INTEGER", nullable: false),
                    limit = table.Column<int>(type: "INTEGER", nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    rows_sent = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_retrievals", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_provider_notices",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_provider_notices", x => new { x.grant_id, x.number });
                    table.ForeignKey(
                        name: "fk_data_sharing_provider_notices_data_sharing_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "data_sharing_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_data_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    resource_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data_as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    updated_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_from = table.Column<Guid>(type: "TEXT", nullable: false),
                    rows = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_data_versions", x => new { x.resource_id, x.number });
                    table.ForeignKey(
                        name: "fk_data_sharing_data_versions_data_sharing_resources_resource_id",
                        column: x => x.resource_id,
                        principalTable: "data_sharing_resources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "data_sharing_named_recipients",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    resource_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_sharing_named_recipients", x => new { x.resource_id, x.unit });
                    table.ForeignKey(
                        name: "fk_data_sharing_named_recipients_data_sharing_resources_resource_id",
                        column: x => x.resource_id,
                        principalTable: "data_sharing_resources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_accepted_requests_accepted_at",
                table: "data_sharing_accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_agreements_number",
                table: "data_sharing_agreements",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_agreements_unit_number",
                table: "data_sharing_agreements",
                columns: new[] { "unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_audit_entries_at_id",
                table: "data_sharing_audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_audit_entries_object_type_object_id_number",
                table: "data_sharing_audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_grants_agreement",
                table: "data_sharing_grants",
                column: "agreement"
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_grants_number",
                table: "data_sharing_grants",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_grants_provider_number",
                table: "data_sharing_grants",
                columns: new[] { "provider", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_grants_resource_number",
                table: "data_sharing_grants",
                columns: new[] { "resource", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_grants_unit_number",
                table: "data_sharing_grants",
                columns: new[] { "unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_inbox_messages_outcome_handled_at",
                table: "data_sharing_inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_named_recipients_unit",
                table: "data_sharing_named_recipients",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_outbox_messages_aggregate_state",
                table: "data_sharing_outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_outbox_messages_id",
                table: "data_sharing_outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_outbox_messages_state_next_attempt_at_sequence",
                table: "data_sharing_outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_provider_notices_provider",
                table: "data_sharing_provider_notices",
                column: "provider"
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_resources_number",
                table: "data_sharing_resources",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_resources_provider_number",
                table: "data_sharing_resources",
                columns: new[] { "provider", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_retrievals_grant_number",
                table: "data_sharing_retrievals",
                columns: new[] { "grant", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_retrievals_number",
                table: "data_sharing_retrievals",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_retrievals_provider_number",
                table: "data_sharing_retrievals",
                columns: new[] { "provider", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_retrievals_unit_number",
                table: "data_sharing_retrievals",
                columns: new[] { "unit", "number" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "data_sharing_accepted_requests");

            migrationBuilder.DropTable(name: "data_sharing_agreements");

            migrationBuilder.DropTable(name: "data_sharing_audit_entries");

            migrationBuilder.DropTable(name: "data_sharing_data_versions");

            migrationBuilder.DropTable(name: "data_sharing_inbox_messages");

            migrationBuilder.DropTable(name: "data_sharing_job_heartbeats");

            migrationBuilder.DropTable(name: "data_sharing_named_recipients");

            migrationBuilder.DropTable(name: "data_sharing_outbox_messages");

            migrationBuilder.DropTable(name: "data_sharing_provider_notices");

            migrationBuilder.DropTable(name: "data_sharing_resource_rows");

            migrationBuilder.DropTable(name: "data_sharing_retrievals");

            migrationBuilder.DropTable(name: "data_sharing_resources");

            migrationBuilder.DropTable(name: "data_sharing_grants");
        }
    }
}
