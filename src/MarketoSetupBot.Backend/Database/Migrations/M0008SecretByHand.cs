using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>Which credentials an app had before an administrator was asked to make another.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0008_SecretByHand")]
internal sealed class M0008SecretByHand : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("KnownKeys", "steps", nullable: true);
}
