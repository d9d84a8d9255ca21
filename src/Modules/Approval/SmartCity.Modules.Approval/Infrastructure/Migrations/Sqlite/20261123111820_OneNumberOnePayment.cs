using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmartCity.Modules.Approval.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneNumberOnePayment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_approval_payments_receipt_number",
                table: "approval_payments",
                column: "receipt_number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_approval_payment_instructions_instruction_number",
                table: "approval_payment_instructions",
                column: "instruction_number",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_approval_payments_receipt_number", table: "approval_payments");

            migrationBuilder.DropIndex(
                name: "ix_approval_payment_instructions_instruction_number",
                table: "approval_payment_instructions"
            );
        }
    }
}
