using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Construction.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SequencedEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "sequenced_at",
                table: "construction_audit_entries",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_construction_audit_entries_number_at_id",
                table: "construction_audit_entries",
                columns: new[] { "number", "at", "id" },
                filter: "sequenced_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_construction_audit_entries_number_at_id",
                table: "construction_audit_entries"
            );

            migrationBuilder.DropColumn(name: "sequenced_at", table: "construction_audit_entries");
        }
    }
}
