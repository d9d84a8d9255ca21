using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondFactors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "last_time_step",
                table: "security_credentials",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "two_factor_enabled",
                table: "security_credentials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "security_credential_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_security_credential_tokens",
                        x => new
                        {
                            x.user_id,
                            x.login_provider,
                            x.name,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_security_credential_tokens_security_credentials_user_id",
                        column: x => x.user_id,
                        principalTable: "security_credentials",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "security_second_factors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_set_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    set_up_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recovery_codes_made_at = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_away_at = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_away_because = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_second_factors", x => x.id);
                    table.ForeignKey(
                        name: "fk_security_second_factors_security_accounts_id",
                        column: x => x.id,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "security_credential_tokens");

            migrationBuilder.DropTable(name: "security_second_factors");

            migrationBuilder.DropColumn(name: "last_time_step", table: "security_credentials");

            migrationBuilder.DropColumn(name: "two_factor_enabled", table: "security_credentials");
        }
    }
}
