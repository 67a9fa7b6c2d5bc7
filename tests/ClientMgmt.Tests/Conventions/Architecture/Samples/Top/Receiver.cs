namespace ClientMgmt.Tests.Conventions.Architecture.Samples;

/// <summary>Knows what is below it, but only as the argument of a generic type.</summary>
internal static class Receiver
{
    public static IReadOnlyList<object> Take(Level level) => level == Level.High ? [] : new List<Caller>();
}
