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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "approval_fund_arrangement_lines");

            migrationBuilder.DropTable(name: "approval_fund_suspensions");

            migrationBuilder.DropTable(name: "approval_fund_arrangements");
        }
    }
}
