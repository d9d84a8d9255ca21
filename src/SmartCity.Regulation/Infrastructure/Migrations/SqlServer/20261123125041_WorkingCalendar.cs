using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Regulation.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WorkingCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calendar_notices",
                schema: "regulation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    correction_reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    file_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    calendar_version = table.Column<int>(type: "int", nullable: false),
                    landed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_notices", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "calendar_days",
                schema: "regulation",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    notice = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    is_off_day = table.Column<bool>(type: "bit", nullable: false),
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => new { x.notice, x.date });
                    table.ForeignKey(
                        name: "fk_calendar_days_calendar_notices_notice",
                        column: x => x.notice,
                        principalSchema: "regulation",
                        principalTable: "calendar_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_calendar_notices_calendar_version",
                schema: "regulation",
                table: "calendar_notices",
                column: "calendar_version",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "calendar_days", schema: "regulation");

            migrationBuilder.DropTable(name: "calendar_notices", schema: "regulation");
        }
    }
}
