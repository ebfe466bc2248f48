using System.Net.Http.Json;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>What the front door answered: a value, or a problem.</summary>
internal sealed record Answer<T>(int Status, T? Accepted, ProblemView? Problem, HttpResponseMessage Message)
{
    public T Value => Accepted ?? throw new InvalidOperationException($"Refused with {Status} {Problem?.Code}.");

    public static async Task<Answer<T>> ReadAsync(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.IsSuccessStatusCode
            ? new Answer<T>(status, await response.Content.ReadFromJsonAsync<T>(Wire.Json), null, response)
            : new Answer<T>(status, default, await response.Content.ReadFromJsonAsync<ProblemView>(Wire.Json), response);
    }

    public void MustBeRefused(int status, string code)
    {
        Assert.Equal((status, code), (Status, Problem?.Code));
        Assert.Equal(ProblemCodes.TypePrefix + code, Problem!.Type);
        Assert.False(string.IsNullOrEmpty(Problem.Reference));
    }
}
