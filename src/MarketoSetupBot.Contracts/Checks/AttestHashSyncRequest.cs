namespace MarketoSetupBot.Contracts;

/// <summary>POST <see cref="Routes.AttestHashSync"/>. 204. Only a Global or Hybrid Identity Administrator may say so.</summary>
/// <param name="On">Password hash synchronisation is switched on in Entra Connect.</param>
public sealed record AttestHashSyncRequest(bool On);
