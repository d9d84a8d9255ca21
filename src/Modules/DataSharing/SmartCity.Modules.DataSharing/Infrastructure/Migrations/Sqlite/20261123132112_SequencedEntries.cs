using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.DataSharing.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SequencedEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "sequenced_at",
                table: "data_sharing_audit_entries",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_data_sharing_audit_entries_number_at_id",
                table: "data_sharing_audit_entries",
                columns: new[] { "number", "at", "id" },
                filter: "sequenced_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_data_sharing_audit_entries_number_at_id",
                table: "data_sharing_audit_entries"
            );

            migrationBuilder.DropColumn(name: "sequenced_at", table: "data_sharing_audit_entries");
        }
    }
}
