using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AccountConfirmation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "awaits_confirmation",
                table: "security_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(
                name: "confirmed_by",
                table: "security_accounts",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "registrar",
                table: "security_accounts",
                type: "TEXT",
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "awaits_confirmation", table: "security_accounts");

            migrationBuilder.DropColumn(name: "confirmed_by", table: "security_accounts");

            migrationBuilder.DropColumn(name: "registrar", table: "security_accounts");
        }
    }
}
