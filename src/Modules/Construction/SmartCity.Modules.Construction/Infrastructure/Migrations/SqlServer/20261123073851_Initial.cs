using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Construction.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "construction");

            migrationBuilder.CreateTable(
                name: "accepted_requests",
                schema: "construction",
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
                schema: "construction",
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
                name: "buildings",
                schema: "construction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    declaration = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    live_declaration = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    declaration_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    project_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    is_service = table.Column<bool>(type: "bit", nullable: false),
                    lead_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    awarded_to = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    built_on = table.Column<DateOnly>(type: "date", nullable: true),
                    built_statement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ended_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed_budget_fen = table.Column<long>(type: "bigint", nullable: false),
                    total_investment_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_buildings", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "contractors",
                schema: "construction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    credit_code = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contractors", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "county_projects",
                schema: "construction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    county = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    constructing_unit = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    budget_year = table.Column<int>(type: "int", nullable: true),
                    budget_document_number = table.Column<string>(
                        type: "nvarchar(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    registered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    filing = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    started_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    budget_amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    total_investment_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county_projects", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                schema: "construction",
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
                schema: "construction",
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
                schema: "construction",
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
                name: "recognised_certificate_kinds",
                schema: "construction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    legal_basis = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: false),
                    in_force_until = table.Column<DateOnly>(type: "date", nullable: true),
                    retired_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognised_certificate_kinds", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "assigned_experts",
                schema: "construction",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    assigned_on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assigned_experts", x => new { x.building_id, x.account });
                    table.ForeignKey(
                        name: "fk_assigned_experts_buildings_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "awards",
                schema: "construction",
                columns: table => new
                {
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    bid = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    notice_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    awarded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awards", x => x.building_id);
                    table.ForeignKey(
                        name: "fk_awards_buildings_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "bids",
                schema: "construction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bids", x => x.id);
                    table.ForeignKey(
                        name: "fk_bids_buildings_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "building_units",
                schema: "construction",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_building_units", x => new { x.building_id, x.unit });
                    table.ForeignKey(
                        name: "fk_building_units_buildings_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "contracts",
                schema: "construction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    form = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    build_transfer_basis = table.Column<string>(
                        type: "nvarchar(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    financing = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    contractor = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    warranty_months = table.Column<int>(type: "int", nullable: true),
                    warranty_starts_at_acceptance = table.Column<bool>(type: "bit", nullable: false),
                    payee_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    terminated_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    terminated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    capitalised_fen = table.Column<long>(type: "bigint", nullable: false),
                    retention_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contracts", x => x.id);
                    table.ForeignKey(
                        name: "fk_contracts_buildings_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tenders",
                schema: "construction",
                columns: table => new
                {
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    method = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    platform = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    notice_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ceiling_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenders", x => x.building_id);
                    table.ForeignKey(
                        name: "fk_tenders_buildings_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "working_groups",
                schema: "construction",
                columns: table => new
                {
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    leader = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    leader_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    set_up_on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_groups", x => x.building_id);
                    table.ForeignKey(
                        name: "fk_working_groups_buildings_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "buildings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "certificates",
                schema: "construction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind_code = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    issuer_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    issuer_level = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    status = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    status_reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    status_since = table.Column<DateOnly>(type: "date", nullable: true),
                    contractor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificates_contractors_contractor_id",
                        column: x => x.contractor_id,
                        principalSchema: "construction",
                        principalTable: "contractors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "county_filings",
                schema: "construction",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    county_project_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    plan_title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    submitted_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    receipt_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    missing = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    handled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    handled_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county_filings", x => new { x.county_project_id, x.number });
                    table.ForeignKey(
                        name: "fk_county_filings_county_projects_county_project_id",
                        column: x => x.county_project_id,
                        principalSchema: "construction",
                        principalTable: "county_projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "county_tenders",
                schema: "construction",
                columns: table => new
                {
                    county_project_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    method = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    notice_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    tendered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    winner_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    winner_credit_code = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    awarded_amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county_tenders", x => x.county_project_id);
                    table.ForeignKey(
                        name: "fk_county_tenders_county_projects_county_project_id",
                        column: x => x.county_project_id,
                        principalSchema: "construction",
                        principalTable: "county_projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "certificate_demands",
                schema: "construction",
                columns: table => new
                {
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    certificate_kind_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_demands", x => new { x.certificate_kind_id, x.kind });
                    table.ForeignKey(
                        name: "fk_certificate_demands_recognised_certificate_kinds_certificate_kind_id",
                        column: x => x.certificate_kind_id,
                        principalSchema: "construction",
                        principalTable: "recognised_certificate_kinds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "contract_lines",
                schema: "construction",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    contract_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    @class = table.Column<string>(name: "class", type: "nvarchar(64)", maxLength: 64, nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    quantity_unit = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_lines", x => new { x.contract_id, x.number });
                    table.ForeignKey(
                        name: "fk_contract_lines_contract_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "construction",
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "working_group_members",
                schema: "construction",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    building_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    role = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_group_members", x => new { x.building_id, x.account });
                    table.ForeignKey(
                        name: "fk_working_group_members_working_groups_building_id",
                        column: x => x.building_id,
                        principalSchema: "construction",
                        principalTable: "working_groups",
                        principalColumn: "building_id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accepted_requests_accepted_at",
                schema: "construction",
                table: "accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_assigned_experts_account",
                schema: "construction",
                table: "assigned_experts",
                column: "account"
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "construction",
                table: "audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_object_type_object_id_number",
                schema: "construction",
                table: "audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_bids_building_id_contractor",
                schema: "construction",
                table: "bids",
                columns: new[] { "building_id", "contractor" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_building_units_unit",
                schema: "construction",
                table: "building_units",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_buildings_awarded_to_number",
                schema: "construction",
                table: "buildings",
                columns: new[] { "awarded_to", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_buildings_declaration",
                schema: "construction",
                table: "buildings",
                column: "declaration"
            );

            migrationBuilder.CreateIndex(
                name: "ix_buildings_lead_unit_number",
                schema: "construction",
                table: "buildings",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_buildings_live_declaration",
                schema: "construction",
                table: "buildings",
                column: "live_declaration",
                unique: true,
                filter: "[live_declaration] IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_buildings_number",
                schema: "construction",
                table: "buildings",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_buildings_state_number",
                schema: "construction",
                table: "buildings",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_certificates_contractor_id",
                schema: "construction",
                table: "certificates",
                column: "contractor_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_contractors_credit_code",
                schema: "construction",
                table: "contractors",
                column: "credit_code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_contractors_unit",
                schema: "construction",
                table: "contractors",
                column: "unit",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_contracts_building_id",
                schema: "construction",
                table: "contracts",
                column: "building_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_county_filings_receipt_number",
                schema: "construction",
                table: "county_filings",
                column: "receipt_number",
                unique: true,
                filter: "[receipt_number] IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_county_projects_county_number",
                schema: "construction",
                table: "county_projects",
                columns: new[] { "county", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_county_projects_filing_number",
                schema: "construction",
                table: "county_projects",
                columns: new[] { "filing", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_county_projects_number",
                schema: "construction",
                table: "county_projects",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_county_projects_state_number",
                schema: "construction",
                table: "county_projects",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outcome_handled_at",
                schema: "construction",
                table: "inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_state",
                schema: "construction",
                table: "outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "construction",
                table: "outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at_sequence",
                schema: "construction",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_recognised_certificate_kinds_code",
                schema: "construction",
                table: "recognised_certificate_kinds",
                column: "code",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "accepted_requests", schema: "construction");

            migrationBuilder.DropTable(name: "assigned_experts", schema: "construction");

            migrationBuilder.DropTable(name: "audit_entries", schema: "construction");

            migrationBuilder.DropTable(name: "awards", schema: "construction");

            migrationBuilder.DropTable(name: "bids", schema: "construction");

            migrationBuilder.DropTable(name: "building_units", schema: "construction");

            migrationBuilder.DropTable(name: "certificate_demands", schema: "construction");

            migrationBuilder.DropTable(name: "certificates", schema: "construction");

            migrationBuilder.DropTable(name: "contract_lines", schema: "construction");

            migrationBuilder.DropTable(name: "county_filings", schema: "construction");

            migrationBuilder.DropTable(name: "county_tenders", schema: "construction");

            migrationBuilder.DropTable(name: "inbox_messages", schema: "construction");

            migrationBuilder.DropTable(name: "job_heartbeats", schema: "construction");

            migrationBuilder.DropTable(name: "outbox_messages", schema: "construction");

            migrationBuilder.DropTable(name: "tenders", schema: "construction");

            migrationBuilder.DropTable(name: "working_group_members", schema: "construction");

            migrationBuilder.DropTable(name: "recognised_certificate_kinds", schema: "construction");

            migrationBuilder.DropTable(name: "contractors", schema: "construction");

            migrationBuilder.DropTable(name: "contracts", schema: "construction");

            migrationBuilder.DropTable(name: "county_projects", schema: "construction");

            migrationBuilder.DropTable(name: "working_groups", schema: "construction");

            migrationBuilder.DropTable(name: "buildings", schema: "construction");
        }
    }
}
