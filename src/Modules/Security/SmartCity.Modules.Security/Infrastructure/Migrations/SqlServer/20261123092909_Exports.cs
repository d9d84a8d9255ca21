using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Exports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "exports",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    list = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    format = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    filter = table.Column<string>(type: "nvarchar(max)", maxLength: 4096, nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    rows_sent = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exports", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_exports_opened_at_id",
                schema: "security",
                table: "exports",
                columns: new[] { "opened_at", "id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "exports", schema: "security");
        }
    }
}
