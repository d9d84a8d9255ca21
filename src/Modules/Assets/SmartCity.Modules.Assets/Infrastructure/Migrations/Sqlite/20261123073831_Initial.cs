using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Assets.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assets_accepted_requests",
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
                    table.PrimaryKey("pk_assets_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_asset_cards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    registration = table.Column<Guid>(type: "TEXT", nullable: false),
                    declaration = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead_unit_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    contract = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    line_number = table.Column<int>(type: "INTEGER", nullable: false),
                    line_class = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    quantity_unit = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    financing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ownership = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    custodian = table.Column<Guid>(type: "TEXT", nullable: false),
                    custodian_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    acquired_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    struck_off_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    struck_off_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    struck_off_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    value_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_asset_cards", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_asset_registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    declaration = table.Column<Guid>(type: "TEXT", nullable: false),
                    acceptance = table.Column<Guid>(type: "TEXT", nullable: false),
                    pass = table.Column<int>(type: "INTEGER", nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead_unit_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    passed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    void_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    voided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    capitalised_value_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    registered_value_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_asset_registrations", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_audit_entries",
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
                    table.PrimaryKey("pk_assets_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_inbox_messages",
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
                    table.PrimaryKey("pk_assets_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_inventory_campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    planned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    planned_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    adjusted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_off_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_off_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_inventory_campaigns", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_job_heartbeats",
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
                    table.PrimaryKey("pk_assets_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_outbox_messages",
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
                    table.PrimaryKey("pk_assets_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_hand_overs",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    from_location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    to = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    to_location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_hand_overs", x => new { x.card_id, x.number });
                    table.ForeignKey(
                        name: "fk_assets_hand_overs_assets_asset_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "assets_asset_cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_registration_lines",
                columns: table => new
                {
                    contract = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    financing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 64, nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    quantity_unit = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    registered_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_assets_registration_lines",
                        x => new
                        {
                            x.registration_id,
                            x.contract,
                            x.number,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_assets_registration_lines_assets_asset_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "assets_asset_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_book_entries",
                columns: table => new
                {
                    card = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    custodian = table.Column<Guid>(type: "TEXT", nullable: false),
                    custodian_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    value_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_book_entries", x => new { x.campaign_id, x.card });
                    table.ForeignKey(
                        name: "fk_assets_book_entries_assets_inventory_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "assets_inventory_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_count_records",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card = table.Column<Guid>(type: "TEXT", nullable: true),
                    surplus = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    found = table.Column<bool>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    counted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    counted_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_count_records", x => new { x.campaign_id, x.number });
                    table.ForeignKey(
                        name: "fk_assets_count_records_assets_inventory_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "assets_inventory_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_variances",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    card = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    book_location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    found_location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    resolution = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    resolved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    resolved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_variances", x => new { x.campaign_id, x.number });
                    table.ForeignKey(
                        name: "fk_assets_variances_assets_inventory_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "assets_inventory_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_accepted_requests_accepted_at",
                table: "assets_accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_cards_custodian",
                table: "assets_asset_cards",
                column: "custodian"
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_cards_declaration_number",
                table: "assets_asset_cards",
                columns: new[] { "declaration", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_cards_lead_unit_number",
                table: "assets_asset_cards",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_cards_number",
                table: "assets_asset_cards",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_cards_registration",
                table: "assets_asset_cards",
                column: "registration"
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_registrations_declaration_pass",
                table: "assets_asset_registrations",
                columns: new[] { "declaration", "pass" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_registrations_lead_unit_number",
                table: "assets_asset_registrations",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_registrations_number",
                table: "assets_asset_registrations",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_asset_registrations_state_due_on",
                table: "assets_asset_registrations",
                columns: new[] { "state", "due_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_audit_entries_at_id",
                table: "assets_audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_audit_entries_object_type_object_id_number",
                table: "assets_audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_inbox_messages_outcome_handled_at",
                table: "assets_inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_inventory_campaigns_number",
                table: "assets_inventory_campaigns",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_inventory_campaigns_unit_number",
                table: "assets_inventory_campaigns",
                columns: new[] { "unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_outbox_messages_aggregate_state",
                table: "assets_outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_outbox_messages_id",
                table: "assets_outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_outbox_messages_state_next_attempt_at_sequence",
                table: "assets_outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "assets_accepted_requests");

            migrationBuilder.DropTable(name: "assets_audit_entries");

            migrationBuilder.DropTable(name: "assets_book_entries");

            migrationBuilder.DropTable(name: "assets_count_records");

            migrationBuilder.DropTable(name: "assets_hand_overs");

            migrationBuilder.DropTable(name: "assets_inbox_messages");

            migrationBuilder.DropTable(name: "assets_job_heartbeats");

            migrationBuilder.DropTable(name: "assets_outbox_messages");

            migrationBuilder.DropTable(name: "assets_registration_lines");

            migrationBuilder.DropTable(name: "assets_variances");

            migrationBuilder.DropTable(name: "assets_asset_cards");

            migrationBuilder.DropTable(name: "assets_asset_registrations");

            migrationBuilder.DropTable(name: "assets_inventory_campaigns");
        }
    }
}
