using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Audit;

/// <summary>Somebody with write access to the database, but without the key.</summary>
internal static class Tampering
{
    public static async Task<Office> WithLinesAsync(int lines)
    {
        var office = await Office.OpenAsync();
        var trail = office.Services.GetRequiredService<AuditTrail>();
        for (var i = 0; i < lines; i++)
            await trail.WriteAsync(Contoso.Megan.ObjectId.ToString(), "OpenRun", null, $"refused:{i}", CancellationToken.None);
        return office;
    }

    public static async Task TamperAsync(this Office office, string sql)
    {
        await using var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
        string[] guards = db.Database.IsSqlite()
            ? ["DROP TRIGGER IF EXISTS audit_no_update", "DROP TRIGGER IF EXISTS audit_no_delete"]
            : ["DROP TRIGGER IF EXISTS audit_append_only ON audit"];
        foreach (var statement in (string[])[.. guards, sql])
            await db.Database.ExecuteSqlRawAsync(statement);
    }

    public static Task<AuditVerdict> VerifyAsync(this Office office) => office.Services.GetRequiredService<AuditVerification>().VerifyAsync(CancellationToken.None);

    public static Task AnchorAsync(this Office office) => office.Services.GetRequiredService<AuditAnchors>().DropAsync(CancellationToken.None);
}
