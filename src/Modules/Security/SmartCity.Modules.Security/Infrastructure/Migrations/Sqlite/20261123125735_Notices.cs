using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "security_delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    absentee = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_delegations", x => x.id);
                    table.ForeignKey(
                        name: "fk_security_delegations_security_accounts_absentee",
                        column: x => x.absentee,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_security_delegations_security_accounts_deputy",
                        column: x => x.deputy,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_security_delegations_security_units_unit",
                        column: x => x.unit,
                        principalTable: "security_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "security_mail_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    notice = table.Column<Guid>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    queued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_fault = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    claimed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_mail_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_security_mail_deliveries_security_accounts_account",
                        column: x => x.account,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "security_notice_boxes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mail_address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    mails_notices = table.Column<bool>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    last_digest_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    read_up_to = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_notice_boxes", x => x.id);
                    table.ForeignKey(
                        name: "fk_security_notice_boxes_security_accounts_id",
                        column: x => x.id,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "security_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<Guid>(type: "TEXT", nullable: true),
                    left_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title_chinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title_english = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text_chinese = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    text_english = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    article = table.Column<int>(type: "INTEGER", nullable: false),
                    object_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    object_identity = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    object_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    object_address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    clock = table.Column<Guid>(type: "TEXT", nullable: true),
                    caused_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    read_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    acted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    acted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    done = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_security_notices_security_accounts_account",
                        column: x => x.account,
                        principalTable: "security_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_security_notices_security_units_unit",
                        column: x => x.unit,
                        principalTable: "security_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_delegations_absentee",
                table: "security_delegations",
                column: "absentee"
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_delegations_deputy",
                table: "security_delegations",
                column: "deputy"
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_delegations_unit_from",
                table: "security_delegations",
                columns: new[] { "unit", "from" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_mail_deliveries_account",
                table: "security_mail_deliveries",
                column: "account"
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_mail_deliveries_queued_at_id",
                table: "security_mail_deliveries",
                columns: new[] { "queued_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_mail_deliveries_state_next_attempt_at",
                table: "security_mail_deliveries",
                columns: new[] { "state", "next_attempt_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_notice_boxes_digest_last_digest_on",
                table: "security_notice_boxes",
                columns: new[] { "digest", "last_digest_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_notices_account_state",
                table: "security_notices",
                columns: new[] { "account", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_security_notices_unit_account_received_at_id",
                table: "security_notices",
                columns: new[] { "unit", "account", "received_at", "id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "security_delegations");

            migrationBuilder.DropTable(name: "security_mail_deliveries");

            migrationBuilder.DropTable(name: "security_notice_boxes");

            migrationBuilder.DropTable(name: "security_notices");
        }
    }
}
