using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Acceptance.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TakingOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "decision_maker",
                table: "acceptance_conclusions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT"
            );

            migrationBuilder.AddColumn<string>(
                name: "taken_up",
                table: "acceptance_acceptances",
                type: "TEXT",
                maxLength: 1048576,
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "taken_up", table: "acceptance_acceptances");

            migrationBuilder.AlterColumn<Guid>(
                name: "decision_maker",
                table: "acceptance_conclusions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true
            );
        }
    }
}
