using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Assets.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StatutoryClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "statutory_clocks",
                schema: "assets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(45)", maxLength: 45, nullable: false),
                    article = table.Column<int>(type: "int", nullable: false),
                    nature = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    object_type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    object_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    object_title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    unit = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    authority = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    state = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    set_going_on = table.Column<DateOnly>(type: "date", nullable: false),
                    period = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    length = table.Column<int>(type: "int", nullable: false),
                    fixed_day = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_provisional = table.Column<bool>(type: "bit", nullable: false),
                    calendar_version = table.Column<int>(type: "int", nullable: false),
                    next_rung_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_since = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_because = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statutory_clocks", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "clock_rungs",
                schema: "assets",
                columns: table => new
                {
                    days_before = table.Column<int>(type: "int", nullable: false),
                    clock_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notice = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_rungs", x => new { x.clock_id, x.days_before });
                    table.ForeignKey(
                        name: "fk_clock_rungs_statutory_clocks_clock_id",
                        column: x => x.clock_id,
                        principalSchema: "assets",
                        principalTable: "statutory_clocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "clock_suspensions",
                schema: "assets",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    clock_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_suspensions", x => new { x.clock_id, x.number });
                    table.ForeignKey(
                        name: "fk_clock_suspensions_statutory_clocks_clock_id",
                        column: x => x.clock_id,
                        principalSchema: "assets",
                        principalTable: "statutory_clocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_statutory_clocks_due_on_number",
                schema: "assets",
                table: "statutory_clocks",
                columns: new[] { "due_on", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_statutory_clocks_number",
                schema: "assets",
                table: "statutory_clocks",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_statutory_clocks_object_id_kind",
                schema: "assets",
                table: "statutory_clocks",
                columns: new[] { "object_id", "kind" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_statutory_clocks_state_calendar_version",
                schema: "assets",
                table: "statutory_clocks",
                columns: new[] { "state", "calendar_version" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_statutory_clocks_state_next_rung_on",
                schema: "assets",
                table: "statutory_clocks",
                columns: new[] { "state", "next_rung_on" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "clock_rungs", schema: "assets");

            migrationBuilder.DropTable(name: "clock_suspensions", schema: "assets");

            migrationBuilder.DropTable(name: "statutory_clocks", schema: "assets");
        }
    }
}
