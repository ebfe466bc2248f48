using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>Runs of several kinds with the list of their steps, and what each wrote to the tenant.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0003_RunKinds")]
internal sealed class M0003RunKinds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("StepList", "runs", nullable: true);
        migrationBuilder.AddColumn<Guid>("Undoes", "runs", nullable: true);
        migrationBuilder.AddColumn<string>("Repair", "runs", nullable: true);
        migrationBuilder.CreateTable("effects", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            RunId = t.Column<Guid>(nullable: false),
            ConnectionId = t.Column<Guid>(nullable: false),
            Step = t.Column<string>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            ObjectId = t.Column<string>(nullable: true),
            Before = t.Column<string>(nullable: true),
            After = t.Column<string>(nullable: true),
            IntendedAt = t.Column<long>(nullable: false),
            DoneAt = t.Column<long>(nullable: true),
            UndoneAt = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_effects", e => e.Id));
        migrationBuilder.CreateIndex("IX_effects_RunId", "effects", "RunId");
    }
}
