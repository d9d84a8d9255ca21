using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Regulation.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Enactments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "enactments",
                schema: "regulation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    document_number = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    document_sha256 = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: true
                    ),
                    reading_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    reading_articles = table.Column<int[]>(type: "integer[]", maxLength: 400, nullable: true),
                    reading_question = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    reading_words = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enactments", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "control_switches",
                schema: "regulation",
                columns: table => new
                {
                    rule = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    enactment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_switches", x => new { x.enactment_id, x.rule });
                    table.ForeignKey(
                        name: "fk_control_switches_enactments_enactment_id",
                        column: x => x.enactment_id,
                        principalSchema: "regulation",
                        principalTable: "enactments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "parameter_changes",
                schema: "regulation",
                columns: table => new
                {
                    parameter = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    enactment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    after = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parameter_changes", x => new { x.enactment_id, x.parameter });
                    table.ForeignKey(
                        name: "fk_parameter_changes_enactments_enactment_id",
                        column: x => x.enactment_id,
                        principalSchema: "regulation",
                        principalTable: "enactments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_enactments_kind_document_number",
                schema: "regulation",
                table: "enactments",
                columns: new[] { "kind", "document_number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_enactments_number",
                schema: "regulation",
                table: "enactments",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_parameter_changes_parameter",
                schema: "regulation",
                table: "parameter_changes",
                column: "parameter"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "control_switches", schema: "regulation");

            migrationBuilder.DropTable(name: "parameter_changes", schema: "regulation");

            migrationBuilder.DropTable(name: "enactments", schema: "regulation");
        }
    }
}
