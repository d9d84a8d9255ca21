using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Construction.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "construction_accepted_requests",
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
                    table.PrimaryKey("pk_construction_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_audit_entries",
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
                    table.PrimaryKey("pk_construction_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_buildings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    declaration = table.Column<Guid>(type: "TEXT", nullable: false),
                    live_declaration = table.Column<Guid>(type: "TEXT", nullable: true),
                    declaration_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_service = table.Column<bool>(type: "INTEGER", nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    awarded_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    built_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    built_statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reviewed_budget_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    total_investment_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_buildings", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_contractors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    credit_code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_contractors", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_county_projects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    county = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    constructing_unit = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    budget_year = table.Column<int>(type: "INTEGER", nullable: true),
                    budget_document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    filing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    started_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    budget_amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    total_investment_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_county_projects", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_inbox_messages",
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
                    table.PrimaryKey("pk_construction_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_job_heartbeats",
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
                    table.PrimaryKey("pk_construction_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_outbox_messages",
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
                    table.PrimaryKey("pk_construction_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_recognised_certificate_kinds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    in_force_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    in_force_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    retired_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_recognised_certificate_kinds", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_assigned_experts",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    assigned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_assigned_experts", x => new { x.building_id, x.account });
                    table.ForeignKey(
                        name: "fk_construction_assigned_experts_construction_buildings_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_awards",
                columns: table => new
                {
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bid = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    notice_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    awarded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_awards", x => x.building_id);
                    table.ForeignKey(
                        name: "fk_construction_awards_construction_buildings_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_bids",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_bids", x => x.id);
                    table.ForeignKey(
                        name: "fk_construction_bids_construction_buildings_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_building_units",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_building_units", x => new { x.building_id, x.unit });
                    table.ForeignKey(
                        name: "fk_construction_building_units_construction_buildings_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    build_transfer_basis = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    financing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    contractor = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    warranty_months = table.Column<int>(type: "INTEGER", nullable: true),
                    warranty_starts_at_acceptance = table.Column<bool>(type: "INTEGER", nullable: false),
                    payee_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    terminated_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    terminated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    capitalised_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    retention_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_contracts", x => x.id);
                    table.ForeignKey(
                        name: "fk_construction_contracts_construction_buildings_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_tenders",
                columns: table => new
                {
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    platform = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    notice_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ceiling_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_tenders", x => x.building_id);
                    table.ForeignKey(
                        name: "fk_construction_tenders_construction_buildings_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_working_groups",
                columns: table => new
                {
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    leader = table.Column<Guid>(type: "TEXT", nullable: false),
                    leader_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    set_up_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_working_groups", x => x.building_id);
                    table.ForeignKey(
                        name: "fk_construction_working_groups_construction_buildings_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind_code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    issuer_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    issuer_level = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    status_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    contractor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_construction_certificates_construction_contractors_contractor_id",
                        column: x => x.contractor_id,
                        principalTable: "construction_contractors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_county_filings",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    county_project_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    plan_title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    submitted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    receipt_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    missing = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    handled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    handled_by = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_county_filings", x => new { x.county_project_id, x.number });
                    table.ForeignKey(
                        name: "fk_construction_county_filings_construction_county_projects_county_project_id",
                        column: x => x.county_project_id,
                        principalTable: "construction_county_projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_county_tenders",
                columns: table => new
                {
                    county_project_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    notice_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    tendered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    winner_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    winner_credit_code = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    awarded_amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_county_tenders", x => x.county_project_id);
                    table.ForeignKey(
                        name: "fk_construction_county_tenders_construction_county_projects_county_project_id",
                        column: x => x.county_project_id,
                        principalTable: "construction_county_projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_certificate_demands",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    certificate_kind_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_certificate_demands", x => new { x.certificate_kind_id, x.kind });
                    table.ForeignKey(
                        name: "fk_construction_certificate_demands_construction_recognised_certificate_kinds_certificate_kind_id",
                        column: x => x.certificate_kind_id,
                        principalTable: "construction_recognised_certificate_kinds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_contract_lines",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 64, nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    quantity_unit = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_contract_lines", x => new { x.contract_id, x.number });
                    table.ForeignKey(
                        name: "fk_construction_contract_lines_construction_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "construction_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "construction_working_group_members",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    building_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_construction_working_group_members", x => new { x.building_id, x.account });
                    table.ForeignKey(
                        name: "fk_construction_working_group_members_construction_working_groups_building_id",
                        column: x => x.building_id,
                        principalTable: "construction_working_groups",
                        principalColumn: "building_id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_accepted_requests_accepted_at",
                table: "construction_accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_assigned_experts_account",
                table: "construction_assigned_experts",
                column: "account"
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_audit_entries_at_id",
                table: "construction_audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_audit_entries_object_type_object_id_number",
                table: "construction_audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_bids_building_id_contractor",
                table: "construction_bids",
                columns: new[] { "building_id", "contractor" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_building_units_unit",
                table: "construction_building_units",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_buildings_awarded_to_number",
                table: "construction_buildings",
                columns: new[] { "awarded_to", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_buildings_declaration",
                table: "construction_buildings",
                column: "declaration"
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_buildings_lead_unit_number",
                table: "construction_buildings",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_buildings_live_declaration",
                table: "construction_buildings",
                column: "live_declaration",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_buildings_number",
                table: "construction_buildings",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_buildings_state_number",
                table: "construction_buildings",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_certificates_contractor_id",
                table: "construction_certificates",
                column: "contractor_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_contractors_credit_code",
                table: "construction_contractors",
                column: "credit_code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_contractors_unit",
                table: "construction_contractors",
                column: "unit",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_contracts_building_id",
                table: "construction_contracts",
                column: "building_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_county_filings_receipt_number",
                table: "construction_county_filings",
                column: "receipt_number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_county_projects_county_number",
                table: "construction_county_projects",
                columns: new[] { "county", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_county_projects_filing_number",
                table: "construction_county_projects",
                columns: new[] { "filing", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_county_projects_number",
                table: "construction_county_projects",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_county_projects_state_number",
                table: "construction_county_projects",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_inbox_messages_outcome_handled_at",
                table: "construction_inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_outbox_messages_aggregate_state",
                table: "construction_outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_outbox_messages_id",
                table: "construction_outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_outbox_messages_state_next_attempt_at_sequence",
                table: "construction_outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_recognised_certificate_kinds_code",
                table: "construction_recognised_certificate_kinds",
                column: "code",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "construction_accepted_requests");

            migrationBuilder.DropTable(name: "construction_assigned_experts");

            migrationBuilder.DropTable(name: "construction_audit_entries");

            migrationBuilder.DropTable(name: "construction_awards");

            migrationBuilder.DropTable(name: "construction_bids");

            migrationBuilder.DropTable(name: "construction_building_units");

            migrationBuilder.DropTable(name: "construction_certificate_demands");

            migrationBuilder.DropTable(name: "construction_certificates");

            migrationBuilder.DropTable(name: "construction_contract_lines");

            migrationBuilder.DropTable(name: "construction_county_filings");

            migrationBuilder.DropTable(name: "construction_county_tenders");

            migrationBuilder.DropTable(name: "construction_inbox_messages");

            migrationBuilder.DropTable(name: "construction_job_heartbeats");

            migrationBuilder.DropTable(name: "construction_outbox_messages");

            migrationBuilder.DropTable(name: "construction_tenders");

            migrationBuilder.DropTable(name: "construction_working_group_members");

            migrationBuilder.DropTable(name: "construction_recognised_certificate_kinds");

            migrationBuilder.DropTable(name: "construction_contractors");

            migrationBuilder.DropTable(name: "construction_contracts");

            migrationBuilder.DropTable(name: "construction_county_projects");

            migrationBuilder.DropTable(name: "construction_working_groups");

            migrationBuilder.DropTable(name: "construction_buildings");
        }
    }
}
