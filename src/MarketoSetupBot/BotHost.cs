namespace MarketoSetupBot;

/// <summary>The bot as a host: what Program runs, and what the demo and the tests build with additions of their own.</summary>
public static class BotHost
{
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Additions through the ordinary extension points, after the product's own registrations.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        configure?.Invoke(builder);
        return builder.Build();
    }
}
