using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend;

/// <summary>What the backend said: a value or a problem, never both and never neither.</summary>
internal sealed record Answered<T> where T : class
{
    private Answered(T? value, ProblemView? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }
    public ProblemView? Problem { get; }

    public static Answered<T> With(T value) => new(value, null);

    public static Answered<T> Refused(ProblemView problem) => new(null, problem);

    public TResult Match<TResult>(Func<T, TResult> value, Func<ProblemView, TResult> problem) =>
        Value is { } present ? value(present) : problem(Problem!);
}
