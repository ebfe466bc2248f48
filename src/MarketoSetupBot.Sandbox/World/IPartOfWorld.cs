namespace MarketoSetupBot.Sandbox.World;

/// <summary>State of the sandbox that <c>POST /control/reset</c> puts back to how it began.</summary>
public interface IPartOfWorld
{
    void Reset();
}
