using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Money : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fund_arrangements",
                schema: "approval",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    arranged_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision_maker = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decision_maker_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_arrangements", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_fund_arrangements_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "fund_suspensions",
                schema: "approval",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    suspended_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    suspended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    suspended_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    resumed_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    resumed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    resumed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_suspensions", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_fund_suspensions_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "payment_facts",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_facts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "payments",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    declaration = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    project = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    contract = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    maintenance_request = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    payee_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    basis = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    requested_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    approved_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    approved_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    pre_evaluation = table.Column<bool>(type: "bit", nullable: false),
                    declined_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    declined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    receipt_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "fund_arrangement_lines",
                schema: "approval",
                columns: table => new
                {
                    line = table.Column<int>(type: "int", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    arrangement_number = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_fund_arrangement_lines",
                        x => new
                        {
                            x.declaration_id,
                            x.arrangement_number,
                            x.line,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_fund_arrangement_lines_fund_arrangements_declaration_id_arrangement_number",
                        columns: x => new { x.declaration_id, x.arrangement_number },
                        principalSchema: "approval",
                        principalTable: "fund_arrangements",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "contract_facts",
                schema: "approval",
                columns: table => new
                {
                    contract = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    contractor_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    financing = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    payee_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    act = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    heard_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_by = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ended_by_act = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    end_heard_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ended_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    capitalised_fen = table.Column<long>(type: "bigint", nullable: false),
                    retention_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_facts", x => new { x.declaration_id, x.contract });
                    table.ForeignKey(
                        name: "fk_contract_facts_payment_facts_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "payment_facts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "project_facts",
                schema: "approval",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    evaluation_until = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    act = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    heard_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_by = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ended_by_act = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    end_heard_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ended_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_facts", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_project_facts_payment_facts_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "payment_facts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "payment_instructions",
                schema: "approval",
                columns: table => new
                {
                    attempt = table.Column<int>(type: "int", nullable: false),
                    payment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    instruction_number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    instructed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    instructed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    returned_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_instructions", x => new { x.payment_id, x.attempt });
                    table.ForeignKey(
                        name: "fk_payment_instructions_payments_payment_id",
                        column: x => x.payment_id,
                        principalSchema: "approval",
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                schema: "approval",
                table: "audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_payments_contract",
                schema: "approval",
                table: "payments",
                column: "contract"
            );

            migrationBuilder.CreateIndex(
                name: "ix_payments_declaration_number",
                schema: "approval",
                table: "payments",
                columns: new[] { "declaration", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_payments_maintenance_request",
                schema: "approval",
                table: "payments",
                column: "maintenance_request",
                unique: true,
                filter: "[maintenance_request] IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_payments_number",
                schema: "approval",
                table: "payments",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_payments_state_number",
                schema: "approval",
                table: "payments",
                columns: new[] { "state", "number" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "contract_facts", schema: "approval");

            migrationBuilder.DropTable(name: "fund_arrangement_lines", schema: "approval");

            migrationBuilder.DropTable(name: "fund_suspensions", schema: "approval");

            migrationBuilder.DropTable(name: "payment_instructions", schema: "approval");

            migrationBuilder.DropTable(name: "project_facts", schema: "approval");

            migrationBuilder.DropTable(name: "fund_arrangements", schema: "approval");

            migrationBuilder.DropTable(name: "payments", schema: "approval");

            migrationBuilder.DropTable(name: "payment_facts", schema: "approval");

            migrationBuilder.DropIndex(name: "ix_audit_entries_at_id", schema: "approval", table: "audit_entries");
        }
    }
}
