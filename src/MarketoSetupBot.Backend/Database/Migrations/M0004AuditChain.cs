using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>The audit becomes a chain. Lines from before it keep neither number nor seal, and verifying says how many there are.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0004_AuditChain")]
internal sealed class M0004AuditChain : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("Number", "audit", nullable: true);
        migrationBuilder.AddColumn<string>("RequestId", "audit", nullable: true);
        migrationBuilder.AddColumn<string>("Seal", "audit", nullable: true);
        migrationBuilder.CreateIndex("IX_audit_Number", "audit", "Number", unique: true);
        migrationBuilder.CreateTable("audit_heads", t => new
        {
            Id = t.Column<int>(nullable: false),
            Number = t.Column<long>(nullable: false),
            Seal = t.Column<string>(nullable: false),
            KeyMark = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_audit_heads", h => h.Id));
    }
}
