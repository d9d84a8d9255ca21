using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AccountConfirmation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "awaits_confirmation",
                schema: "security",
                table: "accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(
                name: "confirmed_by",
                schema: "security",
                table: "accounts",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "registrar",
                schema: "security",
                table: "accounts",
                type: "uuid",
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "awaits_confirmation", schema: "security", table: "accounts");

            migrationBuilder.DropColumn(name: "confirmed_by", schema: "security", table: "accounts");

            migrationBuilder.DropColumn(name: "registrar", schema: "security", table: "accounts");
        }
    }
}
