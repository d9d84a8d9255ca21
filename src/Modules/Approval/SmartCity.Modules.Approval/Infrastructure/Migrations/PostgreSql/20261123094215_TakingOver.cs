using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TakingOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_taken_over",
                schema: "approval",
                table: "contract_facts",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "take_overs",
                schema: "approval",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    office_number = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    stage = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    taken_over_on = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_over_by = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_document_number = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    project = table.Column<string>(
                        type: "character varying(4194304)",
                        maxLength: 4194304,
                        nullable: false
                    ),
                    not_judged = table.Column<string>(
                        type: "character varying(4194304)",
                        maxLength: 4194304,
                        nullable: false
                    ),
                    arranged_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    reported_fen = table.Column<long>(type: "bigint", nullable: false),
                    reviewed_budget_fen = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_take_overs", x => x.declaration_id);
                    table.ForeignKey(
                        name: "fk_take_overs_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalSchema: "approval",
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_take_overs_lead_unit_office_number",
                schema: "approval",
                table: "take_overs",
                columns: new[] { "lead_unit", "office_number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "take_overs", schema: "approval");

            migrationBuilder.DropColumn(name: "is_taken_over", schema: "approval", table: "contract_facts");
        }
    }
}
