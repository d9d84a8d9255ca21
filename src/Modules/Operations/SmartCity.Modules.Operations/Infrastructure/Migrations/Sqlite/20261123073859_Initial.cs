using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Operations.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "operations_accepted_requests",
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
                    table.PrimaryKey("pk_operations_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_audit_entries",
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
                    table.PrimaryKey("pk_operations_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_fault_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    warranty = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    claims_cover = table.Column<bool>(type: "INTEGER", nullable: false),
                    reported_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_fault_reports", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_inbox_messages",
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
                    table.PrimaryKey("pk_operations_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_job_heartbeats",
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
                    table.PrimaryKey("pk_operations_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_maintenance_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    project = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    funded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    payee_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    requested_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    payment = table.Column<Guid>(type: "TEXT", nullable: true),
                    receipt_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    declined_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    declined_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_maintenance_requests", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_outbox_messages",
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
                    table.PrimaryKey("pk_operations_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_violation_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    article = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    facts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    project = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_serious = table.Column<bool>(type: "INTEGER", nullable: false),
                    caused_major_loss = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closing_remark = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    loss_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_violation_cases", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_warranties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    declaration = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    contractor = table.Column<Guid>(type: "TEXT", nullable: false),
                    contractor_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    corresponding_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_void = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_warranties", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_fault_resolutions",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    fault_report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resolution = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    resolved_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    resolved_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rejected_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    charge_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_fault_resolutions", x => new { x.fault_report_id, x.number });
                    table.ForeignKey(
                        name: "fk_operations_fault_resolutions_operations_fault_reports_fault_report_id",
                        column: x => x.fault_report_id,
                        principalTable: "operations_fault_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_fault_responses",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    fault_report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    visited_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    responded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    responded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_fault_responses", x => new { x.fault_report_id, x.number });
                    table.ForeignKey(
                        name: "fk_operations_fault_responses_operations_fault_reports_fault_report_id",
                        column: x => x.fault_report_id,
                        principalTable: "operations_fault_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_case_replies",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    violation_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_case_replies", x => new { x.violation_case_id, x.number });
                    table.ForeignKey(
                        name: "fk_operations_case_replies_operations_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalTable: "operations_violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_compensation_claims",
                columns: table => new
                {
                    violation_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    grounds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    claimed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    claimed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_compensation_claims", x => x.violation_case_id);
                    table.ForeignKey(
                        name: "fk_operations_compensation_claims_operations_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalTable: "operations_violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_corrections",
                columns: table => new
                {
                    violation_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    requirement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ordered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    report = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    overdue_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_corrections", x => x.violation_case_id);
                    table.ForeignKey(
                        name: "fk_operations_corrections_operations_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalTable: "operations_violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_penalties",
                columns: table => new
                {
                    violation_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    is_referred_to_discipline = table.Column<bool>(type: "INTEGER", nullable: false),
                    imposed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    imposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_penalties", x => x.violation_case_id);
                    table.ForeignKey(
                        name: "fk_operations_penalties_operations_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalTable: "operations_violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_recommendations",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    violation_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    certificate = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recommended_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recommended_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    answer_document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    answer_text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_recommendations", x => new { x.violation_case_id, x.number });
                    table.ForeignKey(
                        name: "fk_operations_recommendations_operations_violation_cases_violation_case_id",
                        column: x => x.violation_case_id,
                        principalTable: "operations_violation_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_warranty_terms",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    warranty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    acceptance = table.Column<Guid>(type: "TEXT", nullable: false),
                    acceptance_round = table.Column<int>(type: "INTEGER", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    voided_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    voided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_warranty_terms", x => new { x.warranty_id, x.number });
                    table.ForeignKey(
                        name: "fk_operations_warranty_terms_operations_warranties_warranty_id",
                        column: x => x.warranty_id,
                        principalTable: "operations_warranties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "operations_claim_debtors",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    violation_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations_claim_debtors", x => new { x.violation_case_id, x.unit });
                    table.ForeignKey(
                        name: "fk_operations_claim_debtors_operations_compensation_claims_violation_case_id",
                        column: x => x.violation_case_id,
                        principalTable: "operations_compensation_claims",
                        principalColumn: "violation_case_id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_accepted_requests_accepted_at",
                table: "operations_accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_audit_entries_at_id",
                table: "operations_audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_audit_entries_object_type_object_id_number",
                table: "operations_audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_fault_reports_contractor_number",
                table: "operations_fault_reports",
                columns: new[] { "contractor", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_fault_reports_lead_unit_number",
                table: "operations_fault_reports",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_fault_reports_number",
                table: "operations_fault_reports",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_fault_reports_warranty",
                table: "operations_fault_reports",
                column: "warranty"
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_inbox_messages_outcome_handled_at",
                table: "operations_inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_maintenance_requests_lead_unit_number",
                table: "operations_maintenance_requests",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_maintenance_requests_number",
                table: "operations_maintenance_requests",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_maintenance_requests_project_year",
                table: "operations_maintenance_requests",
                columns: new[] { "project", "year" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_maintenance_requests_state_number",
                table: "operations_maintenance_requests",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_outbox_messages_aggregate_state",
                table: "operations_outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_outbox_messages_id",
                table: "operations_outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_outbox_messages_state_next_attempt_at_sequence",
                table: "operations_outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_violation_cases_number",
                table: "operations_violation_cases",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_violation_cases_state_number",
                table: "operations_violation_cases",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_violation_cases_subject_number",
                table: "operations_violation_cases",
                columns: new[] { "subject", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_warranties_contract",
                table: "operations_warranties",
                column: "contract",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_warranties_contractor_number",
                table: "operations_warranties",
                columns: new[] { "contractor", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_warranties_declaration",
                table: "operations_warranties",
                column: "declaration"
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_warranties_lead_unit_number",
                table: "operations_warranties",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_operations_warranties_number",
                table: "operations_warranties",
                column: "number",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "operations_accepted_requests");

            migrationBuilder.DropTable(name: "operations_audit_entries");

            migrationBuilder.DropTable(name: "operations_case_replies");

            migrationBuilder.DropTable(name: "operations_claim_debtors");

            migrationBuilder.DropTable(name: "operations_corrections");

            migrationBuilder.DropTable(name: "operations_fault_resolutions");

            migrationBuilder.DropTable(name: "operations_fault_responses");

            migrationBuilder.DropTable(name: "operations_inbox_messages");

            migrationBuilder.DropTable(name: "operations_job_heartbeats");

            migrationBuilder.DropTable(name: "operations_maintenance_requests");

            migrationBuilder.DropTable(name: "operations_outbox_messages");

            migrationBuilder.DropTable(name: "operations_penalties");

            migrationBuilder.DropTable(name: "operations_recommendations");

            migrationBuilder.DropTable(name: "operations_warranty_terms");

            migrationBuilder.DropTable(name: "operations_compensation_claims");

            migrationBuilder.DropTable(name: "operations_fault_reports");

            migrationBuilder.DropTable(name: "operations_warranties");

            migrationBuilder.DropTable(name: "operations_violation_cases");
        }
    }
}
