using System.Globalization;
using System.Security.Cryptography;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>Who is signed in to the bot's OAuth connection, and who is on the way.</summary>
public sealed class SignIns : IPartOfWorld
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Guid> signedIn = [];
    private readonly HashSet<string> signedOut = [];
    private readonly Dictionary<(string Connection, string Code), Guid> codes = [];
    private bool asks;

    /// <summary>False: everybody known is signed in silently, which stands for single sign-on. True: people are asked.</summary>
    public bool Asks
    {
        get { lock (gate) return asks; }
        set { lock (gate) asks = value; }
    }

    /// <summary>The Entra object id behind a Teams user, if there is a sign-in to use.</summary>
    public Guid? Find(string teamsId)
    {
        lock (gate)
        {
            if (signedIn.TryGetValue(teamsId, out var person)) return person;
            return asks || signedOut.Contains(teamsId) ? null : Contoso.People.FirstOrDefault(one => one.TeamsId == teamsId)?.ObjectId;
        }
    }

    /// <summary>A person picked themselves on the sign-in page; the code carries that to the chat.</summary>
    /// <returns>Six digits.</returns>
    public string IssueCode(string connection, Guid person)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        lock (gate) codes[(connection, code)] = person;
        return code;
    }

    /// <summary>Redeems a code once. Whoever types it gets the token of the person who signed in: comparing the two is the bot's duty.</summary>
    public Guid? Redeem(string connection, string code, string teamsId)
    {
        lock (gate)
        {
            if (!codes.Remove((connection, code), out var person)) return null;
            Enter(teamsId, person);
            return person;
        }
    }

    public void SignIn(string teamsId, Guid person)
    {
        lock (gate) Enter(teamsId, person);
    }

    public void SignOut(string teamsId)
    {
        lock (gate)
        {
            signedIn.Remove(teamsId);
            signedOut.Add(teamsId);
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            asks = false;
            signedIn.Clear();
            signedOut.Clear();
            codes.Clear();
        }
    }

    private void Enter(string teamsId, Guid person)
    {
        signedIn[teamsId] = person;
        signedOut.Remove(teamsId);
    }
}
