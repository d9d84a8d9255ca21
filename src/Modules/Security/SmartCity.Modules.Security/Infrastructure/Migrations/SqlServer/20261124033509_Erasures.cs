using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erasures",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    schema = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    entry = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decided_in = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    law = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    decided_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_erasures_entry",
                schema: "security",
                table: "erasures",
                column: "entry",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_erasures_state",
                schema: "security",
                table: "erasures",
                column: "state"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "erasures", schema: "security");
        }
    }
}
