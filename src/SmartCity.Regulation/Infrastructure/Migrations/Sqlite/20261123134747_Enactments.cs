using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Regulation.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Enactments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "regulation_enactments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    document_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reading_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    reading_articles = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    reading_question = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    reading_words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regulation_enactments", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "regulation_control_switches",
                columns: table => new
                {
                    rule = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    enactment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_off = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regulation_control_switches", x => new { x.enactment_id, x.rule });
                    table.ForeignKey(
                        name: "fk_regulation_control_switches_regulation_enactments_enactment_id",
                        column: x => x.enactment_id,
                        principalTable: "regulation_enactments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "regulation_parameter_changes",
                columns: table => new
                {
                    parameter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    enactment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    after = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regulation_parameter_changes", x => new { x.enactment_id, x.parameter });
                    table.ForeignKey(
                        name: "fk_regulation_parameter_changes_regulation_enactments_enactment_id",
                        column: x => x.enactment_id,
                        principalTable: "regulation_enactments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_regulation_enactments_kind_document_number",
                table: "regulation_enactments",
                columns: new[] { "kind", "document_number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_regulation_enactments_number",
                table: "regulation_enactments",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_regulation_parameter_changes_parameter",
                table: "regulation_parameter_changes",
                column: "parameter"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "regulation_control_switches");

            migrationBuilder.DropTable(name: "regulation_parameter_changes");

            migrationBuilder.DropTable(name: "regulation_enactments");
        }
    }
}
