using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Assets.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SequencedEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "sequenced_at",
                table: "assets_audit_entries",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_audit_entries_number_at_id",
                table: "assets_audit_entries",
                columns: new[] { "number", "at", "id" },
                filter: "sequenced_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_assets_audit_entries_number_at_id", table: "assets_audit_entries");

            migrationBuilder.DropColumn(name: "sequenced_at", table: "assets_audit_entries");
        }
    }
}
