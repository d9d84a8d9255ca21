using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "security_erasures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    schema = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entry = table.Column<Guid>(type: "TEXT", nullable: false),
                    decided_in = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    law = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_erasures", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_erasures_entry",
                table: "security_erasures",
                column: "entry",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_erasures_state",
                table: "security_erasures",
                column: "state"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "security_erasures");
        }
    }
}
