using System.Globalization;

namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>Where a backend has what, below its base address.</summary>
internal sealed record Api(string Clients, string Create, string FirstPage, Func<string, string?, string?> NextPage)
{
    public const string Token = "benchmark-token";
    public const string ServiceId = "1000000031";
    private const int PageSize = 100;

    public static Api Authlete { get; } = new(
        $"api/{ServiceId}/client/get/", $"api/{ServiceId}/client/create", AuthletePage(0), NextWindow);

    public static Api DocSpace { get; } = new(
        "api/2.0/clients/", "api/2.0/clients", DocSpacePage(""), (_, cursor) => cursor is null ? null : DocSpacePage(cursor));

    /// <summary>The paths are a server's to choose.</summary>
    public static Api Registration { get; } = new("register/", "register", "", (_, _) => null);

    public static string? Cursor(string? id, string? time) =>
        id is null ? null : $"&last_client_id={id}&last_created_on={Uri.EscapeDataString(time!)}";

    public string Client(string clientId) => Clients + clientId;

    private static string? NextWindow(string page, string? total)
    {
        int end = int.Parse(page[(page.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture);
        return end < int.Parse(total!, CultureInfo.InvariantCulture) ? AuthletePage(end) : null;
    }

    private static string AuthletePage(int start) => string.Create(
        CultureInfo.InvariantCulture, $"api/{ServiceId}/client/get/list?start={start}&end={start + PageSize}");

    private static string DocSpacePage(string cursor) => $"api/2.0/clients?limit=50{cursor}";
}
