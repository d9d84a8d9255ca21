using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SecondFactors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "last_time_step",
                schema: "security",
                table: "credentials",
                type: "bigint",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "two_factor_enabled",
                schema: "security",
                table: "credentials",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "credential_tokens",
                schema: "security",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    value = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_credential_tokens",
                        x => new
                        {
                            x.user_id,
                            x.login_provider,
                            x.name,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_credential_tokens_credentials_user_id",
                        column: x => x.user_id,
                        principalSchema: "security",
                        principalTable: "credentials",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "second_factors",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_set_up = table.Column<bool>(type: "boolean", nullable: false),
                    set_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recovery_codes_made_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    taken_away_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_away_because = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: true
                    ),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_factors", x => x.id);
                    table.ForeignKey(
                        name: "fk_second_factors_accounts_id",
                        column: x => x.id,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "credential_tokens", schema: "security");

            migrationBuilder.DropTable(name: "second_factors", schema: "security");

            migrationBuilder.DropColumn(name: "last_time_step", schema: "security", table: "credentials");

            migrationBuilder.DropColumn(name: "two_factor_enabled", schema: "security", table: "credentials");
        }
    }
}
