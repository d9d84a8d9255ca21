using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Assets.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StatutoryClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assets_statutory_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 45, nullable: false),
                    article = table.Column<int>(type: "INTEGER", nullable: false),
                    nature = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    object_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    object_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    object_title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    authority = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    set_going_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    length = table.Column<int>(type: "INTEGER", nullable: false),
                    fixed_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    calendar_version = table.Column<int>(type: "INTEGER", nullable: false),
                    next_rung_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    overdue_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_statutory_clocks", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_clock_rungs",
                columns: table => new
                {
                    days_before = table.Column<int>(type: "INTEGER", nullable: false),
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notice = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_clock_rungs", x => new { x.clock_id, x.days_before });
                    table.ForeignKey(
                        name: "fk_assets_clock_rungs_assets_statutory_clocks_clock_id",
                        column: x => x.clock_id,
                        principalTable: "assets_statutory_clocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assets_clock_suspensions",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets_clock_suspensions", x => new { x.clock_id, x.number });
                    table.ForeignKey(
                        name: "fk_assets_clock_suspensions_assets_statutory_clocks_clock_id",
                        column: x => x.clock_id,
                        principalTable: "assets_statutory_clocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_statutory_clocks_due_on_number",
                table: "assets_statutory_clocks",
                columns: new[] { "due_on", "number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_statutory_clocks_number",
                table: "assets_statutory_clocks",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_statutory_clocks_object_id_kind",
                table: "assets_statutory_clocks",
                columns: new[] { "object_id", "kind" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_statutory_clocks_state_calendar_version",
                table: "assets_statutory_clocks",
                columns: new[] { "state", "calendar_version" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assets_statutory_clocks_state_next_rung_on",
                table: "assets_statutory_clocks",
                columns: new[] { "state", "next_rung_on" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "assets_clock_rungs");

            migrationBuilder.DropTable(name: "assets_clock_suspensions");

            migrationBuilder.DropTable(name: "assets_statutory_clocks");
        }
    }
}
