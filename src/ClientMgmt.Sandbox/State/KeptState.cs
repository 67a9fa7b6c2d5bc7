using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Authlete;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.DynamicRegistration;

namespace ClientMgmt.Sandbox.State;

/// <summary>What is in the file.</summary>
/// <param name="Format">Which form the file has.</param>
/// <param name="ClockOffset">How far the clock is ahead.</param>
/// <param name="Authlete">The services, in the order of the options.</param>
/// <param name="DocSpace">The portals, in the order of the options.</param>
/// <param name="DynamicRegistration">The registration server.</param>
/// <param name="Switches">Those of the registration server, all of them; null if they are those of the options.</param>
internal sealed record KeptState(
    int Format,
    TimeSpan ClockOffset,
    IReadOnlyList<KeptService> Authlete,
    IReadOnlyList<KeptPortal> DocSpace,
    KeptRegistrations DynamicRegistration,
    JsonObject? Switches)
{
    /// <summary>What stands in the lists, as far as JSON can have null there.</summary>
    public IEnumerable<object?> Entries() =>
    [
        .. Authlete,
        .. Authlete.Where(s => s is not null).SelectMany(s => s.Clients.Concat<object?>(s.Tokens).Concat(s.Granted)),
        .. DocSpace,
        .. DocSpace.Where(p => p is not null).SelectMany(p => p.Clients.Concat<object?>(p.Consents)),
        .. DynamicRegistration.Clients,
        .. DynamicRegistration.TokensOfGone,
    ];
}
