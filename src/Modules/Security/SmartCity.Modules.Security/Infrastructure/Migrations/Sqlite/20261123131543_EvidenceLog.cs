using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EvidenceLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "sequenced_at",
                table: "security_audit_entries",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "security_log_checkpoints",
                columns: table => new
                {
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    cosignatures = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_log_checkpoints", x => x.size);
                }
            );

            migrationBuilder.CreateTable(
                name: "security_log_leaves",
                columns: table => new
                {
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    entry = table.Column<Guid>(type: "TEXT", nullable: false),
                    schema = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    object_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    object_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    leaf = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_log_leaves", x => x.index);
                }
            );

            migrationBuilder.CreateTable(
                name: "security_log_states",
                columns: table => new
                {
                    key = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_log_states", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "security_log_tiles",
                columns: table => new
                {
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    hashes = table.Column<byte[]>(type: "BLOB", maxLength: 8192, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_log_tiles", x => new { x.level, x.index });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_audit_entries_number_at_id",
                table: "security_audit_entries",
                columns: new[] { "number", "at", "id" },
                filter: "sequenced_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_log_leaves_entry",
                table: "security_log_leaves",
                column: "entry",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_log_leaves_object_type_object_id_schema_number",
                table: "security_log_leaves",
                columns: new[] { "object_type", "object_id", "schema", "number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "security_log_checkpoints");

            migrationBuilder.DropTable(name: "security_log_leaves");

            migrationBuilder.DropTable(name: "security_log_states");

            migrationBuilder.DropTable(name: "security_log_tiles");

            migrationBuilder.DropIndex(name: "ix_security_audit_entries_number_at_id", table: "security_audit_entries");

            migrationBuilder.DropColumn(name: "sequenced_at", table: "security_audit_entries");
        }
    }
}
