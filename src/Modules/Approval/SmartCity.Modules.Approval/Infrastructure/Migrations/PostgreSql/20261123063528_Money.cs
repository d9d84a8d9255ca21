using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.PostgreSql
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
                    number = table.Column<int>(type: "integer", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_number = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    arranged_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision_maker = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_maker_name = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
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
                    number = table.Column<int>(type: "integer", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    suspended_because = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    suspended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    suspended_by = table.Column<Guid>(type: "uuid", nullable: false),
                    resumed_because = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    resumed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    resumed_by = table.Column<Guid>(type: "uuid", nullable: true),
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
                name: "fund_arrangement_lines",
                schema: "approval",
                columns: table => new
                {
                    line = table.Column<int>(type: "integer", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    arrangement_number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
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
                        name: "fk_fund_arrangement_lines_fund_arrangements_declaration_id_arr",
                        columns: x => new { x.declaration_id, x.arrangement_number },
                        principalSchema: "approval",
                        principalTable: "fund_arrangements",
                        principalColumns: new[] { "declaration_id", "number" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "fund_arrangement_lines", schema: "approval");

            migrationBuilder.DropTable(name: "fund_suspensions", schema: "approval");

            migrationBuilder.DropTable(name: "fund_arrangements", schema: "approval");
        }
    }
}
