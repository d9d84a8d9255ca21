using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnitChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "last_day",
                table: "security_units",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "merger_basis",
                table: "security_units",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(name: "successor", table: "security_units", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "departure_basis",
                table: "security_accounts",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_day",
                table: "security_accounts",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "security_account_earlier_units",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_account_earlier_units", x => new { x.account_id, x.number });
                    table.ForeignKey(
                        name: "fk_security_account_earlier_units_security_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_security_account_earlier_units_security_units_unit",
                        column: x => x.unit,
                        principalTable: "security_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "security_unit_earlier_names",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    short_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_unit_earlier_names", x => new { x.unit_id, x.number });
                    table.ForeignKey(
                        name: "fk_security_unit_earlier_names_security_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "security_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_units_successor",
                table: "security_units",
                column: "successor"
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_account_earlier_units_unit",
                table: "security_account_earlier_units",
                column: "unit"
            );

            migrationBuilder.AddForeignKey(
                name: "fk_security_units_security_units_successor",
                table: "security_units",
                column: "successor",
                principalTable: "security_units",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_security_units_security_units_successor",
                table: "security_units"
            );

            migrationBuilder.DropTable(name: "security_account_earlier_units");

            migrationBuilder.DropTable(name: "security_unit_earlier_names");

            migrationBuilder.DropIndex(name: "ix_security_units_successor", table: "security_units");

            migrationBuilder.DropColumn(name: "last_day", table: "security_units");

            migrationBuilder.DropColumn(name: "merger_basis", table: "security_units");

            migrationBuilder.DropColumn(name: "successor", table: "security_units");

            migrationBuilder.DropColumn(name: "departure_basis", table: "security_accounts");

            migrationBuilder.DropColumn(name: "last_day", table: "security_accounts");
        }
    }
}
