using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Operations.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "operations");

            migrationBuilder.CreateTable(
                name: "accepted_requests",
                schema: "operations",
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
                schema: "operations",
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
                name: "fault_reports",
                schema: "operations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    warranty = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    project_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    severity = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    claims_cover = table.Column<bool>(type: "bit", nullable: false),
                    reported_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fault_reports", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                schema: "operations",
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
                schema: "operations",
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
                name: "maintenance_requests",
                schema: "operations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    project = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    project_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    funded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    lead_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    requested_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    payee_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    purpose = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    payment = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    receipt_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    declined_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    declined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_requests", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "operations",
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
                name: "violation_cases",
                schema: "operations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    article = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    subject = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    facts = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    project = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    is_serious = table.Column<bool>(type: "bit", nullable: false),
                    caused_major_loss = table.Column<bool>(type: "bit", nullable: false),
                    opened_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closing_remark = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    loss_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_violation_cases", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "warranties",
                schema: "operations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    declaration = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    project_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contract = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contract_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    contractor = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contractor_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    months = table.Column<int>(type: "int", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    corresponding_day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_void = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warranties", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "fault_resolutions",
                schema: "operations",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    fault_report_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    resolution = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    resolved_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    resolved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rejected_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    charge_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fault_resolutions", x => new { x.fault_report_id, x.number });
                    table.ForeignKey(
                        name: "fk_fault_resolutions_fault_reports_fault_report_id",
                        column: x => x.fault_report_id,
                        principalSchema: "operations",
                        principalTable: "fault_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "fault_responses",
                schema: "operations",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    fault_report_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    action = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    visited_on = table.Column<DateOnly>(type: "date", nullable: false),
                    responded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    responded_on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fault_responses", x => new { x.fault_report_id, x.number });
                    table.ForeignKey(
                        name: "fk_fault_responses_fault_reports_fault_report_id",
                        column: x => x.fault_report_id,
                        principalSchema: "operations",
                        principalTable: "fault_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "case_replies",
                schema: "operations",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    violation_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    statement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    given_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_replies", x => new { x.violation_case_id, x.number });
                    table.ForeignKey(
                        name: "fk_case_replies_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalSchema: "operations",
                        principalTable: "violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "compensation_claims",
                schema: "operations",
                columns: table => new
                {
                    violation_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    grounds = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    claimed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    claimed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compensation_claims", x => x.violation_case_id);
                    table.ForeignKey(
                        name: "fk_compensation_claims_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalSchema: "operations",
                        principalTable: "violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "corrections",
                schema: "operations",
                columns: table => new
                {
                    violation_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    requirement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ordered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    report = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_since = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.violation_case_id);
                    table.ForeignKey(
                        name: "fk_corrections_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalSchema: "operations",
                        principalTable: "violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "penalties",
                schema: "operations",
                columns: table => new
                {
                    violation_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    content = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    is_referred_to_discipline = table.Column<bool>(type: "bit", nullable: false),
                    imposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imposed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_penalties", x => x.violation_case_id);
                    table.ForeignKey(
                        name: "fk_penalties_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalSchema: "operations",
                        principalTable: "violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "recommendations",
                schema: "operations",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    violation_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    issuer = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    certificate = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    measure = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    recommended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recommended_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    answer = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    answer_document_number = table.Column<string>(
                        type: "nvarchar(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    answer_text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendations", x => new { x.violation_case_id, x.number });
                    table.ForeignKey(
                        name: "fk_recommendations_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalSchema: "operations",
                        principalTable: "violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "warranty_terms",
                schema: "operations",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    warranty_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    acceptance = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    acceptance_round = table.Column<int>(type: "int", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    voided_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    voided_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warranty_terms", x => new { x.warranty_id, x.number });
                    table.ForeignKey(
                        name: "fk_warranty_terms_warranties_warranty_id",
                        column: x => x.warranty_id,
                        principalSchema: "operations",
                        principalTable: "warranties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "claim_debtors",
                schema: "operations",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    violation_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_debtors", x => new { x.violation_case_id, x.unit });
                    table.ForeignKey(
                        name: "fk_claim_debtors_compensation_claims_violation_case_id",
                        column: x => x.violation_case_id,
                        principalSchema: "operations",
                        principalTable: "compensation_claims",
                        principalColumn: "violation_case_id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accepted_requests_accepted_at",
                schema: "operations",
                table: "accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "operations",
                table: "audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_object_type_object_id_number",
                schema: "operations",
                table: "audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_fault_reports_contractor_number",
                schema: "operations",
                table: "fault_reports",
                columns: new[] { "contractor", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_fault_reports_lead_unit_number",
                schema: "operations",
                table: "fault_reports",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_fault_reports_number",
                schema: "operations",
                table: "fault_reports",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_fault_reports_warranty",
                schema: "operations",
                table: "fault_reports",
                column: "warranty"
            );

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outcome_handled_at",
                schema: "operations",
                table: "inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_requests_lead_unit_number",
                schema: "operations",
                table: "maintenance_requests",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_requests_number",
                schema: "operations",
                table: "maintenance_requests",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_requests_project_year",
                schema: "operations",
                table: "maintenance_requests",
                columns: new[] { "project", "year" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_requests_state_number",
                schema: "operations",
                table: "maintenance_requests",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_state",
                schema: "operations",
                table: "outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "operations",
                table: "outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at_sequence",
                schema: "operations",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_violation_cases_number",
                schema: "operations",
                table: "violation_cases",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_violation_cases_state_number",
                schema: "operations",
                table: "violation_cases",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_violation_cases_subject_number",
                schema: "operations",
                table: "violation_cases",
                columns: new[] { "subject", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_warranties_contract",
                schema: "operations",
                table: "warranties",
                column: "contract",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_warranties_contractor_number",
                schema: "operations",
                table: "warranties",
                columns: new[] { "contractor", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_warranties_declaration",
                schema: "operations",
                table: "warranties",
                column: "declaration"
            );

            migrationBuilder.CreateIndex(
                name: "ix_warranties_lead_unit_number",
                schema: "operations",
                table: "warranties",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_warranties_number",
                schema: "operations",
                table: "warranties",
                column: "number",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "accepted_requests", schema: "operations");

            migrationBuilder.DropTable(name: "audit_entries", schema: "operations");

            migrationBuilder.DropTable(name: "case_replies", schema: "operations");

            migrationBuilder.DropTable(name: "claim_debtors", schema: "operations");

            migrationBuilder.DropTable(name: "corrections", schema: "operations");

            migrationBuilder.DropTable(name: "fault_resolutions", schema: "operations");

            migrationBuilder.DropTable(name: "fault_responses", schema: "operations");

            migrationBuilder.DropTable(name: "inbox_messages", schema: "operations");

            migrationBuilder.DropTable(name: "job_heartbeats", schema: "operations");

            migrationBuilder.DropTable(name: "maintenance_requests", schema: "operations");

            migrationBuilder.DropTable(name: "outbox_messages", schema: "operations");

            migrationBuilder.DropTable(name: "penalties", schema: "operations");

            migrationBuilder.DropTable(name: "recommendations", schema: "operations");

            migrationBuilder.DropTable(name: "warranty_terms", schema: "operations");

            migrationBuilder.DropTable(name: "compensation_claims", schema: "operations");

            migrationBuilder.DropTable(name: "fault_reports", schema: "operations");

            migrationBuilder.DropTable(name: "warranties", schema: "operations");

            migrationBuilder.DropTable(name: "violation_cases", schema: "operations");
        }
    }
}
