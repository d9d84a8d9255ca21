using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ImportedRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "imported_rows",
                schema: "approval",
                columns: table => new
                {
                    lead_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    declaration = table.Column<Guid>(type: "uuid", nullable: false),
                    imported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_rows", x => new { x.lead_unit, x.key });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_imported_rows_declaration",
                schema: "approval",
                table: "imported_rows",
                column: "declaration"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "imported_rows", schema: "approval");
        }
    }
}
