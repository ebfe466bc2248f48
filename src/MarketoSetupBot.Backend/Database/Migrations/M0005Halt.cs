using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>The halt.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0005_Halt")]
internal sealed class M0005Halt : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("halts", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
            CalledBy = t.Column<string>(nullable: false),
            Reason = t.Column<string>(nullable: true),
            LiftedBy = t.Column<string>(nullable: true),
            LiftedAt = t.Column<long>(nullable: true),
            InForce = t.Column<int>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_halts", h => h.Id));
        migrationBuilder.CreateIndex("IX_halts_InForce", "halts", "InForce", unique: true);
    }
}
