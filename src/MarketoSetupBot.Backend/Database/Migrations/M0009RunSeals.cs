using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>Who recorded what a run is for, and who approved it; <see cref="DatabaseStart"/> seals the rows that are there.</summary>
[DbContext(typeof(BackendContext))]
[Migration(Name)]
internal sealed class M0009RunSeals : Migration
{
    public const string Name = "0009_RunSeals";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Seal", "runs", nullable: true);
}
