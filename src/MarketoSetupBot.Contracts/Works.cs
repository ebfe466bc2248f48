namespace MarketoSetupBot.Contracts;

// Undo and repair: runs of their own, with a plan, an approval and a progress card like a setup.

/// <summary>POST <see cref="WorkRoutes.Repair"/>. 201 with the new run, or 409 <c>run-already-open</c> with the run that stands in the way.</summary>
/// <param name="Repair">What to put right: a repair code of the checks.</param>
public sealed record RepairRequest(string Repair);

/// <summary>Paths of the backend's API that open an Undo or a Repair run.</summary>
public static class WorkRoutes
{
    /// <summary>
    /// POST, person's token: 201 with the Undo run of setup <c>{id}</c>. One that is still open is cancelled in the same transaction. Asked again while that
    /// undo is open, it answers the same run.
    /// </summary>
    public const string Undo = "/runs/{id}/undo";

    /// <summary>POST <see cref="RepairRequest"/>, person's token; <c>{id}</c> is a connection.</summary>
    public const string Repair = "/connections/{id}/repair";
}
