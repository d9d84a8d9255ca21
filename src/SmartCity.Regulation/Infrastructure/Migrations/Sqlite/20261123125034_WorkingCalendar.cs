using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Regulation.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkingCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "regulation_calendar_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    correction_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    calendar_version = table.Column<int>(type: "INTEGER", nullable: false),
                    landed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regulation_calendar_notices", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "regulation_calendar_days",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_off_day = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regulation_calendar_days", x => new { x.notice, x.date });
                    table.ForeignKey(
                        name: "fk_regulation_calendar_days_regulation_calendar_notices_notice",
                        column: x => x.notice,
                        principalTable: "regulation_calendar_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_regulation_calendar_notices_calendar_version",
                table: "regulation_calendar_notices",
                column: "calendar_version",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "regulation_calendar_days");

            migrationBuilder.DropTable(name: "regulation_calendar_notices");
        }
    }
}
