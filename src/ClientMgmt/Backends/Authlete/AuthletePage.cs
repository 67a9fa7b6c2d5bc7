using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

/// <summary>A window of either list of clients.</summary>
internal abstract class AuthletePage() : JsonPage(s_clients)
{
    private static readonly string s_clients = JsonNames.Of<ClientGetListResponse>(nameof(ClientGetListResponse.Clients));
    private static readonly string s_total = JsonNames.Of<ClientGetListResponse>(nameof(ClientGetListResponse.TotalCount));

    /// <summary>How many clients there are in all; null if the server does not say, or says no such number.</summary>
    public int? Total { get; private set; }

    protected override void ReadPosition(JsonElement json) =>
        Total = WireValues.Integer(json.Member(s_total)) is { } total and >= int.MinValue and <= int.MaxValue ? (int)total : null;
}
