namespace ClientMgmt.Sandbox.Http;

/// <summary>What is told to those who follow.</summary>
internal sealed record LiveEvent(string Name, SandboxRequest? Request = null)
{
    /// <summary>Something else than the requests may have changed.</summary>
    public static readonly LiveEvent Changed = new("changed");

    /// <summary>The requests so far were forgotten.</summary>
    public static readonly LiveEvent Forgotten = new("forgotten");

    public static LiveEvent Of(SandboxRequest request) => new("request", request);
}
