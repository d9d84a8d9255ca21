using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AccountCertificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "security_account_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    serial_number = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    key_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    not_after = table.Column<long>(type: "INTEGER", nullable: false),
                    bound_at = table.Column<long>(type: "INTEGER", nullable: false),
                    unbound_at = table.Column<long>(type: "INTEGER", nullable: true),
                    bound_identity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_account_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_security_account_certificates_security_accounts_account",
                        column: x => x.account,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "security_answered_challenges",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_answered_challenges", x => x.sha256);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_account_certificates_account_bound_at",
                table: "security_account_certificates",
                columns: new[] { "account", "bound_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_account_certificates_bound_identity",
                table: "security_account_certificates",
                column: "bound_identity",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_answered_challenges_answered_at",
                table: "security_answered_challenges",
                column: "answered_at"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "security_account_certificates");

            migrationBuilder.DropTable(name: "security_answered_challenges");
        }
    }
}
