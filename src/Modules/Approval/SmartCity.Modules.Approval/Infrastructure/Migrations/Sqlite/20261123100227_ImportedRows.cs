using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportedRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approval_imported_rows",
                columns: table => new
                {
                    lead_unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    declaration = table.Column<Guid>(type: "TEXT", nullable: false),
                    imported_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_imported_rows", x => new { x.lead_unit, x.key });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_imported_rows_declaration",
                table: "approval_imported_rows",
                column: "declaration"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "approval_imported_rows");
        }
    }
}
