using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class UnitChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "last_day",
                schema: "security",
                table: "units",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "merger_basis",
                schema: "security",
                table: "units",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "successor",
                schema: "security",
                table: "units",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "departure_basis",
                schema: "security",
                table: "accounts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_day",
                schema: "security",
                table: "accounts",
                type: "date",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "account_earlier_units",
                schema: "security",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_earlier_units", x => new { x.account_id, x.number });
                    table.ForeignKey(
                        name: "fk_account_earlier_units_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_account_earlier_units_units_unit",
                        column: x => x.unit,
                        principalSchema: "security",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "unit_earlier_names",
                schema: "security",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    short_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_earlier_names", x => new { x.unit_id, x.number });
                    table.ForeignKey(
                        name: "fk_unit_earlier_names_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "security",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_units_successor",
                schema: "security",
                table: "units",
                column: "successor"
            );

            migrationBuilder.CreateIndex(
                name: "ix_account_earlier_units_unit",
                schema: "security",
                table: "account_earlier_units",
                column: "unit"
            );

            migrationBuilder.AddForeignKey(
                name: "fk_units_units_successor",
                schema: "security",
                table: "units",
                column: "successor",
                principalSchema: "security",
                principalTable: "units",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "fk_units_units_successor", schema: "security", table: "units");

            migrationBuilder.DropTable(name: "account_earlier_units", schema: "security");

            migrationBuilder.DropTable(name: "unit_earlier_names", schema: "security");

            migrationBuilder.DropIndex(name: "ix_units_successor", schema: "security", table: "units");

            migrationBuilder.DropColumn(name: "last_day", schema: "security", table: "units");

            migrationBuilder.DropColumn(name: "merger_basis", schema: "security", table: "units");

            migrationBuilder.DropColumn(name: "successor", schema: "security", table: "units");

            migrationBuilder.DropColumn(name: "departure_basis", schema: "security", table: "accounts");

            migrationBuilder.DropColumn(name: "last_day", schema: "security", table: "accounts");
        }
    }
}
