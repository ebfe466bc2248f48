namespace MarketoSetupBot.Backend.Access;

/// <summary>What a person is to a run.</summary>
[Flags]
public enum Standing
{
    None = 0,

    /// <summary>Member of the requester group, directly or through other groups.</summary>
    Member = 1,

    /// <summary>Requester or editor of this run, and still a member.</summary>
    Asker = 2,

    /// <summary>The named recipient of this run's secret.</summary>
    Recipient = 4,

    /// <summary>Holds, for the whole tenant and now, one of the Entra roles that the plan asks for, and is in the approver group where there is one.</summary>
    Approver = 8,

    /// <summary>Holds Security Reader or Global Reader, for the whole tenant and now.</summary>
    Reader = 16,

    /// <summary>Holds Global Administrator or Hybrid Identity Administrator, for the whole tenant and now.</summary>
    HybridAdministrator = 32,
}

/// <param name="Any">One of these is enough.</param>
/// <param name="AnotherPerson">Not requester, editor or recipient of this run, unless <c>Access:AllowSelfApproval</c> says so.</param>
public sealed record Rule(Standing Any, bool AnotherPerson = false);
