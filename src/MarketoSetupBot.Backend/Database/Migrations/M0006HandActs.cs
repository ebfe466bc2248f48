using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>Steps that wait for an administrator, and what a connection took over or swapped.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0006_HandActs")]
internal sealed class M0006HandActs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("HandAct", "steps", nullable: true);
        migrationBuilder.AddColumn<string>("Claim", "steps", nullable: true);
        migrationBuilder.AddColumn<long>("HandActSince", "steps", nullable: true);
        migrationBuilder.AddColumn<bool>("ApplicationAdopted", "connections", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("PolicyId", "connections", nullable: true);
        migrationBuilder.AddColumn<string>("ReplacedPolicyId", "connections", nullable: true);
        migrationBuilder.AddColumn<string>("ApplicationUserEmail", "connections", nullable: true);
        migrationBuilder.AddColumn<string>("Method", "connections", nullable: true);
    }
}
