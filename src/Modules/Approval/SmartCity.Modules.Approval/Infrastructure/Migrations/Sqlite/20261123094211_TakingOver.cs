using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TakingOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_taken_over",
                table: "approval_contract_facts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "approval_take_overs",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    taken_over_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    taken_over_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis_document_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    project = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                    not_judged = table.Column<string>(type: "TEXT", maxLength: 4194304, nullable: false),
                    arranged_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    reported_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    reviewed_budget_fen = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_take_overs", x => x.declaration_id);
                    table.ForeignKey(
                        name: "fk_approval_take_overs_approval_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "approval_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_take_overs_lead_unit_office_number",
                table: "approval_take_overs",
                columns: new[] { "lead_unit", "office_number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "approval_take_overs");

            migrationBuilder.DropColumn(name: "is_taken_over", table: "approval_contract_facts");
        }
    }
}
