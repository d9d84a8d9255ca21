using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Assets.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "assets");

            migrationBuilder.CreateTable(
                name: "accepted_requests",
                schema: "assets",
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
                name: "asset_cards",
                schema: "assets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    registration = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    declaration = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    project_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    lead_unit_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    contract = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contract_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    line_number = table.Column<int>(type: "int", nullable: false),
                    line_class = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    category = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    quantity_unit = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    financing = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ownership = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    register = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    custodian = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    custodian_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    acquired_on = table.Column<DateOnly>(type: "date", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    registered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    struck_off_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    struck_off_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    struck_off_on = table.Column<DateOnly>(type: "date", nullable: true),
                    value_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asset_cards", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "asset_registrations",
                schema: "assets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    declaration = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    acceptance = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    pass = table.Column<int>(type: "int", nullable: false),
                    project_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    lead_unit_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    passed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    void_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    voided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    capitalised_value_fen = table.Column<long>(type: "bigint", nullable: false),
                    registered_value_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asset_registrations", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "assets",
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
                schema: "assets",
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
                name: "inventory_campaigns",
                schema: "assets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    adjusted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_off_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_off_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inventory_campaigns", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "job_heartbeats",
                schema: "assets",
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
                schema: "assets",
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
                name: "hand_overs",
                schema: "assets",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    card_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    from = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    from_location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    to = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    to_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    to_location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_overs", x => new { x.card_id, x.number });
                    table.ForeignKey(
                        name: "fk_hand_overs_asset_cards_card_id",
                        column: x => x.card_id,
                        principalSchema: "assets",
                        principalTable: "asset_cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "registration_lines",
                schema: "assets",
                columns: table => new
                {
                    contract = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    registration_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contract_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    financing = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    @class = table.Column<string>(name: "class", type: "nvarchar(64)", maxLength: 64, nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    quantity_unit = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    registered_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_registration_lines",
                        x => new
                        {
                            x.registration_id,
                            x.contract,
                            x.number,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_registration_lines_asset_registrations_registration_id",
                        column: x => x.registration_id,
                        principalSchema: "assets",
                        principalTable: "asset_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "book_entries",
                schema: "assets",
                columns: table => new
                {
                    card = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    card_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    custodian = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    custodian_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    value_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_book_entries", x => new { x.campaign_id, x.card });
                    table.ForeignKey(
                        name: "fk_book_entries_inventory_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalSchema: "assets",
                        principalTable: "inventory_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "count_records",
                schema: "assets",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    card = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    surplus = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    found = table.Column<bool>(type: "bit", nullable: false),
                    location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    counted_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count_records", x => new { x.campaign_id, x.number });
                    table.ForeignKey(
                        name: "fk_count_records_inventory_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalSchema: "assets",
                        principalTable: "inventory_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "variances",
                schema: "assets",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    card = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    book_location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    found_location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    resolution = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    resolved_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    resolved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    approved_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_variances", x => new { x.campaign_id, x.number });
                    table.ForeignKey(
                        name: "fk_variances_inventory_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalSchema: "assets",
                        principalTable: "inventory_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accepted_requests_accepted_at",
                schema: "assets",
                table: "accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_cards_custodian",
                schema: "assets",
                table: "asset_cards",
                column: "custodian"
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_cards_declaration_number",
                schema: "assets",
                table: "asset_cards",
                columns: new[] { "declaration", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_cards_lead_unit_number",
                schema: "assets",
                table: "asset_cards",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_cards_number",
                schema: "assets",
                table: "asset_cards",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_cards_registration",
                schema: "assets",
                table: "asset_cards",
                column: "registration"
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_registrations_declaration_pass",
                schema: "assets",
                table: "asset_registrations",
                columns: new[] { "declaration", "pass" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_registrations_lead_unit_number",
                schema: "assets",
                table: "asset_registrations",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_registrations_number",
                schema: "assets",
                table: "asset_registrations",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_asset_registrations_state_due_on",
                schema: "assets",
                table: "asset_registrations",
                columns: new[] { "state", "due_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "assets",
                table: "audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_object_type_object_id_number",
                schema: "assets",
                table: "audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outcome_handled_at",
                schema: "assets",
                table: "inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_inventory_campaigns_number",
                schema: "assets",
                table: "inventory_campaigns",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_inventory_campaigns_unit_number",
                schema: "assets",
                table: "inventory_campaigns",
                columns: new[] { "unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_state",
                schema: "assets",
                table: "outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "assets",
                table: "outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at_sequence",
                schema: "assets",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "accepted_requests", schema: "assets");

            migrationBuilder.DropTable(name: "audit_entries", schema: "assets");

            migrationBuilder.DropTable(name: "book_entries", schema: "assets");

            migrationBuilder.DropTable(name: "count_records", schema: "assets");

            migrationBuilder.DropTable(name: "hand_overs", schema: "assets");

            migrationBuilder.DropTable(name: "inbox_messages", schema: "assets");

            migrationBuilder.DropTable(name: "job_heartbeats", schema: "assets");

            migrationBuilder.DropTable(name: "outbox_messages", schema: "assets");

            migrationBuilder.DropTable(name: "registration_lines", schema: "assets");

            migrationBuilder.DropTable(name: "variances", schema: "assets");

            migrationBuilder.DropTable(name: "asset_cards", schema: "assets");

            migrationBuilder.DropTable(name: "asset_registrations", schema: "assets");

            migrationBuilder.DropTable(name: "inventory_campaigns", schema: "assets");
        }
    }
}
