using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class BoundTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "bound_tokens_only",
                schema: "security",
                table: "accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "bound_tokens_only", schema: "security", table: "accounts");
        }
    }
}
