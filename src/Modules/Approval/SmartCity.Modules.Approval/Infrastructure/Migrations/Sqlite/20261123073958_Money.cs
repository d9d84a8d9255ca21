using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Money : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approval_fund_arrangements",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    arranged_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decision_maker = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_maker_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_fund_arrangements", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_approval_fund_arrangements_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_fund_suspensions",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    suspended_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    suspended_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    suspended_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    resumed_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    resumed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    resumed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_fund_suspensions", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_approval_fund_suspensions_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_payment_facts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_payment_facts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    declaration = table.Column<Guid>(type: "TEXT", nullable: false),
                    project = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract = table.Column<Guid>(type: "TEXT", nullable: true),
                    maintenance_request = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    payee_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    approved_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    pre_evaluation = table.Column<bool>(type: "INTEGER", nullable: false),
                    declined_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    declined_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    receipt_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_payments", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_fund_arrangement_lines",
                columns: table => new
                {
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    arrangement_number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_approval_fund_arrangement_lines",
                        x => new
                        {
                            x.declaration_id,
                            x.arrangement_number,
                            x.line,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_approval_fund_arrangement_lines_approval_fund_arrangements_declaration_id_arrangement_number",
                        columns: x => new { x.declaration_id, x.arrangement_number },
                        principalTable: "approval_fund_arrangements",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_contract_facts",
                columns: table => new
                {
                    contract = table.Column<Guid>(type: "TEXT", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    contractor_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    financing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    payee_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_bank = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    payee_account = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    act = table.Column<Guid>(type: "TEXT", nullable: true),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ended_by_act = table.Column<Guid>(type: "TEXT", nullable: true),
                    end_heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    capitalised_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    retention_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_contract_facts", x => new { x.declaration_id, x.contract });
                    table.ForeignKey(
                        name: "fk_approval_contract_facts_approval_payment_facts_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_payment_facts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_project_facts",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    evaluation_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    act = table.Column<Guid>(type: "TEXT", nullable: true),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ended_by_act = table.Column<Guid>(type: "TEXT", nullable: true),
                    end_heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_project_facts", x => new { x.declaration_id, x.number });
                    table.ForeignKey(
                        name: "fk_approval_project_facts_approval_payment_facts_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_payment_facts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_payment_instructions",
                columns: table => new
                {
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    payment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instruction_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    instructed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    instructed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    returned_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    returned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_payment_instructions", x => new { x.payment_id, x.attempt });
                    table.ForeignKey(
                        name: "fk_approval_payment_instructions_approval_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "approval_payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_audit_entries_at_id",
                table: "approval_audit_entries",
                columns: new[] { "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_payments_contract",
                table: "approval_payments",
                column: "contract"
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_payments_declaration_number",
                table: "approval_payments",
                columns: new[] { "declaration", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_payments_maintenance_request",
                table: "approval_payments",
                column: "maintenance_request",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_payments_number",
                table: "approval_payments",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_payments_state_number",
                table: "approval_payments",
                columns: new[] { "state", "number" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "approval_contract_facts");

            migrationBuilder.DropTable(name: "approval_fund_arrangement_lines");

            migrationBuilder.DropTable(name: "approval_fund_suspensions");

            migrationBuilder.DropTable(name: "approval_payment_instructions");

            migrationBuilder.DropTable(name: "approval_project_facts");

            migrationBuilder.DropTable(name: "approval_fund_arrangements");

            migrationBuilder.DropTable(name: "approval_payments");

            migrationBuilder.DropTable(name: "approval_payment_facts");

            migrationBuilder.DropIndex(name: "ix_approval_audit_entries_at_id", table: "approval_audit_entries");
        }
    }
}
