using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>Who recorded the object ids of a connection; <see cref="DatabaseStart"/> seals the rows that are there.</summary>
[DbContext(typeof(BackendContext))]
[Migration(Name)]
internal sealed class M0007ConnectionSeals : Migration
{
    public const string Name = "0007_ConnectionSeals";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Seal", "connections", nullable: true);
}
