namespace ClientMgmt.Tests.Conventions.Architecture.Samples;

/// <summary>Knows what is above it, but only in an asynchronous function without a name.</summary>
internal sealed class Caller
{
    public static Func<Task> Later { get; } = async () =>
    {
        await Task.Yield();
        Receiver.Take(Level.High);
    };
}
