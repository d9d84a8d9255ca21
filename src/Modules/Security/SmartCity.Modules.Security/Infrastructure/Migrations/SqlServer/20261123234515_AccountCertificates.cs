using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AccountCertificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account_certificates",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    issuer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    serial_number = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    key_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    not_after = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    bound_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    unbound_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    bound_identity = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_certificates_accounts_account",
                        column: x => x.account,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "answered_challenges",
                schema: "security",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answered_challenges", x => x.sha256);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_account_certificates_account_bound_at",
                schema: "security",
                table: "account_certificates",
                columns: new[] { "account", "bound_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_account_certificates_bound_identity",
                schema: "security",
                table: "account_certificates",
                column: "bound_identity",
                unique: true,
                filter: "[bound_identity] IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_answered_challenges_answered_at",
                schema: "security",
                table: "answered_challenges",
                column: "answered_at"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "account_certificates", schema: "security");

            migrationBuilder.DropTable(name: "answered_challenges", schema: "security");
        }
    }
}
