using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Acceptance.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "acceptance");

            migrationBuilder.CreateTable(
                name: "acceptances",
                schema: "acceptance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    declaration = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    project_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    is_service = table.Column<bool>(type: "bit", nullable: false),
                    lead_unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    built_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    passed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    in_use_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evaluation_from = table.Column<DateOnly>(type: "date", nullable: true),
                    evaluation_until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptances", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "accepted_requests",
                schema: "acceptance",
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
                schema: "acceptance",
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
                schema: "acceptance",
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
                schema: "acceptance",
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
                schema: "acceptance",
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
                name: "acceptance_rounds",
                schema: "acceptance",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    applied_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    basis = table.Column<string>(type: "nvarchar(max)", maxLength: 1048576, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    revoked_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_rounds", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_acceptance_rounds_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalSchema: "acceptance",
                        principalTable: "acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "involved_units",
                schema: "acceptance",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    part = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_involved_units",
                        x => new
                        {
                            x.acceptance_id,
                            x.unit,
                            x.part,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_involved_units_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalSchema: "acceptance",
                        principalTable: "acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "post_evaluations",
                schema: "acceptance",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    score = table.Column<int>(type: "int", nullable: false),
                    result = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    survey = table.Column<string>(type: "nvarchar(max)", maxLength: 1048576, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    annulled_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_evaluations", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_post_evaluations_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalSchema: "acceptance",
                        principalTable: "acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "security_evaluations",
                schema: "acceptance",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    passed = table.Column<bool>(type: "bit", nullable: false),
                    evaluator = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    certificate_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_evaluations", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_security_evaluations_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalSchema: "acceptance",
                        principalTable: "acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "system_tests",
                schema: "acceptance",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    tested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    tester = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    report_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    passed = table.Column<bool>(type: "bit", nullable: false),
                    summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_system_tests", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_system_tests_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalSchema: "acceptance",
                        principalTable: "acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "trial_runs",
                schema: "acceptance",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    permit_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    permit_ends_by = table.Column<DateOnly>(type: "date", nullable: false),
                    permitted_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    report_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    restarted_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_runs", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_trial_runs_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalSchema: "acceptance",
                        principalTable: "acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_conclusions",
                schema: "acceptance",
                columns: table => new
                {
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round_number = table.Column<int>(type: "int", nullable: false),
                    passed = table.Column<bool>(type: "bit", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision_maker = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decision_maker_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    opinion = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    defects = table.Column<string>(type: "nvarchar(max)", maxLength: 1048576, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_conclusions", x => new { x.acceptance_id, x.round_number });
                    table.ForeignKey(
                        name: "fk_acceptance_conclusions_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalSchema: "acceptance",
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "panel_departments",
                schema: "acceptance",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round_number = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_panel_departments",
                        x => new
                        {
                            x.acceptance_id,
                            x.round_number,
                            x.unit,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_panel_departments_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalSchema: "acceptance",
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "panel_experts",
                schema: "acceptance",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round_number = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    employer = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_panel_experts",
                        x => new
                        {
                            x.acceptance_id,
                            x.round_number,
                            x.account,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_panel_experts_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalSchema: "acceptance",
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "rectifications",
                schema: "acceptance",
                columns: table => new
                {
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round_number = table.Column<int>(type: "int", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    plan = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    rectified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    report = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rectifications", x => new { x.acceptance_id, x.round_number });
                    table.ForeignKey(
                        name: "fk_rectifications_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalSchema: "acceptance",
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "trial_log_entries",
                schema: "acceptance",
                columns: table => new
                {
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    trial_number = table.Column<int>(type: "int", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    uptime_basis_points = table.Column<int>(type: "int", nullable: false),
                    incidents = table.Column<int>(type: "int", nullable: false),
                    users = table.Column<int>(type: "int", nullable: false),
                    data_volume_megabytes = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    logged_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_trial_log_entries",
                        x => new
                        {
                            x.acceptance_id,
                            x.trial_number,
                            x.from,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_trial_log_entries_trial_runs_acceptance_id_trial_number",
                        columns: x => new { x.acceptance_id, x.trial_number },
                        principalSchema: "acceptance",
                        principalTable: "trial_runs",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_declaration",
                schema: "acceptance",
                table: "acceptances",
                column: "declaration",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_lead_unit_number",
                schema: "acceptance",
                table: "acceptances",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_number",
                schema: "acceptance",
                table: "acceptances",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_state_number",
                schema: "acceptance",
                table: "acceptances",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accepted_requests_accepted_at",
                schema: "acceptance",
                table: "accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "acceptance",
                table: "audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_object_type_object_id_number",
                schema: "acceptance",
                table: "audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outcome_handled_at",
                schema: "acceptance",
                table: "inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_involved_units_unit",
                schema: "acceptance",
                table: "involved_units",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_state",
                schema: "acceptance",
                table: "outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "acceptance",
                table: "outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at_sequence",
                schema: "acceptance",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_panel_departments_unit",
                schema: "acceptance",
                table: "panel_departments",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_panel_experts_account",
                schema: "acceptance",
                table: "panel_experts",
                column: "account"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "acceptance_conclusions", schema: "acceptance");

            migrationBuilder.DropTable(name: "accepted_requests", schema: "acceptance");

            migrationBuilder.DropTable(name: "audit_entries", schema: "acceptance");

            migrationBuilder.DropTable(name: "inbox_messages", schema: "acceptance");

            migrationBuilder.DropTable(name: "involved_units", schema: "acceptance");

            migrationBuilder.DropTable(name: "job_heartbeats", schema: "acceptance");

            migrationBuilder.DropTable(name: "outbox_messages", schema: "acceptance");

            migrationBuilder.DropTable(name: "panel_departments", schema: "acceptance");

            migrationBuilder.DropTable(name: "panel_experts", schema: "acceptance");

            migrationBuilder.DropTable(name: "post_evaluations", schema: "acceptance");

            migrationBuilder.DropTable(name: "rectifications", schema: "acceptance");

            migrationBuilder.DropTable(name: "security_evaluations", schema: "acceptance");

            migrationBuilder.DropTable(name: "system_tests", schema: "acceptance");

            migrationBuilder.DropTable(name: "trial_log_entries", schema: "acceptance");

            migrationBuilder.DropTable(name: "acceptance_rounds", schema: "acceptance");

            migrationBuilder.DropTable(name: "trial_runs", schema: "acceptance");

            migrationBuilder.DropTable(name: "acceptances", schema: "acceptance");
        }
    }
}
