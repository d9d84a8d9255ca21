using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Security.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "delegations",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    absentee = table.Column<Guid>(type: "uuid", nullable: false),
                    deputy = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegations", x => x.id);
                    table.ForeignKey(
                        name: "fk_delegations_accounts_absentee",
                        column: x => x.absentee,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_delegations_accounts_deputy",
                        column: x => x.deputy,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_delegations_units_unit",
                        column: x => x.unit,
                        principalSchema: "security",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "mail_deliveries",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    notice = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    state = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_fault = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    claimed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_mail_deliveries_accounts_account",
                        column: x => x.account,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "notice_boxes",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mail_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    mails_notices = table.Column<bool>(type: "boolean", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    last_digest_on = table.Column<DateOnly>(type: "date", nullable: true),
                    read_up_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_boxes", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_boxes_accounts_id",
                        column: x => x.id,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "notices",
                schema: "security",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    left_by = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    title_chinese = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    title_english = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    text_chinese = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: false
                    ),
                    text_english = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: false
                    ),
                    article = table.Column<int>(type: "integer", nullable: false),
                    object_type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    object_identity = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    object_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    object_address = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    clock = table.Column<Guid>(type: "uuid", nullable: true),
                    caused_by = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    read_by = table.Column<Guid>(type: "uuid", nullable: true),
                    acted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    acted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    done = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_notices_accounts_account",
                        column: x => x.account,
                        principalSchema: "security",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_notices_units_unit",
                        column: x => x.unit,
                        principalSchema: "security",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_delegations_absentee",
                schema: "security",
                table: "delegations",
                column: "absentee"
            );

            migrationBuilder.CreateIndex(
                name: "ix_delegations_deputy",
                schema: "security",
                table: "delegations",
                column: "deputy"
            );

            migrationBuilder.CreateIndex(
                name: "ix_delegations_unit_from",
                schema: "security",
                table: "delegations",
                columns: new[] { "unit", "from" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_deliveries_account",
                schema: "security",
                table: "mail_deliveries",
                column: "account"
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_deliveries_queued_at_id",
                schema: "security",
                table: "mail_deliveries",
                columns: new[] { "queued_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_deliveries_state_next_attempt_at",
                schema: "security",
                table: "mail_deliveries",
                columns: new[] { "state", "next_attempt_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_notice_boxes_digest_last_digest_on",
                schema: "security",
                table: "notice_boxes",
                columns: new[] { "digest", "last_digest_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_notices_account_state",
                schema: "security",
                table: "notices",
                columns: new[] { "account", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_notices_unit_account_received_at_id",
                schema: "security",
                table: "notices",
                columns: new[] { "unit", "account", "received_at", "id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "delegations", schema: "security");

            migrationBuilder.DropTable(name: "mail_deliveries", schema: "security");

            migrationBuilder.DropTable(name: "notice_boxes", schema: "security");

            migrationBuilder.DropTable(name: "notices", schema: "security");
        }
    }
}
