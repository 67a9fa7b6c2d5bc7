namespace ClientMgmt.Sandbox;

/// <summary>What a <see cref="SandboxServer"/> serves.</summary>
public sealed record SandboxOptions
{
    /// <summary>The loopback port to listen on. The default, 0, takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock for timestamps, signature lifetimes, rate limits and the delays of faults. The system clock by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Determines the numbers behind <see cref="SandboxFault.Probability"/>, so that a run can be repeated. 1 by default.</summary>
    public int FaultSeed { get; init; } = 1;

    /// <summary>How many of the latest requests <see cref="SandboxServer.Requests"/> keeps. 10,000 by default.</summary>
    public int RequestLogSize { get; init; } = 10_000;

    /// <summary>
    /// More names by which the sandbox may be reached, beside 127.0.0.1, localhost, [::1] and the hosts of the portals: values of the Host
    /// header without a port; <c>*</c> allows all. None by default, since a web site can have its own name lead to this machine.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The Authlete services of both generations. Two of each by default.</summary>
    public IReadOnlyList<AuthleteServiceOptions> AuthleteServices { get; init; } = SandboxDefaults.AuthleteServices;

    /// <summary>Bearer tokens that open every v3 service, as an Authlete organization token does.</summary>
    public IReadOnlyList<string> AuthleteOrganizationTokens { get; init; } = [SandboxDefaults.OrganizationToken];

    /// <summary>The DocSpace portals. One by default, with an administrator, a user and a guest.</summary>
    public IReadOnlyList<DocSpacePortalOptions> DocSpacePortals { get; init; } = SandboxDefaults.DocSpacePortals;

    /// <summary>The server of dynamic client registration. That of no product in particular by default.</summary>
    public DynamicRegistrationOptions DynamicRegistration { get; init; } = new();
}
