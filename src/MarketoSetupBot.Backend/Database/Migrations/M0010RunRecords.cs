using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>Run and audit name the same version, so that an older row of a run is not taken for the newest. Runs of before begin with their next recorded change.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0010_RunRecords")]
internal sealed class M0010RunRecords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("RunVersion", "audit", nullable: true);
        migrationBuilder.CreateIndex("IX_audit_Target_RunVersion", "audit", ["Target", "RunVersion"]);
        migrationBuilder.AddColumn<long>("RecordedVersion", "runs", nullable: false, defaultValue: 0L);
    }
}
