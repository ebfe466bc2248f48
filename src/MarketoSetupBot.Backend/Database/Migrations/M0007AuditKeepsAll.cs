using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>The two ways to lose lines of the audit that fire no trigger of a row: PostgreSQL's TRUNCATE, and SQLite's REPLACE, which deletes unseen.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0007_AuditKeepsAll")]
internal sealed class M0007AuditKeepsAll : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.Sql(migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? """
              CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE "Id" = NEW."Id" OR "Number" = NEW."Number")
              BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
              """
            : "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()");
}
