using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Acceptance.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acceptance_acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    declaration = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    is_service = table.Column<bool>(type: "INTEGER", nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    built_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    passed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    in_use_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    evaluation_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    evaluation_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_acceptances", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_accepted_requests",
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
                    table.PrimaryKey("pk_acceptance_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_audit_entries",
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
                    table.PrimaryKey("pk_acceptance_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_inbox_messages",
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
                    table.PrimaryKey("pk_acceptance_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_job_heartbeats",
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
                    table.PrimaryKey("pk_acceptance_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_outbox_messages",
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
                    table.PrimaryKey("pk_acceptance_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_involved_units",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_acceptance_involved_units",
                        x => new
                        {
                            x.acceptance_id,
                            x.unit,
                            x.part,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_acceptance_involved_units_acceptance_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "acceptance_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_post_evaluations",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    score = table.Column<int>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    concluded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    survey = table.Column<string>(type: "TEXT", maxLength: 1048576, nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    annulled_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    annulled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_post_evaluations", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_acceptance_post_evaluations_acceptance_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "acceptance_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_rounds",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    applied_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 1048576, nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    revoked_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_rounds", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_acceptance_rounds_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "acceptance_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_security_evaluations",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    evaluator = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    certificate_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_security_evaluations", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_acceptance_security_evaluations_acceptance_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "acceptance_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_system_tests",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tested_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    tester = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    report_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_system_tests", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_acceptance_system_tests_acceptance_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "acceptance_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_trial_runs",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permit_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    permit_ends_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    permitted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    report_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    restarted_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_trial_runs", x => new { x.acceptance_id, x.number });
                    table.ForeignKey(
                        name: "fk_acceptance_trial_runs_acceptance_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "acceptance_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_conclusions",
                columns: table => new
                {
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decision_maker = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_maker_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    defects = table.Column<string>(type: "TEXT", maxLength: 1048576, nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_conclusions", x => new { x.acceptance_id, x.round_number });
                    table.ForeignKey(
                        name: "fk_acceptance_conclusions_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_panel_departments",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_acceptance_panel_departments",
                        x => new
                        {
                            x.acceptance_id,
                            x.round_number,
                            x.unit,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_acceptance_panel_departments_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_panel_experts",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    employer = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_acceptance_panel_experts",
                        x => new
                        {
                            x.acceptance_id,
                            x.round_number,
                            x.account,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_acceptance_panel_experts_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_rectifications",
                columns: table => new
                {
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    plan = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    rectified_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_rectifications", x => new { x.acceptance_id, x.round_number });
                    table.ForeignKey(
                        name: "fk_acceptance_rectifications_acceptance_rounds_acceptance_id_round_number",
                        columns: x => new { x.acceptance_id, x.round_number },
                        principalTable: "acceptance_rounds",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "acceptance_trial_log_entries",
                columns: table => new
                {
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    trial_number = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    uptime_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    incidents = table.Column<int>(type: "INTEGER", nullable: false),
                    users = table.Column<int>(type: "INTEGER", nullable: false),
                    data_volume_megabytes = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    logged_by = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_acceptance_trial_log_entries",
                        x => new
                        {
                            x.acceptance_id,
                            x.trial_number,
                            x.from,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_acceptance_trial_log_entries_acceptance_trial_runs_acceptance_id_trial_number",
                        columns: x => new { x.acceptance_id, x.trial_number },
                        principalTable: "acceptance_trial_runs",
                        principalColumns: new[] { "acceptance_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_acceptances_declaration",
                table: "acceptance_acceptances",
                column: "declaration",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_acceptances_lead_unit_number",
                table: "acceptance_acceptances",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_acceptances_number",
                table: "acceptance_acceptances",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_acceptances_state_number",
                table: "acceptance_acceptances",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_accepted_requests_accepted_at",
                table: "acceptance_accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_audit_entries_at_id",
                table: "acceptance_audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_audit_entries_object_type_object_id_number",
                table: "acceptance_audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_inbox_messages_outcome_handled_at",
                table: "acceptance_inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_involved_units_unit",
                table: "acceptance_involved_units",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_outbox_messages_aggregate_state",
                table: "acceptance_outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_outbox_messages_id",
                table: "acceptance_outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_outbox_messages_state_next_attempt_at_sequence",
                table: "acceptance_outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_panel_departments_unit",
                table: "acceptance_panel_departments",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_panel_experts_account",
                table: "acceptance_panel_experts",
                column: "account"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "acceptance_accepted_requests");

            migrationBuilder.DropTable(name: "acceptance_audit_entries");

            migrationBuilder.DropTable(name: "acceptance_conclusions");

            migrationBuilder.DropTable(name: "acceptance_inbox_messages");

            migrationBuilder.DropTable(name: "acceptance_involved_units");

            migrationBuilder.DropTable(name: "acceptance_job_heartbeats");

            migrationBuilder.DropTable(name: "acceptance_outbox_messages");

            migrationBuilder.DropTable(name: "acceptance_panel_departments");

            migrationBuilder.DropTable(name: "acceptance_panel_experts");

            migrationBuilder.DropTable(name: "acceptance_post_evaluations");

            migrationBuilder.DropTable(name: "acceptance_rectifications");

            migrationBuilder.DropTable(name: "acceptance_security_evaluations");

            migrationBuilder.DropTable(name: "acceptance_system_tests");

            migrationBuilder.DropTable(name: "acceptance_trial_log_entries");

            migrationBuilder.DropTable(name: "acceptance_rounds");

            migrationBuilder.DropTable(name: "acceptance_trial_runs");

            migrationBuilder.DropTable(name: "acceptance_acceptances");
        }
    }
}
