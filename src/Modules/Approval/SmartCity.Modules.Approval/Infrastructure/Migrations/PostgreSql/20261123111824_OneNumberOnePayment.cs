using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OneNumberOnePayment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_payments_receipt_number",
                schema: "approval",
                table: "payments",
                column: "receipt_number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_payment_instructions_instruction_number",
                schema: "approval",
                table: "payment_instructions",
                column: "instruction_number",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_payments_receipt_number", schema: "approval", table: "payments");

            migrationBuilder.DropIndex(
                name: "ix_payment_instructions_instruction_number",
                schema: "approval",
                table: "payment_instructions"
            );
        }
    }
}
