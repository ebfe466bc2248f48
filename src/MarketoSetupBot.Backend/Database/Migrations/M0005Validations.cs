using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>Every validation of a connection, and what people last saw in Marketo.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0005_Validations")]
internal sealed class M0005Validations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("validations", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            ConnectionId = t.Column<Guid>(nullable: false),
            StartedAt = t.Column<long>(nullable: false),
            FinishedAt = t.Column<long>(nullable: true),
            By = t.Column<string>(nullable: true),
            Results = t.Column<string>(nullable: false),
            Known = t.Column<string>(nullable: false),
            Better = t.Column<string>(nullable: false),
            Worse = t.Column<string>(nullable: false),
            NewsDueAt = t.Column<long>(nullable: true),
            NewsAttempts = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_validations", v => v.Id);
            t.ForeignKey("FK_validations_connections_ConnectionId", v => v.ConnectionId, "connections", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_validations_ConnectionId_FinishedAt", "validations", ["ConnectionId", "FinishedAt"]);
        migrationBuilder.CreateIndex("IX_validations_NewsDueAt", "validations", "NewsDueAt");

        migrationBuilder.CreateTable("marketo_reports", t => new
        {
            ConnectionId = t.Column<Guid>(nullable: false),
            Red = t.Column<string>(nullable: false),
            By = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_marketo_reports", r => r.ConnectionId);
            t.ForeignKey("FK_marketo_reports_connections_ConnectionId", r => r.ConnectionId, "connections", "Id", onDelete: ReferentialAction.Cascade);
        });
    }
}
