using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>One race: the first writer sets the name, the second one another text.</summary>
internal static class Race
{
    public static async Task<RaceResult> RunAsync(RaceHost host, string clientId, string name, string description)
    {
        RaceUpdate[] updates = await Task.WhenAll(
            RaceUpdate.RunAsync(host.First, clientId, c => c with { ClientName = name }),
            RaceUpdate.RunAsync(host.Second, clientId, c => c.WithText(host.Second.Capabilities, description)));
        SoakState stored = host.Stored(clientId);
        return new RaceResult(
            updates[0],
            updates[1],
            Lost: (stored.Name == name ? "" : "1") + (stored.Description == description ? "" : "2"),
            Told: Told(updates),
            IsWronglyTold: (updates[0].Answer is { } one && one.Metadata.ClientName != name)
                || (updates[1].Answer is { } two && SampleMetadata.TextOf(two.Metadata) != description));
    }

    public static string Told(IEnumerable<RaceUpdate> updates) =>
        string.Concat(updates.Select((update, i) => update.Error is null ? "" : $"{i + 1}"));
}
