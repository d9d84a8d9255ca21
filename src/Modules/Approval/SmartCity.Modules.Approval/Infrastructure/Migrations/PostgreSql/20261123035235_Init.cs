using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Init : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "approval");

            migrationBuilder.CreateTable(
                name: "accepted_requests",
                schema: "approval",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    command = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    request_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    object_version = table.Column<long>(type: "bigint", nullable: false),
                    audit_entry = table.Column<Guid>(type: "uuid", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accepted_requests", x => new { x.account, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    object_type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    object_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    leaf = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    salt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<string>(
                        type: "character varying(1048576)",
                        maxLength: 1048576,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "declarations",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    lead_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_unit_name = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sheet = table.Column<string>(
                        type: "character varying(4194304)",
                        maxLength: 4194304,
                        nullable: false
                    ),
                    project_name = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    master_plan_item = table.Column<Guid>(type: "uuid", nullable: true),
                    cancelled_because = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    fiscal_share_fen = table.Column<long>(type: "bigint", nullable: false),
                    total_investment_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declarations", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                schema: "approval",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    outcome = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reasons = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "job_heartbeats",
                schema: "approval",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    period_seconds = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    succeeded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_fault = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_heartbeats", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "master_plan_items",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    description = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    from_year = table.Column<int>(type: "integer", nullable: false),
                    to_year = table.Column<int>(type: "integer", nullable: false),
                    responsible_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_document_number = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    state = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    closed_because = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    estimated_investment_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_master_plan_items", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "approval",
                columns: table => new
                {
                    sequence = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    aggregate = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    payload = table.Column<string>(
                        type: "character varying(1048576)",
                        maxLength: 1048576,
                        nullable: false
                    ),
                    caused_by = table.Column<Guid>(type: "uuid", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_fault = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "declaration_documents",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    attached_by = table.Column<Guid>(type: "uuid", nullable: false),
                    attached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaration_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_declaration_documents_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "declaration_versions",
                schema: "approval",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    snapshot = table.Column<string>(
                        type: "character varying(4194304)",
                        maxLength: 4194304,
                        nullable: false
                    ),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    changes = table.Column<string>(
                        type: "character varying(4194304)",
                        maxLength: 4194304,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaration_versions", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_declaration_versions_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "finance_reports",
                schema: "approval",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_number = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    addressee = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    signatory = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finance_reports", x => x.declaration_id);
                    table.ForeignKey(
                        name: "fk_finance_reports_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "participations",
                schema: "approval",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participations", x => new { x.declaration_id, x.unit });
                    table.ForeignKey(
                        name: "fk_participations_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "review_rounds",
                schema: "approval",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    chair = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_rounds", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_review_rounds_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "finance_report_lines",
                schema: "approval",
                columns: table => new
                {
                    line = table.Column<int>(type: "integer", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finance_report_lines", x => new { x.declaration_id, x.line });
                    table.ForeignKey(
                        name: "fk_finance_report_lines_finance_reports_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "finance_reports",
                        principalColumn: "declaration_id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opinions",
                schema: "approval",
                columns: table => new
                {
                    expert = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_number = table.Column<int>(type: "integer", nullable: false),
                    verdict = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    necessity = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    feasibility = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    technology = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    investment = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    security = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    benefit = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    reasons = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    declares_no_conflict = table.Column<bool>(type: "boolean", nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_budget_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_opinions",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.expert,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_opinions_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalSchema: "approval",
                        principalTable: "review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "panel_departments",
                schema: "approval",
                columns: table => new
                {
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    representative = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    statement = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_panel_departments",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.unit,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_panel_departments_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalSchema: "approval",
                        principalTable: "review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "panel_experts",
                schema: "approval",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    employer = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_name = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    specialty = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_panel_experts",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.account,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_panel_experts_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalSchema: "approval",
                        principalTable: "review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "review_conclusions",
                schema: "approval",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_number = table.Column<int>(type: "integer", nullable: false),
                    decision_maker = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_maker_name = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    required_changes = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    document_number = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reviewed_budget_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_conclusions", x => new { x.declaration_id, x.round_number });
                    table.ForeignKey(
                        name: "fk_review_conclusions_review_rounds_declaration_id_round_number",
                        columns: x => new { x.declaration_id, x.round_number },
                        principalSchema: "approval",
                        principalTable: "review_rounds",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_comments",
                schema: "approval",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    decision = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    changed_where = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    expert = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_expert_comments",
                        x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.number,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_expert_comments_opinions_declaration_id_round_number_expert",
                        columns: x => new
                        {
                            x.declaration_id,
                            x.round_number,
                            x.expert,
                        },
                        principalSchema: "approval",
                        principalTable: "opinions",
                        principalColumns: new[] { "declaration_id", "round_number", "expert" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accepted_requests_accepted_at",
                schema: "approval",
                table: "accepted_requests",
                column: "accepted_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_object_type_object_id_number",
                schema: "approval",
                table: "audit_entries",
                columns: new[] { "object_type", "object_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_declaration_documents_declaration_id",
                schema: "approval",
                table: "declaration_documents",
                column: "declaration_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_declarations_lead_unit_number",
                schema: "approval",
                table: "declarations",
                columns: new[] { "lead_unit", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_declarations_master_plan_item",
                schema: "approval",
                table: "declarations",
                column: "master_plan_item"
            );

            migrationBuilder.CreateIndex(
                name: "ix_declarations_number",
                schema: "approval",
                table: "declarations",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_declarations_state_number",
                schema: "approval",
                table: "declarations",
                columns: new[] { "state", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_expert_comments_declaration_id_round_number_expert",
                schema: "approval",
                table: "expert_comments",
                columns: new[] { "declaration_id", "round_number", "expert" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outcome_handled_at",
                schema: "approval",
                table: "inbox_messages",
                columns: new[] { "outcome", "handled_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_master_plan_items_code",
                schema: "approval",
                table: "master_plan_items",
                column: "code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_state",
                schema: "approval",
                table: "outbox_messages",
                columns: new[] { "aggregate", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "approval",
                table: "outbox_messages",
                column: "id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at_sequence",
                schema: "approval",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_panel_departments_unit",
                schema: "approval",
                table: "panel_departments",
                column: "unit"
            );

            migrationBuilder.CreateIndex(
                name: "ix_panel_experts_account",
                schema: "approval",
                table: "panel_experts",
                column: "account"
            );

            migrationBuilder.CreateIndex(
                name: "ix_participations_unit",
                schema: "approval",
                table: "participations",
                column: "unit"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "accepted_requests", schema: "approval");

            migrationBuilder.DropTable(name: "audit_entries", schema: "approval");

            migrationBuilder.DropTable(name: "declaration_documents", schema: "approval");

            migrationBuilder.DropTable(name: "declaration_versions", schema: "approval");

            migrationBuilder.DropTable(name: "expert_comments", schema: "approval");

            migrationBuilder.DropTable(name: "finance_report_lines", schema: "approval");

            migrationBuilder.DropTable(name: "inbox_messages", schema: "approval");

            migrationBuilder.DropTable(name: "job_heartbeats", schema: "approval");

            migrationBuilder.DropTable(name: "master_plan_items", schema: "approval");

            migrationBuilder.DropTable(name: "outbox_messages", schema: "approval");

            migrationBuilder.DropTable(name: "panel_departments", schema: "approval");

            migrationBuilder.DropTable(name: "panel_experts", schema: "approval");

            migrationBuilder.DropTable(name: "participations", schema: "approval");

            migrationBuilder.DropTable(name: "review_conclusions", schema: "approval");

            migrationBuilder.DropTable(name: "opinions", schema: "approval");

            migrationBuilder.DropTable(name: "finance_reports", schema: "approval");

            migrationBuilder.DropTable(name: "review_rounds", schema: "approval");

            migrationBuilder.DropTable(name: "declarations", schema: "approval");
        }
    }
}
