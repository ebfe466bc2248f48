using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>What a person said about password hash synchronisation.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0006_HashSyncAttestation")]
internal sealed class M0006HashSyncAttestation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("HashSync_On", "connections", nullable: true);
        migrationBuilder.AddColumn<string>("HashSync_ById", "connections", nullable: true);
        migrationBuilder.AddColumn<string>("HashSync_ByName", "connections", nullable: true);
        migrationBuilder.AddColumn<long>("HashSync_At", "connections", nullable: true);
    }
}
