using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CreditCodeEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "credit_code_certificate",
                schema: "security",
                table: "units",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "credit_code_image_sha256",
                schema: "security",
                table: "units",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "credit_code_certificate", schema: "security", table: "units");

            migrationBuilder.DropColumn(name: "credit_code_image_sha256", schema: "security", table: "units");
        }
    }
}
