namespace MarketoSetupBot.Demo;

/// <summary>What to open, what to type, how to stop.</summary>
internal static class Banner
{
    public static void Show(Ports ports, string folder) => Console.WriteLine($"""

        MarketoSetupBot is running.

          Teams      http://127.0.0.1:{ports.Playground}   open it and type: set up
          Marketo    {Ports.Url(ports.Sandbox)}marketo   where the client id and secret go
                     {Ports.Url(ports.Sandbox)}power-platform   application users, for server to server
          Logs       {folder}

          In the details card use
            Dynamics URL   https://contoso.crm.dynamics.com
            Sync user      marketo.sync@contoso.onmicrosoft.com

          Ctrl+C stops everything.

        """);
}
