namespace ClientMgmt.Sandbox.Http;

/// <summary>An answer that takes its time, and what it then is.</summary>
internal sealed record Later(TimeSpan After, Func<Reply> Answer);
