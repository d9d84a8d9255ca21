using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Init : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approval_accepted_requests",
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
                    table.PrimaryKey("pk_approval_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_audit_entries",
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
                    table.PrimaryKey("pk_approval_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_declarations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead_unit_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    drafted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    drafted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                    project_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    master_plan_item = table.Column<Guid>(type: "TEXT", nullable: true),
                    cancelled_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    cancelled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fiscal_share_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    total_investment_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_declarations", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_inbox_messages",
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
                    table.PrimaryKey("pk_approval_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_job_heartbeats",
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
                    table.PrimaryKey("pk_approval_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_master_plan_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    from_year = table.Column<int>(type: "INTEGER", nullable: false),
                    to_year = table.Column<int>(type: "INTEGER", nullable: false),
                    responsible_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis_document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    closed_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    estimated_investment_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_master_plan_items", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_outbox_messages",
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
                    table.PrimaryKey("pk_approval_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_declaration_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    attached_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    attached_at = table.Column<long>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_declaration_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_approval_declaration_documents_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_declaration_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    submitted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    snapshot = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    changes = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_declaration_versions", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_approval_declaration_versions_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_finance_reports",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    addressee = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    signatory = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    reported_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_finance_reports", x => x.declaration_id);
                    table.ForeignKey(
                        name: "fk_approval_finance_reports_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_participations",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_participations", x => new { x.declaration_id, x.unit });
                    table.ForeignKey(
                        name: "fk_approval_participations_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_review_rounds",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    chair = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_review_rounds", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_approval_review_rounds_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_finance_report_lines",
                columns: table => new
                {
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_finance_report_lines", x => new { x.declaration_id, x.line });
                    table.ForeignKey(
                        name: "fk_approval_finance_report_lines_approval_finance_reports_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_finance_reports",
                        principalColumn: "declaration_id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_opinions",
                columns: table => new
                {
                    expert = table.Column<Guid>(type: "TEXT", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    score = table.Column<int>(type: "INTEGER", nullable: true),
                    necessity = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    feasibility = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    technology = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    investment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    security = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    benefit = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    declares_no_conflict = table.Column<bool>(type: "INTEGER", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false),
                    proposed_budget_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_approval_opinions",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.expert,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_approval_opinions_approval_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalTable: "approval_review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_panel_departments",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    representative = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_approval_panel_departments",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.unit,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_approval_panel_departments_approval_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalTable: "approval_review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_panel_experts",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    employer = table.Column<Guid>(type: "TEXT", nullable: false),
                    employer_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    specialty = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_approval_panel_experts",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.account,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_approval_panel_experts_approval_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalTable: "approval_review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_review_conclusions",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    decision_maker = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_maker_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    required_changes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reviewed_budget_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_review_conclusions", x => new { x.declaration_id, x.round_number });
                    table.ForeignKey(
                        name: "fk_approval_review_conclusions_approval_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalTable: "approval_review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_expert_comments",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    changed_where = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    expert = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_approval_expert_comments",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.number,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_approval_expert_comments_approval_opinions_declaration_id_round_number_expert",
                        columns: x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.expert,
                        },
                        principalTable: "approval_opinions",
                        principalColumns: new[] { "declaration_id", "round_number", "expert" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_accepted_requests_accepted_at",
                table: "approval_accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_audit_entries_object_type_object_id_number",
                table: "approval_audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_declaration_documents_declaration_id",
                table: "approval_declaration_documents",
                column: "declaration_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_declarations_lead_unit_number",
                table: "approval_declarations",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_declarations_master_plan_item",
                table: "approval_declarations",
                column: "master_plan_item"
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_declarations_number",
                table: "approval_declarations",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_declarations_state_number",
                table: "approval_declarations",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_expert_comments_declaration_id_round_number_expert",
                table: "approval_expert_comments",
                columns: new[] { "declaration_id", "round_number", "expert" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_inbox_messages_outcome_handled_at",
                table: "approval_inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_master_plan_items_code",
                table: "approval_master_plan_items",
                column: "code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_outbox_messages_aggregate_state",
                table: "approval_outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_outbox_messages_id",
                table: "approval_outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_outbox_messages_state_next_attempt_at_sequence",
                table: "approval_outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_panel_departments_unit",
                table: "approval_panel_departments",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_panel_experts_account",
                table: "approval_panel_experts",
                column: "account"
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_participations_unit",
                table: "approval_participations",
                column: "unit"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "approval_accepted_requests");

            migrationBuilder.DropTable(name: "approval_audit_entries");

            migrationBuilder.DropTable(name: "approval_declaration_documents");

            migrationBuilder.DropTable(name: "approval_declaration_versions");

            migrationBuilder.DropTable(name: "approval_expert_comments");

            migrationBuilder.DropTable(name: "approval_finance_report_lines");

            migrationBuilder.DropTable(name: "approval_inbox_messages");

            migrationBuilder.DropTable(name: "approval_job_heartbeats");

            migrationBuilder.DropTable(name: "approval_master_plan_items");

            migrationBuilder.DropTable(name: "approval_outbox_messages");

            migrationBuilder.DropTable(name: "approval_panel_departments");

            migrationBuilder.DropTable(name: "approval_panel_experts");

            migrationBuilder.DropTable(name: "approval_participations");

            migrationBuilder.DropTable(name: "approval_review_conclusions");

            migrationBuilder.DropTable(name: "approval_opinions");

            migrationBuilder.DropTable(name: "approval_finance_reports");

            migrationBuilder.DropTable(name: "approval_review_rounds");

            migrationBuilder.DropTable(name: "approval_declarations");
        }
    }
}
