using Microsoft.Extensions.Options;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Stops the start with one clear sentence instead of the first failing call hours later.</summary>
internal sealed class BackendIdentityCheck : IValidateOptions<BackendIdentity>
{
    public ValidateOptionsResult Validate(string? name, BackendIdentity options) =>
        options.Complaint() is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
}
