using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Acceptance.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TakingOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "taken_up",
                schema: "acceptance",
                table: "acceptances",
                type: "character varying(1048576)",
                maxLength: 1048576,
                nullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "decision_maker",
                schema: "acceptance",
                table: "acceptance_conclusions",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "taken_up", schema: "acceptance", table: "acceptances");

            migrationBuilder.AlterColumn<Guid>(
                name: "decision_maker",
                schema: "acceptance",
                table: "acceptance_conclusions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true
            );
        }
    }
}
