using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

internal static class RunViewing
{
    /// <summary>What the whole team may see.</summary>
    public static RunView View(this Run run) => new()
    {
        Id = run.Id,
        Version = run.Version,
        Kind = run.Kind,
        State = run.State,
        Requester = run.Requester,
        Steps = [.. run.StepsInOrder().Select(s => new StepView(s.Key, s.State, s.Says, s.At))],
        OpenedAt = run.OpenedAt,
        ChangedAt = run.ChangedAt,
        ConnectionId = run.ConnectionId,
        Details = run.Details,
        Plan = run.Plan,
        Approver = run.Approver,
        Delivery = run.DeliveryView(),
        Marketo = run is { State: RunState.Guiding or RunState.Completed, MarketoAct: { } act } ? new MarketoView(act, run.Red, act is StepKey.Settle ? run.DueAt : null) : null,
        HandAct = run.StepByHand?.HandAct,
        EndedBy = run.EndedBy,
        NothingChanged = run.NothingChanged,
        Wrote = run.WroteToEntra(),
        Undoes = run.Undoes,
        Repair = run.Repair,
        Notices = [.. run.Notices.OrderBy(n => n.Number).Select(n => new NoticeView(n.Number, n.Says, n.At))],
        Reference = run.State is RunState.Failed ? run.Reference : null,
    };

    private static DeliveryView? DeliveryView(this Run run)
        => run is { Delivery: { } state, ClientId: { } clientId, Details: { } details }
            ? new DeliveryView
            {
                State = state,
                ClientId = clientId,
                Recipient = details.Recipient,
                HandedOutAt = run.HandedOutAt,
                ShowUntil = run.ShowUntil,
                SecretExpiresAt = run.SecretExpiresAt,
                ExistingExpiresAt = state is DeliveryState.Waiting ? run.ExistingExpiresAt : null,
                Issued = run.Issued,
                ByHand = run.Step(StepKey.Secret).Says!.Code is PhraseCodes.SecretByHand,
            }
            : null;
}
