using Microsoft.Bot.Schema;

namespace MarketoSetupBot.SignIn;

/// <summary>How the question for a person's token ended.</summary>
internal abstract record SignInRound
{
    private SignInRound()
    {
    }

    internal sealed record SignedIn(string Token) : SignInRound
    {
        /// <summary>Never the token, whoever prints this.</summary>
        public override string ToString() => "SignedIn { *** }";
    }

    /// <summary>Nobody signed in yet: Teams is told to, and repeats the click.</summary>
    internal sealed record Needed(OAuthCard Card) : SignInRound;

    /// <summary>Teams' silent sign-in was refused, usually for want of consent: it then asks the person.</summary>
    internal sealed record ExchangeRefused : SignInRound;

    /// <summary>The code the person came back with is not one of theirs.</summary>
    internal sealed record WrongCode : SignInRound;
}
