using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Acceptance.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SequencedEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "sequenced_at",
                schema: "acceptance",
                table: "audit_entries",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_number_at_id",
                schema: "acceptance",
                table: "audit_entries",
                columns: new[] { "number", "at", "id" },
                filter: "sequenced_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_entries_number_at_id",
                schema: "acceptance",
                table: "audit_entries"
            );

            migrationBuilder.DropColumn(name: "sequenced_at", schema: "acceptance", table: "audit_entries");
        }
    }
}
