using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class EvidenceLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "sequenced_at",
                schema: "security",
                table: "audit_entries",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "log_checkpoints",
                schema: "security",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    cosignatures = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_checkpoints", x => x.size);
                }
            );

            migrationBuilder.CreateTable(
                name: "log_leaves",
                schema: "security",
                columns: table => new
                {
                    index = table.Column<long>(type: "bigint", nullable: false),
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    schema = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    object_type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    object_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    leaf = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_leaves", x => x.index);
                }
            );

            migrationBuilder.CreateTable(
                name: "log_states",
                schema: "security",
                columns: table => new
                {
                    key = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_states", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "log_tiles",
                schema: "security",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    index = table.Column<long>(type: "bigint", nullable: false),
                    hashes = table.Column<byte[]>(type: "bytea", maxLength: 8192, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_tiles", x => new { x.level, x.index });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_number_at_id",
                schema: "security",
                table: "audit_entries",
                columns: new[] { "number", "at", "id" },
                filter: "sequenced_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_log_leaves_entry",
                schema: "security",
                table: "log_leaves",
                column: "entry",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_log_leaves_object_type_object_id_schema_number",
                schema: "security",
                table: "log_leaves",
                columns: new[] { "object_type", "object_id", "schema", "number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "log_checkpoints", schema: "security");

            migrationBuilder.DropTable(name: "log_leaves", schema: "security");

            migrationBuilder.DropTable(name: "log_states", schema: "security");

            migrationBuilder.DropTable(name: "log_tiles", schema: "security");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_number_at_id",
                schema: "security",
                table: "audit_entries"
            );

            migrationBuilder.DropColumn(name: "sequenced_at", schema: "security", table: "audit_entries");
        }
    }
}
