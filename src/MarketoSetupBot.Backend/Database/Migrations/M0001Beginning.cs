using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MarketoSetupBot.Backend.Database.Migrations;

/// <summary>The first schema. Column types follow from the CLR types, so one class serves both providers.</summary>
[DbContext(typeof(BackendContext))]
[Migration("0001_Beginning")]
internal sealed class M0001Beginning : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Connections(migrationBuilder);
        Runs(migrationBuilder);
        Steps(migrationBuilder);
        Requests(migrationBuilder);
        AuditTrail(migrationBuilder);
    }

    private static void Connections(MigrationBuilder builder)
    {
        builder.CreateTable("connections", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            TenantId = t.Column<string>(nullable: false),
            OrganisationHost = t.Column<string>(nullable: false),
            ApplicationKey = t.Column<string>(nullable: false),
            ApplicationObjectId = t.Column<string>(nullable: true),
            ClientId = t.Column<string>(nullable: true),
            ApplicationName = t.Column<string>(nullable: true),
            ServicePrincipalObjectId = t.Column<string>(nullable: true),
            GrantId = t.Column<string>(nullable: true),
            SyncUser = t.Column<string>(nullable: true),
            ValidatedAt = t.Column<long>(nullable: true),
            CreatedAt = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_connections", c => c.Id));
        builder.CreateIndex("IX_connections_TenantId_OrganisationHost", "connections", ["TenantId", "OrganisationHost"], unique: true);

        builder.CreateTable("secrets", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            RunId = t.Column<Guid>(nullable: false),
            RecipientId = t.Column<string>(nullable: false),
            Marker = t.Column<string>(nullable: false),
            RequestedAt = t.Column<long>(nullable: false),
            KeyId = t.Column<Guid>(nullable: true),
            ExpiresAt = t.Column<long>(nullable: true),
            Fate = t.Column<string>(nullable: false),
            SweepAt = t.Column<long>(nullable: true),
            ConnectionId = t.Column<Guid>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_secrets", s => s.Id);
            t.ForeignKey("FK_secrets_connections_ConnectionId", s => s.ConnectionId, "connections", "Id", onDelete: ReferentialAction.Cascade);
        });
        builder.CreateIndex("IX_secrets_ConnectionId", "secrets", "ConnectionId");
        builder.CreateIndex("IX_secrets_SweepAt", "secrets", "SweepAt");
    }

    private static void Runs(MigrationBuilder builder)
    {
        builder.CreateTable("runs", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            Version = t.Column<long>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            State = t.Column<string>(nullable: false),
            Requester = t.Column<string>(nullable: false),
            RequesterId = t.Column<string>(nullable: false),
            OpenedAt = t.Column<long>(nullable: false),
            ChangedAt = t.Column<long>(nullable: false),
            DueAt = t.Column<long>(nullable: true),
            Attempts = t.Column<int>(nullable: false),
            TraceParent = t.Column<string>(nullable: true),
            ConnectionId = t.Column<Guid>(nullable: true),
            OpenConnectionId = t.Column<Guid>(nullable: true),
            Details = t.Column<string>(nullable: true),
            Plan = t.Column<string>(nullable: true),
            EditorIds = t.Column<string>(nullable: false),
            Approvals = t.Column<string>(nullable: false),
            Cleared = t.Column<bool>(nullable: false),
            ApproversChecked = t.Column<bool>(nullable: false),
            EndedBy = t.Column<string>(nullable: true),
            Reference = t.Column<string>(nullable: true),
            NothingChanged = t.Column<bool>(nullable: false),
            RecipientId = t.Column<string>(nullable: true),
            ClientId = t.Column<string>(nullable: true),
            Delivery = t.Column<string>(nullable: true),
            SecretId = t.Column<Guid>(nullable: true),
            HandedOutAt = t.Column<long>(nullable: true),
            ShowUntil = t.Column<long>(nullable: true),
            SecretExpiresAt = t.Column<long>(nullable: true),
            ExistingExpiresAt = t.Column<long>(nullable: true),
            Issued = t.Column<int>(nullable: false),
            MarketoAct = t.Column<string>(nullable: true),
            Red = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_runs", r => r.Id);
            t.ForeignKey("FK_runs_connections_ConnectionId", r => r.ConnectionId, "connections", "Id", onDelete: ReferentialAction.Restrict);
        });
        builder.CreateIndex("IX_runs_ConnectionId", "runs", "ConnectionId");
        builder.CreateIndex("IX_runs_OpenConnectionId", "runs", "OpenConnectionId", unique: true);
        builder.CreateIndex("IX_runs_DueAt", "runs", "DueAt");
    }

    private static void Steps(MigrationBuilder builder)
    {
        builder.CreateTable("steps", t => new
        {
            RunId = t.Column<Guid>(nullable: false),
            Key = t.Column<string>(nullable: false),
            State = t.Column<string>(nullable: false),
            Says = t.Column<string>(nullable: true),
            At = t.Column<long>(nullable: true),
            StartedAt = t.Column<long>(nullable: true),
            Wrote = t.Column<bool>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_steps", s => new { s.RunId, s.Key });
            t.ForeignKey("FK_steps_runs_RunId", s => s.RunId, "runs", "Id", onDelete: ReferentialAction.Cascade);
        });
        builder.CreateTable("notices", t => new
        {
            RunId = t.Column<Guid>(nullable: false),
            Number = t.Column<long>(nullable: false),
            Says = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_notices", n => new { n.RunId, n.Number });
            t.ForeignKey("FK_notices_runs_RunId", n => n.RunId, "runs", "Id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void Requests(MigrationBuilder builder)
    {
        builder.CreateTable("handled_requests", t => new
        {
            PersonId = t.Column<string>(nullable: false),
            Act = t.Column<string>(nullable: false),
            Key = t.Column<string>(nullable: false),
            RunId = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_handled_requests", h => new { h.PersonId, h.Act, h.Key }));
        builder.CreateIndex("IX_handled_requests_At", "handled_requests", "At");

        builder.CreateTable("outbox", t => new
        {
            RunId = t.Column<Guid>(nullable: false),
            Version = t.Column<long>(nullable: false),
            Delivered = t.Column<long>(nullable: false),
            Sequence = t.Column<long>(nullable: false),
            PushedAt = t.Column<long>(nullable: true),
            Attempts = t.Column<int>(nullable: false),
            DueAt = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_outbox", o => o.RunId));
        builder.CreateIndex("IX_outbox_DueAt", "outbox", "DueAt");
    }

    private static void AuditTrail(MigrationBuilder builder)
    {
        builder.CreateTable("audit", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
            ActorId = t.Column<string>(nullable: false),
            Act = t.Column<string>(nullable: false),
            Target = t.Column<Guid>(nullable: true),
            Outcome = t.Column<string>(nullable: false),
            TraceId = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_audit", a => a.Id));
        builder.CreateIndex("IX_audit_At", "audit", "At");

        if (builder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            builder.Sql("CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END");
            builder.Sql("CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END");
            return;
        }
        builder.Sql("CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$");
        builder.Sql("CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()");
    }
}
